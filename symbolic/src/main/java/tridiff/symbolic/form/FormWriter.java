package tridiff.symbolic.form;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import tridiff.expr.Algebra;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.Unary;
import tridiff.wengert.Expressions;

/**
 * How normal forms are written: numbers first, one fraction bar, a positive term in front of negative ones.
 *
 * <p>In any algebra: over expressions it writes the formula, over sizes it counts what that would be without writing it.
 */
final class FormWriter<T> {

    static final FormWriter<Expr> FORMULAS = new FormWriter<>(Expressions.ALGEBRA, Form::expr);
    static final FormWriter<Long> SIZES = new FormWriter<>(TreeSizes.ALGEBRA, Form::size);

    private static final Rational HALF = Rational.of(1, 2);
    private static final int MANY_BITS = 64;

    private final Algebra<T> k;
    private final Function<Form, T> written;

    private FormWriter(Algebra<T> k, Function<Form, T> written) {
        this.k = k;
        this.written = written;
    }

    /** Numerator and denominator of a quotient, and what is divided by after that, one by one. */
    private final class Fraction {
        final List<T> above = new ArrayList<>();
        final List<T> below = new ArrayList<>();
        final List<T> divisors = new ArrayList<>();

        T written() {
            T quotient = below.isEmpty() ? times(above) : k.over(times(above), times(below));
            for (T divisor : divisors) {
                quotient = k.over(quotient, divisor);
            }
            return quotient;
        }
    }

    /** An atom. */
    T call(Form x) {
        if (x.function instanceof LoopResult r) {
            return r.loop().in(k, x.arguments.stream().map(written).toList()).get(r.result());
        }
        return switch (x.arguments.size()) {
            case 1 -> k.apply((Unary) x.function, written.apply(x.argument()));
            case 2 -> k.apply((Binary) x.function, written.apply(x.argument()), written.apply(x.arguments.get(1)));
            default ->
                k.choose(
                        written.apply(x.argument()),
                        written.apply(x.arguments.get(1)),
                        written.apply(x.arguments.get(2)));
        };
    }

    T number(Rational number) {
        return k.constant(number);
    }

    T product(Rational number, Map<Form, Rational> parts) {
        Rational c = number.abs();
        T product = null;
        for (var e : parts.entrySet()) {
            Form base = e.getKey();
            if (base.isNumber() && base.number.isInteger() && e.getValue().equals(HALF)) {
                product = withRoot(c, base, parts);
            }
        }
        if (product == null) {
            product = fraction(c, parts).written();
        }
        return number.signum() < 0 ? k.negate(product) : product;
    }

    /** c·sqrt(r) is written as that, as c·r/sqrt(r), or as the root of c²r, whichever is shortest. */
    private T withRoot(Rational c, Form root, Map<Form, Rational> parts) {
        var rest = new LinkedHashMap<>(parts);
        rest.remove(root);
        Rational joined = c.times(c).times(root.number);
        long above = SIZES.fraction(c, parts).written();
        long below = SIZES.underRoot(c, root, rest);
        long inside = c.isZero() || c.isOne() || c.bits() > MANY_BITS ? Long.MAX_VALUE : SIZES.inRoot(joined, rest);
        if (above <= below && above <= inside) {
            return fraction(c, parts).written();
        }
        return below <= inside ? underRoot(c, root, rest) : inRoot(joined, rest);
    }

    private T underRoot(Rational c, Form root, Map<Form, Rational> rest) {
        Fraction fraction = fraction(c.times(root.number), rest);
        fraction.below.add(0, sqrt(written.apply(root)));
        return fraction.written();
    }

    private T inRoot(Rational radicand, Map<Form, Rational> rest) {
        Fraction fraction = fraction(Rational.ONE, rest);
        fraction.above.add(0, sqrt(k.constant(radicand)));
        return fraction.written();
    }

    private T sqrt(T x) {
        return k.apply(Elementary.SQRT, x);
    }

    private Fraction fraction(Rational magnitude, Map<Form, Rational> parts) {
        var fraction = new Fraction();
        boolean decimal = isShorterAsDecimal(magnitude); // 0.0001, not 1/10000, and 1.5, not 3/2
        Rational numerator = decimal ? magnitude : new Rational(magnitude.numerator(), BigInteger.ONE);
        Rational denominator = decimal ? Rational.ONE : new Rational(magnitude.denominator(), BigInteger.ONE);
        if (!numerator.isOne()) {
            fraction.above.add(k.constant(numerator));
        }
        if (!denominator.isOne()) {
            fraction.below.add(k.constant(denominator));
        }
        var done = new HashSet<Form>();
        for (Form base : inOrder(parts)) {
            if (!done.contains(base)) {
                add(fraction, base, parts.get(base), parts, done);
            }
        }
        return fraction;
    }

    /** Constants and variables, then functions, then sums; within these as they appeared. */
    private static Collection<Form> inOrder(Map<Form, Rational> parts) {
        if (parts.size() == 1) {
            return parts.keySet();
        }
        var ordered = new ArrayList<>(parts.keySet());
        ordered.sort(Comparator.comparingInt(FormWriter::rank));
        return ordered;
    }

    private static int rank(Form base) {
        boolean leaf = base.kind == Form.Kind.ATOM && base.arguments.isEmpty();
        return base.isNumber() ? 0 : leaf ? base.expr() instanceof Expr.Const ? 1 : 2 : base.isSum() ? 4 : 3;
    }

    private static boolean isShorterAsDecimal(Rational magnitude) {
        return !magnitude.isInteger()
                && magnitude.isDecimal()
                && (!magnitude.numerator().equals(BigInteger.ONE)
                        || magnitude.toBigDecimal().scale() > 2);
    }

    private void add(Fraction fraction, Form base, Rational exponent, Map<Form, Rational> parts, Set<Form> done) {
        if (base.isMagnitude() && exponent.equals(Rational.of(-2))) {
            fraction.divisors.add(written.apply(base)); // y/h/h, because h^2 may overflow where the quotient does not
            fraction.divisors.add(written.apply(base));
            return;
        }
        var inner = new Fraction();
        for (Form b : inOrder(group(base, exponent, parts))) {
            done.add(b);
            (parts.get(b).signum() > 0 ? inner.above : inner.below).add(written.apply(b));
        }
        boolean divides = inner.above.isEmpty();
        T powered = divides ? times(inner.below) : inner.written();
        (divides ? fraction.below : fraction.above).add(power(powered, exponent.abs()));
    }

    /** The bases that have this exponent or its opposite, if it is a whole number above 1: a^2*b^2 is (a*b)^2. */
    private static Map<Form, Rational> group(Form base, Rational exponent, Map<Form, Rational> parts) {
        Rational size = exponent.abs();
        if (parts.size() == 1 || !exponent.isInteger() || size.isOne() || standsAlone(base)) {
            return Map.of(base, exponent);
        }
        var group = new LinkedHashMap<Form, Rational>();
        parts.forEach((b, e) -> {
            if (e.abs().equals(size) && !standsAlone(b)) {
                group.put(b, e);
            }
        });
        return group;
    }

    private static boolean standsAlone(Form base) {
        return base.isNumber() || base.isMagnitude();
    }

    private T power(T base, Rational exponent) {
        if (exponent.equals(HALF)) {
            return sqrt(base);
        }
        return exponent.isOne() ? base : k.apply(Arithmetic.POWER, base, k.constant(exponent));
    }

    private T times(List<T> factors) {
        return factors.isEmpty() ? k.constant(1) : folded(factors, k::times);
    }

    private static <T> T folded(List<T> parts, BinaryOperator<T> f) {
        T folded = parts.get(0);
        for (T part : parts.subList(1, parts.size())) {
            folded = f.apply(folded, part);
        }
        return folded;
    }

    T sum(Rational number, Map<Form, Rational> terms) {
        var positive = new ArrayList<T>();
        var negative = new ArrayList<T>();
        terms.forEach((term, c) -> (c.signum() < 0 ? negative : positive).add(scaled(term, c.abs())));
        if (!number.isZero()) {
            (number.signum() < 0 ? negative : positive).add(k.constant(number.abs()));
        }
        if (positive.isEmpty()) {
            return k.negate(folded(negative, k::plus));
        }
        T sum = folded(positive, k::plus);
        for (T term : negative) {
            sum = k.minus(sum, term);
        }
        return sum;
    }

    private T scaled(Form term, Rational c) {
        return c.isOne() ? written.apply(term) : product(c, term.isProduct() ? term.parts : Map.of(term, Rational.ONE));
    }
}
