package tridiff.cli;

import java.util.List;
import tridiff.cli.output.Failure;
import tridiff.compare.Comparer;
import tridiff.compare.ComparisonReport;
import tridiff.compare.time.TimingMode;
import tridiff.expr.Expr;
import tridiff.expr.said.IllegalInput;
import tridiff.expr.said.Said;
import tridiff.expr.text.Printer;
import tridiff.reference.Reference;
import tridiff.wengert.WengertList;

/** Whether there is a derivative at a point, for commands that show numbers of doubles, which may look as if there were one. */
final class DerivativeCheck {

    /** Enough to tell whether a derivative exists; what is not settled by then is not said to be missing. */
    private static final Reference.Effort EFFORT = new Reference.Effort(16, 200, 2);

    private static final int MOST_LINES = 5_000;
    private static final int LONGEST = 2_000;
    private static final Said HELP = Said.of("cli.help.numbers");

    private DerivativeCheck() {}

    /**
     * To be called when the numbers are printed: a {@link Failure} where f or a derivative is proved not to exist. Functions of more
     * than 5000 lines are not examined.
     */
    static void require(Expr f, List<Expr.Var> variables, double[] x, List<Expr.Var> wanted) {
        if (WengertList.of(f, variables).size() > MOST_LINES) {
            return;
        }
        String text = Printer.PLAIN.printUpTo(LONGEST, f);
        var question = new Comparer.Question(text, f, variables, x, wanted, List.of(), List.of());
        ComparisonReport report;
        try {
            report = new Comparer(EFFORT, TimingMode.NONE).compare(question);
        } catch (Comparer.NoValue e) {
            if (e.isUndefined()) {
                throw Failure.of(e);
            }
            return;
        } catch (IllegalInput withoutVariables) {
            return; // f has a value, and no derivative is asked for
        }
        report.reference().partials().stream()
                .filter(p -> p.isUndefined())
                .findFirst()
                .ifPresent(p -> {
                    throw CompareCommand.withoutDerivative(p, HELP);
                });
    }
}
