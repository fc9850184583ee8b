package tridiff.cli;

import java.io.PrintWriter;
import tridiff.compare.language.Language;
import tridiff.compare.language.Messages;
import tridiff.expr.Expr;
import tridiff.expr.text.Printer;
import tridiff.symbolic.steps.Steps;

/** Steps of a derivation, numbered, each with its rule and what it made of what; plain or for LaTeX. */
final class PrintedSteps implements Steps {

    private static final int LONGEST = 400;
    private static final int MOST_STEPS = 10_000;

    private final PrintWriter out;
    private final boolean latex;
    private final Messages say;
    private int count;

    /** LaTeX is data, and names the rules in English. */
    PrintedSteps(PrintWriter out, boolean latex, Messages say) {
        this.out = out;
        this.latex = latex;
        this.say = latex ? Messages.in(Language.EN) : say;
        if (latex) {
            out.println("\\begin{align*}");
        }
    }

    @Override
    public void differentiated(String rule, Expr f, Expr.Var x, Expr derivative) {
        String before = latex
                ? "\\frac{\\partial}{\\partial " + text(x) + "}\\left(" + text(f) + "\\right)"
                : "d/d" + text(x) + " (" + text(f) + ")";
        step(rule, before, text(derivative));
    }

    @Override
    public void simplified(String rule, Expr before, Expr after) {
        step(rule, text(before), text(after));
    }

    private void step(String rule, String before, String after) {
        if (++count > MOST_STEPS) {
            return;
        }
        if (latex) {
            out.println(before + " &= " + after + " && \\text{" + count + ". " + escaped(rule) + "} \\\\");
        } else {
            out.printf("%3d  %s%n     %s%n     = %s%n", count, say.translated(rule), before, after);
        }
    }

    /** The last line. */
    void result(String derivative) {
        if (count > MOST_STEPS) {
            out.println((latex ? "% " : "") + say.translated(count - MOST_STEPS + " more steps"));
        }
        if (latex) {
            out.println(derivative + " && && \\text{the result}");
            out.println("\\end{align*}");
        } else {
            out.println(say.translated("result:") + " " + derivative);
        }
    }

    private String text(Expr e) {
        return latex ? Printer.LATEX.print(e) : Printer.PLAIN.printUpTo(LONGEST, e);
    }

    /** The name of a rule among words of LaTeX. */
    private static String escaped(String rule) {
        return rule.replace("\\", "\\textbackslash{}").replace("_", "\\_").replace("^", "\\^{}");
    }
}
