package tridiff.symbolic;

import java.util.List;
import tridiff.expr.Expr;
import tridiff.symbolic.form.Form;
import tridiff.symbolic.form.NormalForms;
import tridiff.symbolic.form.Simplification;
import tridiff.symbolic.steps.Steps;
import tridiff.symbolic.steps.Textbook;
import tridiff.wengert.OpKind;
import tridiff.wengert.WengertList;

/** Differentiation by the textbook's rules and then simplification, knowing that f has a value where it is differentiated. */
final class Derivation {

    private Derivation() {}

    /** The derivative by one variable after the other; conditions of all of them. */
    static Simplification of(Expr f, List<Expr.Var> by, SimplificationLevel effort, Steps steps) {
        if (by.isEmpty()) {
            return Simplifier.simplify(f, effort, Simplifier.forms(), steps);
        }
        Simplification derivative = new Simplification(f, List.of(), true);
        for (Expr.Var x : by) {
            derivative = derivative.then(of(derivative.expr(), x, effort, steps));
        }
        return derivative;
    }

    private static Simplification of(Expr f, Expr.Var x, SimplificationLevel effort, Steps steps) {
        var k = Simplifier.forms();
        if (effort != SimplificationLevel.NONE) {
            give(f, k);
        }
        return Simplifier.simplify(Textbook.derivative(f, x, steps), effort, k, steps);
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
