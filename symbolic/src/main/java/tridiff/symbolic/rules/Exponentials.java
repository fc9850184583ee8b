package tridiff.symbolic.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import tridiff.expr.Elementary;
import tridiff.expr.Rational;
import tridiff.symbolic.form.Form;
import tridiff.symbolic.form.NormalForms;

/** Other ways to write a sum with exponentials in it. */
final class Exponentials {

    /** A term as rest·exp(exponent). */
    private record Exponential(Form term, Form rest, Form exponent) {}

    private Exponentials() {}

    /** exp u + exp(-u) = 2 cosh u, exp u - exp(-u) = 2 sinh u, and both with the same factors before them. */
    static List<Supplier<Form>> hyperbolic(NormalForms k, Form sum) {
        List<Exponential> all = exponentials(k, sum);
        var others = new ArrayList<Supplier<Form>>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                Exponential a = all.get(i);
                Exponential b = all.get(j);
                if (a.rest == b.rest && k.negate(a.exponent) == b.exponent) {
                    others.add(() -> joined(k, sum, a, b));
                }
            }
        }
        return others;
    }

    private static List<Exponential> exponentials(NormalForms k, Form sum) {
        var found = new ArrayList<Exponential>();
        for (Form term : sum.parts.keySet()) {
            term.factors().forEach((base, power) -> {
                if (base.isCallOf(Elementary.EXP)) {
                    var rest = new LinkedHashMap<>(term.factors());
                    rest.remove(base);
                    found.add(new Exponential(
                            term, k.product(term.coefficient(), rest), k.scaled(base.argument(), power)));
                }
            });
        }
        return found;
    }

    private static Form joined(NormalForms k, Form sum, Exponential a, Exponential b) {
        Rational c = sum.parts.get(a.term);
        Rational other = sum.parts.get(b.term);
        if (!c.abs().equals(other.abs())) {
            return sum;
        }
        Form function = k.apply(c.equals(other) ? Elementary.COSH : Elementary.SINH, a.exponent);
        var terms = new LinkedHashMap<>(sum.parts);
        terms.remove(a.term);
        terms.remove(b.term);
        Form result = k.multiply(a.rest, function);
        return k.sum(sum.number.plus(NormalForms.addTo(terms, result, c.times(Rational.TWO), k)), terms);
    }
}
