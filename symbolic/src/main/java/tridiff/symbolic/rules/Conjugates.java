package tridiff.symbolic.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tridiff.expr.Rational;
import tridiff.symbolic.form.Form;
import tridiff.symbolic.form.NormalForms;

/**
 * (a + b)·(a - b) = a² - b² where one of them is a root.
 *
 * <p>The derivatives of atanh and its kin are written with (1 - u)·(1 + u), because 1 - u² loses digits near u = 1. Of a root u it
 * does not: rounding the root has lost as much as rounding a square would. Without a root nothing is multiplied out.
 */
final class Conjugates {

    private static final Rational HALF = Rational.of(1, 2);

    private Conjugates() {}

    /** Every pair of factors a + b and a - b, to the lower power that both have. */
    static List<Supplier<Form>> multiplied(NormalForms k, Form product) {
        List<Form> sums = product.parts.keySet().stream().filter(Form::isSum).toList();
        var others = new ArrayList<Supplier<Form>>();
        for (int i = 0; i < sums.size(); i++) {
            for (int j = i + 1; j < sums.size(); j++) {
                Form s = sums.get(i);
                Form t = sums.get(j);
                Rational p = product.parts.get(s);
                Rational q = product.parts.get(t);
                boolean together = p.isInteger() && q.isInteger() && p.signum() == q.signum();
                if (together && areConjugate(k, s, t)) {
                    Rational n = p.abs().compareTo(q.abs()) <= 0 ? p : q;
                    others.add(() -> multiplied(k, product, s, t, n));
                }
            }
        }
        return others;
    }

    /** The two terms of a sum, a number as the term 1; empty if there are more. */
    private static Map<Form, Rational> twoTerms(NormalForms k, Form sum) {
        var terms = new LinkedHashMap<>(sum.parts);
        if (!sum.number.isZero()) {
            terms.put(k.number(Rational.ONE), sum.number);
        }
        return terms.size() == 2 ? terms : Map.of();
    }

    private static boolean areConjugate(NormalForms k, Form s, Form t) {
        Map<Form, Rational> a = twoTerms(k, s);
        Map<Form, Rational> b = twoTerms(k, t);
        if (a.isEmpty() || !a.keySet().equals(b.keySet()) || a.keySet().stream().noneMatch(Conjugates::isRoot)) {
            return false;
        }
        boolean opposite = false;
        boolean same = false;
        for (var e : a.entrySet()) {
            opposite |= e.getValue().equals(b.get(e.getKey()).negate());
            same |= e.getValue().equals(b.get(e.getKey()));
        }
        return opposite && same;
    }

    private static boolean isRoot(Form term) {
        return term.factors().values().stream().anyMatch(e -> e.abs().equals(HALF));
    }

    private static Form multiplied(NormalForms k, Form product, Form s, Form t, Rational n) {
        Map<Form, Rational> other = twoTerms(k, t);
        Form difference = k.number(Rational.ZERO);
        for (var e : twoTerms(k, s).entrySet()) {
            Form square = k.power(e.getKey(), Rational.TWO);
            difference = k.plus(difference, k.scaled(square, e.getValue().times(other.get(e.getKey()))));
        }
        var rest = new LinkedHashMap<>(product.parts);
        rest.merge(s, n.negate(), Rational::plus);
        rest.merge(t, n.negate(), Rational::plus);
        rest.values().removeIf(Rational::isZero);
        return k.multiply(k.product(product.number, rest), k.power(difference, n));
    }
}
