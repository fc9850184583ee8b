package tridiff.symbolic;

import java.math.BigInteger;
import java.util.List;
import tridiff.expr.Expr;
import tridiff.expr.said.Said;
import tridiff.symbolic.form.Form;
import tridiff.symbolic.form.NormalForms;
import tridiff.symbolic.form.Simplification;
import tridiff.symbolic.steps.Steps;
import tridiff.symbolic.steps.Textbook;
import tridiff.wengert.OpKind;
import tridiff.wengert.WengertList;

/**
 * Differentiation by the textbook's rules and then simplification, by one variable after the other, knowing that f has a value where
 * it is differentiated.
 *
 * <p>What is smallest at one order is not always what the smallest at the next comes from: factors taken out of sin(x²)'s derivatives
 * hide that the terms of the next would cancel. So the derivatives that are only collected are carried along, and from the second
 * order on these are simplified, too; the smaller of both is the result.
 */
public final class Derivation {

    /** Larger formulas, in tree nodes, are not carried along. */
    private static final BigInteger MOST_COLLECTED = BigInteger.valueOf(100_000);

    private final SimplificationLevel effort;
    private final int order;
    private final Simplification smallest;
    private final Simplification collected; // null: too large, or not needed

    private Derivation(SimplificationLevel effort, int order, Simplification smallest, Simplification collected) {
        this.effort = effort;
        this.order = order;
        this.smallest = smallest;
        this.collected = collected;
    }

    /** Of order 0: the formula as it is given. */
    static Derivation of(Expr f, SimplificationLevel effort) {
        var given = new Simplification(f, List.of(), true);
        return new Derivation(effort, 0, given, effort == SimplificationLevel.FULL ? given : null);
    }

    /** The formula, with all that was assumed on the way to it. */
    public Simplification formula() {
        return smallest;
    }

    /** The derivative of this one. */
    public Derivation by(Expr.Var x) {
        return by(x, Steps.NONE);
    }

    /** The same, telling a listener the steps from formula to formula. */
    public Derivation by(Expr.Var x, Steps steps) {
        Simplification next = next(smallest, x, effort, steps);
        if (collected == null) {
            return new Derivation(effort, order + 1, next, null);
        }
        Simplification terms = next(collected, x, SimplificationLevel.BASIC, Steps.NONE);
        if (size(terms).compareTo(MOST_COLLECTED) > 0) {
            return new Derivation(effort, order + 1, next, null);
        }
        if (order > 0 || size(terms).compareTo(size(next)) < 0) {
            Simplification other = terms.then(Simplifier.simplify(terms.expr(), SimplificationLevel.FULL));
            if (size(other).compareTo(size(next)) < 0) {
                steps.simplified(Said.of("symbolic.rule.terms"), next.expr(), other.expr());
                return new Derivation(effort, order + 1, other, terms);
            }
        }
        return new Derivation(effort, order + 1, next, terms);
    }

    private static BigInteger size(Simplification formula) {
        return WengertList.of(formula.expr(), List.of()).treeSize();
    }

    private static Simplification next(Simplification f, Expr.Var x, SimplificationLevel effort, Steps steps) {
        var k = Simplifier.forms();
        if (effort != SimplificationLevel.NONE) {
            give(f.expr(), k);
        }
        return f.then(Simplifier.simplify(Textbook.derivative(f.expr(), x, steps), effort, k, steps));
    }

    /** Everything that f is computed from has a value, but for the branches of choices, of which one may have none. */
    private static void give(Expr f, NormalForms k) {
        var list = WengertList.of(f, f.variables());
        List<Form> forms = list.sweep(k, f.variables().stream().map(k::variable).toList());
        boolean[] needed = new boolean[list.size()];
        needed[list.output(0)] = true;
        for (int i = list.size() - 1; i >= 0; i--) {
            if (needed[i]) {
                k.facts().give(forms.get(i));
                int[] arguments = list.arguments(i);
                for (int j = 0; j < (list.kind(i) == OpKind.CHOICE ? 1 : arguments.length); j++) {
                    needed[arguments[j]] = true;
                }
            }
        }
    }
}
