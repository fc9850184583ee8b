package tridiff.symbolic;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tridiff.expr.Algebra;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Comparison;
import tridiff.expr.Constant;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.Unary;
import tridiff.expr.WengertList;

/**
 * Normal forms as an algebra: run in it, a list simplifies itself from the inputs to the result, one pass, whatever its depth.
 *
 * <p>Numbers are computed exactly, like terms and equal factors collected, zeros and ones dropped. Products are never expanded: the
 * expanded form is often the shortest and the least accurate. The domain is respected: 0·log x stays, √x·√x stays, and where a factor
 * is cancelled against itself the {@link #conditions} say that it must not be zero. Not thread-safe.
 */
public final class Simplifier implements Algebra<Form> {

    /** Longer sums and products are taken as they are: collecting them one by one would cost the square of their length. */
    private static final int LONG = 64;

    private static final int MANY_BITS = 4096;

    private record Key(Object what, Object first, Object second, Object third) {}

    private final Map<Key, Form> forms = new HashMap<>();
    private final Set<String> conditions = new LinkedHashSet<>();

    /** The expression in normal form. */
    public static Expr simplify(Expr e) {
        var simplifier = new Simplifier();
        var list = WengertList.of(e, e.variables());
        List<Form> inputs = e.variables().stream().map(simplifier::variable).toList();
        return list.in(simplifier, inputs).get(0).expr;
    }

    /** What was assumed of the variables on the way, such as {@code x != 0}. */
    public Set<String> conditions() {
        return conditions;
    }

    Form variable(Expr.Var v) {
        return forms.computeIfAbsent(new Key(Form.Kind.ATOM, v.name(), null, null), k -> atom(v, true));
    }

    @Override
    public Form constant(Constant c) {
        return c instanceof Rational r
                ? product(r, Map.of())
                : forms.computeIfAbsent(new Key(Form.Kind.ATOM, c, null, null), k -> atom(Expr.constant(c), true));
    }

    private static Form atom(Expr e, boolean total) {
        return new Form(Form.Kind.ATOM, Rational.ONE, Map.of(), e, total, null);
    }

    @Override
    public Form apply(Unary f, Form x) {
        if (f == Elementary.NEGATE) {
            return scaled(x, Rational.MINUS_ONE);
        }
        Form special = Identities.apply(this, f, x);
        return special != null ? special : call(f, x);
    }

    /** The function of a form, as an atom. */
    Form call(Unary f, Form x) {
        boolean total = x.total && Identities.isTotal(f);
        return forms.computeIfAbsent(
                new Key(f, x, null, null),
                k -> new Form(Form.Kind.ATOM, Rational.ONE, Map.of(), Expr.apply(f, x.expr), total, f));
    }

    @Override
    public Form apply(Binary f, Form x, Form y) {
        if (f instanceof Arithmetic operator) {
            return switch (operator) {
                case PLUS -> sum(x, y, Rational.ONE);
                case MINUS -> sum(x, y, Rational.MINUS_ONE);
                case TIMES -> multiply(x, y);
                case OVER -> y.is(Rational.ZERO) ? call(f, x, y) : multiply(x, reciprocal(y));
                case POWER -> y.value() == null ? call(f, x, y) : power(x, y.value());
            };
        }
        return call(f, x, y);
    }

    private Form call(Binary f, Form x, Form y) {
        boolean total = f instanceof Comparison && x.total && y.total;
        return forms.computeIfAbsent(
                new Key(f, x, y, null),
                k -> new Form(Form.Kind.ATOM, Rational.ONE, Map.of(), Expr.apply(f, x.expr, y.expr), total, f));
    }

    @Override
    public Form choose(Form condition, Form yes, Form no) {
        return yes == no && condition.total
                ? yes
                : forms.computeIfAbsent(
                        new Key("if", condition, yes, no),
                        k -> atom(
                                Expr.choose(condition.expr, yes.expr, no.expr),
                                condition.total && yes.total && no.total));
    }

    @Override
    public Form power(Form x, Rational n) {
        boolean nothing = n.isZero() && (x.total || x.value() != null);
        if (nothing && !x.is(Rational.ZERO)) {
            return constant(1);
        }
        if (n.isOne()) {
            return x;
        }
        Rational value = x.value();
        if (value != null
                && n.isInteger()
                && !value.isZero()
                && n.abs().compareTo(Rational.of(64)) <= 0
                && value.bits() < 64) {
            return constant(value.power(n.numerator().intValueExact()));
        }
        if (n.equals(Rational.MINUS_ONE) && !x.is(Rational.ZERO)) {
            return reciprocal(x);
        }
        if (!n.isInteger() || n.isZero() || value != null) {
            return call(Arithmetic.POWER, x, constant(n));
        }
        return x.kind == Form.Kind.PRODUCT && x.parts.size() == 1
                ? powerOfProduct(x, n)
                : product(Rational.ONE, Map.of(x, n));
    }

    /** (c·b^m)^n for integers m and n. */
    private Form powerOfProduct(Form x, Rational n) {
        Form base = x.parts.keySet().iterator().next();
        Rational exponent = x.parts.get(base).times(n);
        boolean many = n.abs().compareTo(Rational.of(64)) > 0
                || (long) x.number.bits() * n.abs().numerator().intValue() > MANY_BITS;
        return x.number.isZero() || many && !x.number.abs().isOne()
                ? product(Rational.ONE, Map.of(x, n))
                : product(
                        x.number.isOne()
                                ? Rational.ONE
                                : x.number.power(n.numerator().intValueExact()),
                        Map.of(base, exponent));
    }

    private Form reciprocal(Form x) {
        if (x.kind != Form.Kind.PRODUCT || x.number.isZero()) {
            return product(Rational.ONE, Map.of(x, Rational.MINUS_ONE));
        }
        var parts = new LinkedHashMap<Form, Rational>();
        x.parts.forEach((base, exponent) -> parts.put(base, exponent.negate()));
        return product(Rational.ONE.over(x.number), parts);
    }

    private Form scaled(Form x, Rational factor) {
        return multiply(product(factor, Map.of()), x);
    }

    private Form multiply(Form x, Form y) {
        Rational number = coefficient(x).times(coefficient(y));
        if (x.parts.size() > LONG || y.parts.size() > LONG || number.bits() > MANY_BITS) {
            return call(Arithmetic.TIMES, x, y);
        }
        var parts = new LinkedHashMap<Form, Rational>();
        collect(x, parts);
        collect(y, parts);
        parts.values().removeIf(Rational::isZero);
        return product(number, parts);
    }

    private static Rational coefficient(Form x) {
        return x.kind == Form.Kind.PRODUCT ? x.number : Rational.ONE;
    }

    private void collect(Form x, Map<Form, Rational> parts) {
        if (x.kind == Form.Kind.PRODUCT) {
            x.parts.forEach((base, exponent) -> collect(base, exponent, parts));
        } else {
            collect(x, Rational.ONE, parts);
        }
    }

    private void collect(Form base, Rational exponent, Map<Form, Rational> parts) {
        Rational before = parts.get(base);
        if (before != null && before.signum() != exponent.signum() && !(base.total && Identities.isNeverZero(base))) {
            conditions.add(base.expr + (Identities.isNeverZero(base) ? " is defined" : " != 0"));
        }
        parts.put(base, before == null ? exponent : before.plus(exponent));
    }

    private Form sum(Form x, Form y, Rational sign) {
        boolean tooLong = isSum(x) && x.parts.size() > LONG || isSum(y) && y.parts.size() > LONG;
        if (tooLong) {
            return call(sign.isOne() ? Arithmetic.PLUS : Arithmetic.MINUS, x, y);
        }
        var terms = new LinkedHashMap<Form, Rational>();
        Rational number = addTo(terms, x, Rational.ONE).plus(addTo(terms, y, sign));
        if (number.bits() > MANY_BITS) {
            return call(sign.isOne() ? Arithmetic.PLUS : Arithmetic.MINUS, x, y);
        }
        number = number.plus(inlined(terms));
        terms.entrySet().removeIf(e -> e.getValue().isZero() && e.getKey().total);
        return sum(number, withoutTotalFactors(terms));
    }

    /** Terms with coefficient 0 are reduced to what is not defined everywhere. */
    private Map<Form, Rational> withoutTotalFactors(Map<Form, Rational> terms) {
        var reduced = new LinkedHashMap<Form, Rational>();
        terms.forEach((term, c) -> {
            boolean shrinks = c.isZero() && term.kind == Form.Kind.PRODUCT;
            reduced.merge(shrinks ? product(Rational.ONE, partial(term.parts)) : term, c, Rational::plus);
        });
        return reduced;
    }

    /** Puts the terms of a sum that is itself a term, with coefficient 1 or -1, in its place; returns their constant part. */
    private Rational inlined(Map<Form, Rational> terms) {
        Rational number = Rational.ZERO;
        for (Form inner = innerSum(terms); inner != null && terms.size() <= LONG; inner = innerSum(terms)) {
            number = number.plus(addTo(terms, inner, terms.remove(inner)));
        }
        return number;
    }

    private static Form innerSum(Map<Form, Rational> terms) {
        return terms.entrySet().stream()
                .filter(e -> isSum(e.getKey()) && e.getValue().abs().isOne())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static boolean isSum(Form x) {
        return x.kind == Form.Kind.SUM;
    }

    /** Adds a form, times a sign, to the terms; returns its constant part. */
    private Rational addTo(Map<Form, Rational> terms, Form x, Rational sign) {
        if (x.value() != null) {
            return x.number.times(sign);
        }
        if (isSum(x)) {
            x.parts.forEach((term, c) -> terms.merge(term, c.times(sign), Rational::plus));
            return x.number.times(sign);
        }
        Form term = x.kind == Form.Kind.PRODUCT && !x.number.isOne() ? product(Rational.ONE, x.parts) : x;
        terms.merge(term, coefficient(x).times(sign), Rational::plus);
        return Rational.ZERO;
    }

    private Form sum(Rational number, Map<Form, Rational> terms) {
        if (terms.isEmpty()) {
            return product(number, Map.of());
        }
        if (number.isZero() && terms.size() == 1) {
            Map.Entry<Form, Rational> only = terms.entrySet().iterator().next();
            return scaled(only.getKey(), only.getValue());
        }
        if (number.signum() <= 0 && terms.values().stream().allMatch(c -> c.signum() < 0)) {
            var opposite = new LinkedHashMap<Form, Rational>();
            terms.forEach((term, c) -> opposite.put(term, c.negate()));
            return scaled(sum(number.negate(), opposite), Rational.MINUS_ONE);
        }
        boolean total = terms.keySet().stream().allMatch(t -> t.total);
        Expr expr = Layout.sum(number, terms);
        var key = new Key(Form.Kind.SUM, number, new LinkedHashMap<>(terms), null);
        return forms.computeIfAbsent(key, k -> new Form(Form.Kind.SUM, number, terms, expr, total, null));
    }

    Form product(Rational number, Map<Form, Rational> factors) {
        Map<Form, Rational> parts = number.isZero() ? partial(factors) : factors;
        boolean total = parts.entrySet().stream()
                .allMatch(e -> e.getKey().total && e.getValue().signum() > 0);
        if (number.isZero() && total) {
            return number(Rational.ZERO);
        }
        if (parts.isEmpty()) {
            return number(number);
        }
        if (number.isOne()
                && parts.size() == 1
                && parts.values().iterator().next().isOne()) {
            return parts.keySet().iterator().next();
        }
        var key = new Key(Form.Kind.PRODUCT, number, new LinkedHashMap<>(parts), null);
        return forms.computeIfAbsent(
                key, k -> new Form(Form.Kind.PRODUCT, number, parts, Layout.product(number, parts), total, null));
    }

    /** The factors that are not defined everywhere: what is left of a product with 0. */
    private static Map<Form, Rational> partial(Map<Form, Rational> factors) {
        var partial = new LinkedHashMap<>(factors);
        partial.entrySet().removeIf(e -> e.getKey().total && e.getValue().signum() > 0);
        return partial;
    }

    private Form number(Rational r) {
        return forms.computeIfAbsent(
                new Key(Form.Kind.PRODUCT, r, null, null),
                k -> new Form(Form.Kind.PRODUCT, r, Map.of(), Expr.constant(r), true, null));
    }
}
