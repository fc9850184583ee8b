package tridiff.symbolic.rules;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tridiff.expr.Elementary;
import tridiff.expr.Rational;
import tridiff.symbolic.form.Condition;
import tridiff.symbolic.form.Form;
import tridiff.symbolic.form.Identities;
import tridiff.symbolic.form.NormalForms;

/** Other ways to write a sum with squares in it. */
final class Squares {

    private static final Rational MINUS_TWO = Rational.of(-2);

    private Squares() {}

    /** Two terms w·A(u)^2 and w·B(u)^2, or one of them and w, by A^2 ± B^2 = 1. */
    static List<Supplier<Form>> pythagorean(NormalForms k, Form sum) {
        var others = new ArrayList<Supplier<Form>>();
        for (Identities.Pythagorean row : Identities.PYTHAGOREAN) {
            Rational sign = Rational.of(row.sign());
            for (Form term : sum.parts.keySet()) {
                Form a = squared(term, row.first());
                if (a != null) {
                    Form w = times(k, term, a, MINUS_TWO);
                    Form b = k.apply(row.second(), a.argument());
                    Form other = times(k, w, b, Rational.TWO);
                    others.add(() -> joined(k, sum, term, other, sign, assuming(k, a, w), Rational.ONE));
                    others.add(() -> joined(k, sum, term, w, Rational.MINUS_ONE, other, sign.negate()));
                }
                Form b = squared(term, row.second());
                if (b != null) {
                    Form w = times(k, term, b, MINUS_TWO);
                    Form other = times(k, w, k.apply(row.first(), b.argument()), Rational.TWO);
                    others.add(() -> joined(k, sum, term, w, sign.negate(), other, sign.negate()));
                }
            }
        }
        return others;
    }

    private static Form assuming(NormalForms k, Form defined, Form result) {
        if (!k.facts().isDefined(defined)) {
            k.assume(new Condition(defined.expr(), Condition.Kind.DEFINED));
        }
        return result;
    }

    /** cos²u - sin²u = cos 2u, where one of the squares may also be 1 minus the other; and the same with cosh. */
    static List<Supplier<Form>> doubled(NormalForms k, Form sum) {
        var others = new ArrayList<Supplier<Form>>();
        for (Form term : sum.parts.keySet()) {
            addDoubled(k, sum, term, Elementary.COS, Elementary.SIN, Rational.MINUS_ONE, others);
            addDoubled(k, sum, term, Elementary.COSH, Elementary.SINH, Rational.ONE, others);
        }
        return others;
    }

    private static void addDoubled(
            NormalForms k,
            Form sum,
            Form term,
            Elementary f,
            Elementary g,
            Rational sign,
            List<Supplier<Form>> others) {
        Rational half = Rational.of(1, 2);
        Form a = squared(term, f);
        if (a != null) {
            Form w = times(k, term, a, MINUS_TWO);
            Form other = times(k, w, k.apply(g, a.argument()), Rational.TWO);
            others.add(() -> joined(k, sum, term, other, sign, twice(k, w, f, a), Rational.ONE));
            others.add(() -> joined(k, sum, term, w, half.negate(), twice(k, w, f, a), half));
        }
        Form b = squared(term, g);
        if (b != null) {
            Form w = times(k, term, b, MINUS_TWO);
            others.add(() -> joined(k, sum, term, w, half.times(sign), twice(k, w, f, b), half.times(sign)));
        }
    }

    private static Form twice(NormalForms k, Form w, Elementary f, Form of) {
        return k.multiply(w, k.apply(f, k.scaled(of.argument(), Rational.TWO)));
    }

    /** The sum with c·result·factor for c·term + c·ratio·other; the sum as it is if it does not have these two. */
    private static Form joined(
            NormalForms k, Form sum, Form term, Form other, Rational ratio, Form result, Rational factor) {
        Rational c = sum.parts.get(term);
        boolean isNumber = other.is(Rational.ONE);
        Rational there = isNumber ? sum.number : sum.parts.get(other);
        if (other == term || !c.times(ratio).equals(there)) {
            return sum;
        }
        var terms = new LinkedHashMap<Form, Rational>(sum.parts);
        terms.remove(term);
        terms.remove(other);
        Rational number = isNumber ? Rational.ZERO : sum.number;
        return k.sum(number.plus(NormalForms.addTo(terms, result, c.times(factor), k)), terms);
    }

    /** The factor f(u) of a term that has it squared or to a higher power, else null. */
    private static Form squared(Form term, Elementary f) {
        for (var e : term.factors().entrySet()) {
            if (e.getKey().isCallOf(f)
                    && e.getValue().isInteger()
                    && e.getValue().compareTo(Rational.TWO) >= 0) {
                return e.getKey();
            }
        }
        return null;
    }

    private static Form times(NormalForms k, Form term, Form base, Rational exponent) {
        return Factors.times(k, term, Map.of(base, exponent));
    }

    /** a·u² + b·u·v + c·v² as a product, if its roots are rational; v may be 1. */
    static List<Supplier<Form>> factored(NormalForms k, Form sum) {
        int terms = sum.parts.size() + (sum.number.isZero() ? 0 : 1);
        if (terms != 3) {
            return List.of();
        }
        for (Form first : sum.parts.keySet()) {
            for (var e : first.factors().entrySet()) {
                if (first.factors().size() == 1 && e.getValue().equals(Rational.TWO)) {
                    Form product = factored(k, sum, e.getKey());
                    if (product != null) {
                        return List.of(() -> product);
                    }
                }
            }
        }
        return List.of();
    }

    private static Form factored(NormalForms k, Form sum, Form u) {
        Rational a = sum.parts.get(k.product(Rational.ONE, Map.of(u, Rational.TWO)));
        Form v = other(k, sum, u);
        if (v == null) {
            return null;
        }
        Form mixed = v.isNumber() ? u : k.product(Rational.ONE, ordered(u, v));
        Rational b = sum.parts.get(mixed);
        Rational c = v.isNumber() ? sum.number : sum.parts.get(k.product(Rational.ONE, Map.of(v, Rational.TWO)));
        if (b == null || c == null) {
            return null;
        }
        Rational root = squareRoot(b.times(b).minus(a.times(c).times(Rational.of(4))));
        if (root == null) {
            return null;
        }
        Rational twice = a.times(Rational.TWO);
        Form left = k.plus(u, k.scaled(v, b.plus(root).over(twice)));
        Form right = k.plus(u, k.scaled(v, b.minus(root).over(twice)));
        return k.scaled(k.multiply(left, right), a);
    }

    private static Map<Form, Rational> ordered(Form u, Form v) {
        var parts = new LinkedHashMap<Form, Rational>();
        parts.put(u, Rational.ONE);
        parts.put(v, Rational.ONE);
        return parts;
    }

    /** v, if the sum is one of u², u·v and v². */
    private static Form other(NormalForms k, Form sum, Form u) {
        if (!sum.number.isZero()) {
            return sum.parts.containsKey(u) ? k.number(Rational.ONE) : null;
        }
        for (Form term : sum.parts.keySet()) {
            for (var e : term.factors().entrySet()) {
                if (term.factors().size() == 1
                        && e.getKey() != u
                        && e.getValue().equals(Rational.TWO)) {
                    return e.getKey();
                }
            }
        }
        return null;
    }

    private static Rational squareRoot(Rational x) {
        if (x.signum() < 0 || x.bits() > 256) {
            return null;
        }
        BigInteger above = x.numerator().sqrt();
        BigInteger below = x.denominator().sqrt();
        Rational root = new Rational(above, below);
        return root.times(root).equals(x) ? root : null;
    }
}
