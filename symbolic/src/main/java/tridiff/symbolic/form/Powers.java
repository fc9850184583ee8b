package tridiff.symbolic.form;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import tridiff.expr.Arithmetic;
import tridiff.expr.Elementary;
import tridiff.expr.Rational;

/**
 * Powers of normal forms: u^a·u^b = u^(a+b), (u^a)^b = u^(ab), exp a·exp b = exp(a+b), with what must be assumed of u.
 *
 * <p>On the reals u^a is defined for u &gt;= 0 if a is no integer, and for u ≠ 0 if a is negative. Only where the result is defined and
 * the original was not is there something to assume.
 */
final class Powers {

    private static final int MANY_BITS = 4096;
    private static final int HIGHEST = 64;
    private static final int SMALL_BITS = 31;
    private static final Rational HALF = Rational.of(1, 2);

    private final NormalForms k;

    Powers(NormalForms k) {
        this.k = k;
    }

    Form power(Form x, Rational n) {
        if (n.isOne()) {
            return x;
        }
        if (x.isNumber()) {
            return ofNumber(x, n);
        }
        if (n.isZero()) {
            return k.facts().isDefined(x) ? k.number(Rational.ONE) : k.call(Arithmetic.POWER, x, k.number(n));
        }
        if (x.isCallOf(Elementary.ABS) && Assumptions.isEven(n)) {
            return power(x.argument(), n);
        }
        return x.isProduct() ? ofProduct(x, n) : k.product(Rational.ONE, Map.of(x, n));
    }

    private Form ofNumber(Form x, Rational n) {
        Rational value = x.value();
        boolean cheap = n.isInteger()
                && n.abs().compareTo(Rational.of(HIGHEST)) <= 0
                && value.bits() * n.abs().numerator().longValue() <= MANY_BITS;
        if (cheap && !value.isZero()) {
            return k.number(value.power(n.numerator().intValueExact()));
        }
        return n.isInteger() || value.signum() <= 0 || n.bits() > SMALL_BITS || value.bits() > 64
                ? k.call(Arithmetic.POWER, x, k.number(n))
                : joined(Rational.ONE, new LinkedHashMap<>(Map.of(x, n)));
    }

    /** (c·u^a·v^b)^n: for an integer n factor by factor; else only a single power. */
    private Form ofProduct(Form x, Rational n) {
        if (n.isInteger()) {
            return integerPower(x, n);
        }
        Rational c = x.number;
        if (c.signum() > 0 && !c.isOne()) {
            Rational root = root(c, n);
            return root != null
                    ? k.multiply(k.number(root), power(k.product(Rational.ONE, x.parts), n))
                    : k.product(Rational.ONE, Map.of(x, n));
        }
        return c.isOne() && x.parts.size() == 1 ? ofPower(x, n) : k.product(Rational.ONE, Map.of(x, n));
    }

    private Form integerPower(Form x, Rational n) {
        boolean many = n.abs().compareTo(Rational.of(HIGHEST)) > 0
                || (long) x.number.bits() * n.abs().numerator().intValue() > MANY_BITS;
        if (x.number.isZero() || many && !x.number.abs().isOne() || n.bits() > SMALL_BITS) {
            return k.product(Rational.ONE, Map.of(x, n));
        }
        var parts = new LinkedHashMap<Form, Rational>();
        x.parts.forEach((base, exponent) -> {
            Rational product = exponent.times(n);
            boolean divides = exponent.signum() < 0 || n.signum() < 0;
            assume(base, new Need(!exponent.isInteger(), divides), need(product));
            parts.put(base, product);
        });
        return joined(x.number.power(n.numerator().intValueExact()), parts);
    }

    /** (u^a)^n for an n that is no integer. */
    private Form ofPower(Form x, Rational n) {
        Form u = x.parts.keySet().iterator().next();
        Rational a = x.parts.get(u);
        Rational product = a.times(n);
        if (Assumptions.isEven(a)) {
            return power(k.apply(Elementary.ABS, u), product);
        }
        assume(u, new Need(true, a.signum() < 0 || n.signum() < 0), need(product));
        return power(u, product);
    }

    /** What must be true of the base of a power. */
    private record Need(boolean nonNegative, boolean nonZero) {}

    private static final Need ANYTHING = new Need(false, false);

    private static Need need(Rational exponent) {
        return new Need(!exponent.isInteger(), exponent.signum() < 0);
    }

    /** Assumes what u^a·u^b needs and u^(a+b) does not. */
    void assumeWhatIsLost(Form u, Rational a, Rational b) {
        Need before = new Need(!a.isInteger() || !b.isInteger(), a.signum() < 0 || b.signum() < 0);
        Rational sum = a.plus(b);
        boolean said = assume(u, before, need(sum));
        if (sum.isZero() && !said && !k.facts().isDefined(u)) {
            k.assume(new Condition(u.expr(), Condition.Kind.DEFINED));
        }
    }

    private boolean assume(Form u, Need before, Need after) {
        boolean nonNegative = before.nonNegative && !k.facts().isNonNegative(u);
        boolean nonZero = before.nonZero && !k.facts().isNeverZero(u);
        boolean lost = nonNegative && !after.nonNegative || nonZero && !after.nonZero;
        if (lost) {
            Condition.Kind kind = !nonNegative || after.nonNegative
                    ? Condition.Kind.NONZERO
                    : nonZero ? Condition.Kind.POSITIVE : Condition.Kind.NONNEGATIVE;
            k.assume(new Condition(u.expr(), kind));
        }
        return lost;
    }

    /** The product with powers of one base joined, also those whose exponents are formulas, and with one root of a number. */
    Form joined(Rational number, Map<Form, Rational> parts) {
        Form exponential = exponential(parts);
        if (exponential != null) {
            return k.multiply(joined(number, parts), exponential);
        }
        Form power = symbolicPower(parts);
        if (power != null) {
            return k.multiply(joined(number, parts), power);
        }
        return withOneRoot(number, parts);
    }

    /** Takes all exponentials out of the parts and returns their product; null if there are not two. */
    private Form exponential(Map<Form, Rational> parts) {
        int count = 0;
        for (Form factor : parts.keySet()) {
            count += factor.isCallOf(Elementary.EXP) ? 1 : 0;
        }
        if (count < 2) {
            return null;
        }
        Form sum = k.number(Rational.ZERO);
        for (var e : new LinkedHashMap<>(parts).entrySet()) {
            if (e.getKey().isCallOf(Elementary.EXP)) {
                sum = k.plus(sum, k.scaled(e.getKey().argument(), e.getValue()));
                parts.remove(e.getKey());
            }
        }
        return k.apply(Elementary.EXP, sum);
    }

    /** Takes the powers of one base out of the parts, if there are two and one has a formula as its exponent. */
    private Form symbolicPower(Map<Form, Rational> parts) {
        for (Form power : parts.keySet()) {
            if (power.isPower() && !power.argument().isNumber()
                    || power.isPower() && power.argument().number.signum() > 0) {
                Form base = power.argument();
                boolean other = parts.containsKey(base)
                        || parts.keySet().stream().anyMatch(p -> p != power && p.isPower() && p.argument() == base);
                if (other) {
                    return symbolicPower(parts, base);
                }
            }
        }
        return null;
    }

    private Form symbolicPower(Map<Form, Rational> parts, Form base) {
        Rational fixed = parts.remove(base);
        Form exponent = k.number(fixed == null ? Rational.ZERO : fixed);
        if (fixed != null) {
            assume(base, need(fixed), ANYTHING);
        }
        for (var e : new LinkedHashMap<>(parts).entrySet()) {
            Form p = e.getKey();
            if (p.isPower() && p.argument() == base) {
                exponent = k.plus(exponent, k.scaled(p.arguments.get(1), e.getValue()));
                parts.remove(p);
                if (!p.arguments.get(1).is(Rational.ZERO)) { // u^0 is 1 wherever u is defined
                    assume(base, need(e.getValue()), ANYTHING);
                }
                if (!k.facts().isDefined(p) && !k.facts().isPositive(base)) {
                    k.assume(new Condition(p.expr(), Condition.Kind.DEFINED));
                }
            }
        }
        return k.apply(Arithmetic.POWER, base, exponent);
    }

    /** Roots of numbers become at most one for each denominator of the exponent: 2/sqrt(2) is sqrt(2), sqrt(2)·sqrt(3) is sqrt(6). */
    private Form withOneRoot(Rational number, Map<Form, Rational> parts) {
        if (!hasNumbers(parts)) {
            return k.product(number, parts);
        }
        Rational c = number;
        Rational radicand = Rational.ONE;
        var rest = new LinkedHashMap<Form, Rational>();
        for (var e : parts.entrySet()) {
            Form base = e.getKey();
            if (!base.isNumber()) {
                rest.put(base, e.getValue());
            } else if (e.getValue().denominator().equals(BigInteger.TWO)) {
                BigInteger whole = e.getValue().floor();
                c = c.times(base.value().power(whole.intValueExact()));
                radicand = radicand.times(base.value());
            } else {
                Rational root = root(base.value(), e.getValue());
                if (root == null) {
                    rest.put(base, e.getValue());
                } else {
                    c = c.times(root);
                }
            }
        }
        return withRoot(c, radicand, rest);
    }

    private static boolean hasNumbers(Map<Form, Rational> parts) {
        for (Form base : parts.keySet()) {
            if (base.isNumber()) {
                return true;
            }
        }
        return false;
    }

    private Form withRoot(Rational number, Rational radicand, Map<Form, Rational> rest) {
        if (radicand.isOne()) {
            return k.product(number, rest);
        }
        BigInteger r = radicand.numerator().multiply(radicand.denominator());
        Rational c = number.over(new Rational(radicand.denominator(), BigInteger.ONE));
        BigInteger square = BigInteger.valueOf(4);
        for (long d = 2; d < 100 && r.bitLength() < 128 && square.compareTo(r) <= 0; d++) {
            square = BigInteger.valueOf(d * d);
            while (r.mod(square).signum() == 0) {
                r = r.divide(square);
                c = c.times(Rational.of(d));
            }
        }
        BigInteger s = r.sqrt();
        if (s.multiply(s).equals(r)) {
            return k.product(c.times(new Rational(s, BigInteger.ONE)), rest);
        }
        var parts = new LinkedHashMap<Form, Rational>();
        parts.put(k.number(new Rational(r, BigInteger.ONE)), HALF);
        rest.forEach((base, exponent) -> parts.merge(base, exponent, Rational::plus));
        return k.product(c, parts);
    }

    /** c^n if that is a small rational number, else null. */
    private static Rational root(Rational c, Rational n) {
        if (c.signum() <= 0 || c.bits() > 64 || n.bits() > 16) {
            return null;
        }
        int degree = n.denominator().intValueExact();
        BigInteger above = root(c.numerator(), degree);
        BigInteger below = root(c.denominator(), degree);
        return above == null || below == null
                ? null
                : new Rational(above, below).power(n.numerator().intValueExact());
    }

    private static BigInteger root(BigInteger n, int degree) {
        BigInteger guess = BigInteger.valueOf(Math.round(Math.pow(n.doubleValue(), 1.0 / degree)));
        return guess.pow(degree).equals(n) ? guess : null;
    }
}
