package tridiff.compare.study;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import tridiff.compare.Comparer;
import tridiff.compare.ComparisonReport;
import tridiff.compare.sweep.OrderSweep;
import tridiff.compare.sweep.StepSweep;
import tridiff.compare.trace.ComputationGraph;
import tridiff.compare.trace.Trace;
import tridiff.expr.Expr;
import tridiff.expr.Refusal;
import tridiff.expr.text.Printer;
import tridiff.wengert.WengertList;

/**
 * All there is to say of one function at one point: what the report is drawn from.
 *
 * @param command that makes this study again
 * @param mathml the function as understood, inside a math element; empty where it is too large to be typeset
 * @param steps error against step by the first variable asked for; empty where f has no derivative by it
 * @param orders sizes of the formulas by the same variable; empty where there are no formulas
 * @param formulas of the first partial derivatives asked for
 * @param trace empty where f has loops, or is too large for a table
 * @param graph without values where loops are too long
 */
public record Study(
        String command,
        ComparisonReport comparison,
        String mathml,
        Optional<StepSweep> steps,
        Optional<OrderSweep> orders,
        List<DerivativeFormula> formulas,
        Optional<Trace> trace,
        ComputationGraph graph) {

    private static final int MOST_FORMULAS = 4;
    private static final int MOST_TRACED = 100;
    private static final int MOST_TYPESET = 1000;
    private static final int MOST_DIFFERENTIATED = 20_000;
    private static final int ORDERS = 5;
    private static final int ORDERS_IF_LONG = 2;
    private static final int LONG = 120;
    private static final double SMALLEST_STEP = 1e-17;
    private static final int STEPS_PER_DECADE = 6;

    /** Makes a study around a comparison of the same question. */
    public static Study of(String command, Comparer.Question q, ComparisonReport comparison) {
        var list = WengertList.of(q.f(), q.variables());
        Expr.Var by = q.wanted().get(0);
        boolean small = list.size() <= MOST_DIFFERENTIATED;
        boolean typeset = list.treeSize().compareTo(BigInteger.valueOf(MOST_TYPESET)) <= 0;
        return new Study(
                command,
                comparison,
                typeset ? Printer.MATHML.print(q.f()) : "",
                steps(q, by),
                small
                        ? Optional.of(OrderSweep.of(q.f(), by, list.size() > LONG ? ORDERS_IF_LONG : ORDERS))
                        : Optional.empty(),
                small
                        ? q.wanted().stream()
                                .limit(MOST_FORMULAS)
                                .map(x -> DerivativeFormula.of(q.f(), x))
                                .toList()
                        : List.of(),
                trace(list, q),
                graph(list, q.point()));
    }

    private static Optional<StepSweep> steps(Comparer.Question q, Expr.Var by) {
        try {
            return Optional.of(StepSweep.of(q.f(), q.variables(), q.point(), by, SMALLEST_STEP, 1, STEPS_PER_DECADE));
        } catch (Comparer.NoValue e) {
            return Optional.empty();
        }
    }

    private static Optional<Trace> trace(WengertList list, Comparer.Question q) {
        boolean fits = !list.hasLoops() && list.size() <= MOST_TRACED;
        List<Integer> directions =
                q.wanted().stream().map(q.variables()::indexOf).toList();
        return fits ? Optional.of(Trace.of(list, q.point(), directions)) : Optional.empty();
    }

    private static ComputationGraph graph(WengertList list, double[] x) {
        try {
            return ComputationGraph.of(list, x, ComputationGraph.USUAL);
        } catch (Refusal e) {
            return ComputationGraph.of(list, null, ComputationGraph.USUAL);
        }
    }
}
