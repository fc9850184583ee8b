package tridiff.symbolic.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import tridiff.expr.Elementary;
import tridiff.expr.Rational;
import tridiff.symbolic.form.Assumptions;
import tridiff.symbolic.form.Condition;
import tridiff.symbolic.form.Form;
import tridiff.symbolic.form.Identities;
import tridiff.symbolic.form.NormalForms;

/** Other ways to write a product. */
final class Ratios {

    private Ratios() {}

    /** f(u)/g(u) = h(u), and h(u)·g(u) = f(u) where g(u) is not 0. */
    static List<Supplier<Form>> quotients(NormalForms k, Form product) {
        var others = new ArrayList<Supplier<Form>>();
        for (Identities.QuotientRow row : Identities.QUOTIENTS) {
            for (Form f : product.parts.keySet()) {
                if (f.isCallOf(row.above())) {
                    others.add(() -> replaced(k, product, f, row.below(), -1, row.result()));
                } else if (f.isCallOf(row.result())) {
                    others.add(() -> replaced(k, product, f, row.below(), 1, row.above()));
                }
            }
        }
        return others;
    }

    /** The product with h(u) for f(u)·g(u)^sign, as often as that is there; as it is if it is not. */
    private static Form replaced(NormalForms k, Form product, Form f, Elementary below, int sign, Elementary result) {
        Form g = k.apply(below, f.argument());
        Rational p = product.parts.get(f);
        Rational q = product.parts.get(g);
        if (q == null || !p.isInteger() || !q.isInteger() || p.signum() * sign != q.signum()) {
            return product;
        }
        if (sign > 0 && !k.facts().isNeverZero(g)) {
            k.assume(new Condition(g.expr(), Condition.Kind.NONZERO));
        }
        Rational n = p.abs().compareTo(q.abs()) <= 0 ? p : q.times(Rational.of(sign));
        var parts = new LinkedHashMap<Form, Rational>(product.parts);
        parts.merge(f, n.negate(), Rational::plus);
        parts.merge(g, n.times(Rational.of(-sign)), Rational::plus);
        parts.values().removeIf(Rational::isZero);
        return k.multiply(k.product(product.number, parts), k.power(k.apply(result, f.argument()), n));
    }

    /** 1/f(u) = h(u). */
    static List<Supplier<Form>> reciprocals(NormalForms k, Form product) {
        var others = new ArrayList<Supplier<Form>>();
        product.parts.forEach((f, exponent) -> {
            Elementary reciprocal = f.function instanceof Elementary row ? Identities.RECIPROCALS.get(row) : null;
            if (reciprocal != null && exponent.signum() < 0) {
                var parts = new LinkedHashMap<Form, Rational>(product.parts);
                parts.remove(f);
                Form h = k.apply(reciprocal, f.argument());
                others.add(() -> k.multiply(k.product(product.number, parts), k.power(h, exponent.negate())));
            }
        });
        return others;
    }

    /** sin u·cos u = sin(2u)/2, and the same with sinh and cosh. */
    static List<Supplier<Form>> doubled(NormalForms k, Form product) {
        var others = new ArrayList<Supplier<Form>>();
        for (Form f : product.parts.keySet()) {
            boolean circular = f.isCallOf(Elementary.SIN);
            if (circular || f.isCallOf(Elementary.SINH)) {
                Form g = k.apply(circular ? Elementary.COS : Elementary.COSH, f.argument());
                if (Rational.ONE.equals(product.parts.get(f)) && Rational.ONE.equals(product.parts.get(g))) {
                    var parts = new LinkedHashMap<Form, Rational>(product.parts);
                    parts.remove(f);
                    parts.remove(g);
                    Form twice = k.apply((Elementary) f.function, k.scaled(f.argument(), Rational.TWO));
                    others.add(() -> k.multiply(k.product(product.number.over(Rational.TWO), parts), twice));
                }
            }
        }
        return others;
    }

    /** sqrt(a*b)/(a*b) = 1/sqrt(a*b): the factors of a product under a root that stand beside it, once each, joined with it. */
    static List<Supplier<Form>> gathered(NormalForms k, Form product) {
        var others = new ArrayList<Supplier<Form>>();
        product.parts.forEach((root, exponent) -> {
            if (root.isProduct() && !root.number.isZero() && !exponent.isInteger()) {
                Rational direction = Rational.of(-exponent.signum());
                boolean beside = root.parts.entrySet().stream()
                        .allMatch(e -> holds(
                                product.parts.get(e.getKey()), e.getValue().times(direction)));
                if (beside) {
                    others.add(() -> gathered(k, product, root, direction));
                }
            }
        });
        return others;
    }

    /** Whether a power has the whole of another in it. */
    private static boolean holds(Rational exponent, Rational wanted) {
        return exponent != null
                && exponent.signum() == wanted.signum()
                && exponent.abs().compareTo(wanted.abs()) >= 0;
    }

    private static Form gathered(NormalForms k, Form product, Form root, Rational direction) {
        var parts = new LinkedHashMap<Form, Rational>(product.parts);
        root.parts.forEach((base, e) -> parts.merge(base, e.times(direction).negate(), Rational::plus));
        Rational exponent = parts.merge(root, direction, Rational::plus);
        parts.values().removeIf(Rational::isZero);
        if (exponent.signum() > 0 && !k.facts().isNeverZero(root)) {
            k.assume(new Condition(root.expr(), Condition.Kind.NONZERO));
        }
        Rational number = direction.signum() > 0 ? Rational.ONE.over(root.number) : root.number;
        return k.product(product.number.times(number), parts);
    }

    static List<Supplier<Form>> exponential(NormalForms k, Form product) {
        var others = new ArrayList<Supplier<Form>>();
        product.parts.forEach((f, exponent) -> {
            if (f.isCallOf(Elementary.EXP) && product.parts.size() == 1 && !exponent.isOne()) {
                others.add(() -> k.scaled(k.apply(Elementary.EXP, k.scaled(f.argument(), exponent)), product.number));
            }
        });
        return others;
    }

    /** Common numbers of all factors that are sums taken out of them. */
    static List<Supplier<Form>> primitive(NormalForms k, Form product) {
        boolean any = product.parts.entrySet().stream()
                .anyMatch(e -> e.getKey().isSum()
                        && e.getValue().isInteger()
                        && !Factors.content(e.getKey()).isOne());
        return any ? List.of(() -> withoutContents(k, product)) : List.of();
    }

    private static Form withoutContents(NormalForms k, Form product) {
        Form result = k.number(product.number);
        for (var e : product.parts.entrySet()) {
            Form base = e.getKey();
            boolean divides = base.isSum() && e.getValue().isInteger();
            Form factor = divides ? Factors.withContent(k, base, Factors.content(base)) : base;
            result = k.multiply(result, k.power(factor, e.getValue()));
        }
        return result;
    }

    /** The sign of a product put into a difference. */
    static List<Supplier<Form>> turned(NormalForms k, Form product) {
        var others = new ArrayList<Supplier<Form>>();
        product.parts.forEach((sum, exponent) -> {
            boolean odd = exponent.isInteger() && !Assumptions.isEven(exponent);
            if (product.number.signum() < 0 && sum.isSum() && odd) {
                var terms = new LinkedHashMap<Form, Rational>();
                sum.parts.forEach((term, c) -> terms.put(term, c.negate()));
                Form opposite = k.sum(sum.number.negate(), terms);
                if (opposite.isSum()) {
                    var rest = new LinkedHashMap<Form, Rational>(product.parts);
                    rest.remove(sum);
                    others.add(() -> k.multiply(k.product(product.number.negate(), rest), k.power(opposite, exponent)));
                }
            }
        });
        return others;
    }
}
