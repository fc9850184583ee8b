package tridiff.compare.study;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import tridiff.compare.Figures;
import tridiff.expr.Expr;
import tridiff.expr.Refusal;
import tridiff.expr.said.Said;
import tridiff.expr.text.Printer;
import tridiff.symbolic.SymbolicDerivative;
import tridiff.symbolic.form.Condition;
import tridiff.symbolic.form.Simplification;
import tridiff.symbolic.steps.Steps;
import tridiff.wengert.WengertList;

/**
 * A partial derivative as a formula in all notations, with the steps that lead to it.
 *
 * @param variable that was differentiated by
 * @param tree nodes of the simplified formula
 * @param plain the formula as typed; empty if {@code omission} says why it is not there
 * @param mathml what stands inside a math element
 * @param conditions what simplifying assumed
 * @param steps the first of them
 * @param moreSteps how many more there are
 * @param omission why there is no formula; empty if there is one
 */
public record DerivativeFormula(
        String variable,
        BigInteger tree,
        String plain,
        String latex,
        String java,
        String mathml,
        List<Said> conditions,
        List<Step> steps,
        int moreSteps,
        Said omission) {

    private static final int MOST_NODES = 1000;
    private static final int MOST_NODES_OF_STEP = 150;
    private static final int MOST_STEPS = 60;

    /**
     * One step.
     *
     * @param rule its name
     * @param by the variable that was differentiated by; empty if the formula was only written differently
     * @param before in MathML
     * @param after in MathML
     */
    public record Step(Said rule, String by, String before, String after) {}

    /** Differentiates by the textbook's rules and simplifies. */
    public static DerivativeFormula of(Expr f, Expr.Var x) {
        var listener = new Listener();
        Simplification derivative;
        try {
            derivative = SymbolicDerivative.simplified().differentiate(f, List.of(x), listener);
        } catch (Refusal e) {
            return without(x, BigInteger.ZERO, e.said());
        }
        Expr formula = derivative.expr();
        BigInteger tree = WengertList.of(formula, List.of()).treeSize();
        if (tree.compareTo(BigInteger.valueOf(MOST_NODES)) > 0) {
            return without(x, tree, Said.of("compare.formula.nodes", Figures.count(tree)));
        }
        return new DerivativeFormula(
                x.name(),
                tree,
                Printer.PLAIN.print(formula),
                Printer.LATEX.print(formula),
                Printer.JAVA.print(formula),
                Printer.MATHML.print(formula),
                derivative.conditions().stream().map(Condition::said).toList(),
                List.copyOf(listener.steps),
                listener.more,
                Said.NOTHING);
    }

    private static DerivativeFormula without(Expr.Var x, BigInteger tree, Said reason) {
        return new DerivativeFormula(x.name(), tree, "", "", "", "", List.of(), List.of(), 0, reason);
    }

    private static final class Listener implements Steps {
        private final List<Step> steps = new ArrayList<>();
        private int more;

        @Override
        public void differentiated(Said rule, Expr f, Expr.Var x, Expr derivative) {
            add(rule, x.name(), f, derivative);
        }

        @Override
        public void simplified(Said rule, Expr before, Expr after) {
            add(rule, "", before, after);
        }

        private void add(Said rule, String by, Expr before, Expr after) {
            if (steps.size() >= MOST_STEPS || isLarge(before) || isLarge(after)) {
                more++;
            } else {
                steps.add(new Step(rule, by, Printer.MATHML.print(before), Printer.MATHML.print(after)));
            }
        }

        private static boolean isLarge(Expr e) {
            return WengertList.of(e, List.of()).treeSize().compareTo(BigInteger.valueOf(MOST_NODES_OF_STEP)) > 0;
        }
    }
}
