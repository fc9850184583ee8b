package tridiff.cli.output;

import java.io.PrintWriter;
import tridiff.expr.Expr;
import tridiff.expr.said.Language;
import tridiff.expr.said.Said;
import tridiff.expr.text.Printer;
import tridiff.symbolic.steps.Steps;

/** Steps of a derivation, numbered, each with its rule and what it made of what; plain or for LaTeX. */
public final class PrintedSteps implements Steps {

    private static final int LONGEST = 400;
    private static final int MOST_STEPS = 10_000;

    private final PrintWriter out;
    private final boolean latex;
    private final Language say;
    private int count;

    /** LaTeX is data, and names the rules in English. */
    public PrintedSteps(PrintWriter out, boolean latex, Language say) {
        this.out = out;
        this.latex = latex;
        this.say = latex ? Language.ENGLISH : say;
        if (latex) {
            out.println("\\begin{align*}");
        }
    }

    @Override
    public void differentiated(Said rule, Expr f, Expr.Var x, Expr derivative) {
        String before = latex
                ? "\\frac{\\partial}{\\partial " + text(x) + "}\\left(" + text(f) + "\\right)"
                : "d/d" + text(x) + " (" + text(f) + ")";
        step(rule, before, text(derivative));
    }

    @Override
    public void simplified(Said rule, Expr before, Expr after) {
        step(rule, text(before), text(after));
    }

    private void step(Said rule, String before, String after) {
        if (++count > MOST_STEPS) {
            return;
        }
        if (latex) {
            out.println(before + " &= " + after + " && \\text{" + count + ". " + escaped(rule.toString()) + "} \\\\");
        } else {
            out.printf("%3d  %s%n     %s%n     = %s%n", count, rule.in(say), before, after);
        }
    }

    /** The last line. */
    public void result(String derivative) {
        if (count > MOST_STEPS) {
            out.println((latex ? "% " : "") + say.text("cli.derivation.more", count - MOST_STEPS));
        }
        if (latex) {
            out.println(derivative + " && && \\text{the result}");
            out.println("\\end{align*}");
        } else {
            out.println(say.text("cli.label.result") + " " + derivative);
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
