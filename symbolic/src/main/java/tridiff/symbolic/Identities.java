package tridiff.symbolic;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import tridiff.expr.Elementary;
import tridiff.expr.Known;
import tridiff.expr.Rational;
import tridiff.expr.Unary;

/** Identities of the functions that hold on their whole domain, and what is known of their domains and zeros. */
final class Identities {

    // spotless:off - these are tables
    private static final Map<Unary, Rational> AT_ZERO = Map.ofEntries(
            Map.entry(Elementary.SQRT,  Rational.ZERO), Map.entry(Elementary.CBRT,  Rational.ZERO), Map.entry(Elementary.EXP,   Rational.ONE),
            Map.entry(Elementary.EXPM1, Rational.ZERO), Map.entry(Elementary.LOG1P, Rational.ZERO), Map.entry(Elementary.SIN,   Rational.ZERO),
            Map.entry(Elementary.COS,   Rational.ONE),  Map.entry(Elementary.TAN,   Rational.ZERO), Map.entry(Elementary.SEC,   Rational.ONE),
            Map.entry(Elementary.ASIN,  Rational.ZERO), Map.entry(Elementary.ATAN,  Rational.ZERO), Map.entry(Elementary.SINH,  Rational.ZERO),
            Map.entry(Elementary.COSH,  Rational.ONE),  Map.entry(Elementary.TANH,  Rational.ZERO), Map.entry(Elementary.ASINH, Rational.ZERO),
            Map.entry(Elementary.ATANH, Rational.ZERO), Map.entry(Elementary.ERF,   Rational.ZERO), Map.entry(Elementary.ERFC,  Rational.ONE));

    private static final Map<Unary, Rational> AT_ONE = Map.of(
            Elementary.SQRT,  Rational.ONE,  Elementary.CBRT,  Rational.ONE,  Elementary.LOG,   Rational.ZERO, Elementary.LOG2,  Rational.ZERO,
            Elementary.LOG10, Rational.ZERO, Elementary.ACOS,  Rational.ZERO, Elementary.ACOSH, Rational.ZERO, Elementary.GAMMA, Rational.ONE);

    private static final Set<Elementary> ODD = EnumSet.of(
            Elementary.CBRT, Elementary.SIN, Elementary.TAN, Elementary.COT, Elementary.CSC, Elementary.ASIN, Elementary.ATAN,
            Elementary.SINH, Elementary.TANH, Elementary.ASINH, Elementary.ATANH, Elementary.SIGN, Elementary.ERF, Elementary.COTH,
            Elementary.CSCH, Elementary.ACOT, Elementary.ACSC, Elementary.ACSCH, Elementary.ACOTH);

    private static final Set<Elementary> EVEN = EnumSet.of(
            Elementary.COS, Elementary.SEC, Elementary.COSH, Elementary.ABS, Elementary.GAUSS, Elementary.SECH);

    private static final Set<Elementary> TOTAL = EnumSet.of(
            Elementary.CBRT, Elementary.EXP, Elementary.EXPM1, Elementary.SIN, Elementary.COS, Elementary.ATAN, Elementary.SINH,
            Elementary.COSH, Elementary.TANH, Elementary.ASINH, Elementary.ABS, Elementary.SIGN, Elementary.FLOOR, Elementary.CEIL,
            Elementary.RELU, Elementary.SIGMOID, Elementary.SOFTPLUS, Elementary.GAUSS, Elementary.ERF, Elementary.ERFC, Elementary.SECH);

    private static final Set<Elementary> NEVER_ZERO = EnumSet.of(
            Elementary.EXP, Elementary.COSH, Elementary.SEC, Elementary.CSC, Elementary.GAMMA, Elementary.GAUSS, Elementary.SIGMOID,
            Elementary.SOFTPLUS, Elementary.ERFC, Elementary.SECH, Elementary.CSCH, Elementary.COTH);
    // spotless:on

    private Identities() {}

    /** What f(x) simplifies to, or null. */
    static Form apply(Simplifier k, Unary f, Form x) {
        Rational value = x.value();
        if (value != null && value.isZero() && AT_ZERO.containsKey(f)) {
            return k.constant(AT_ZERO.get(f));
        }
        if (value != null && value.isOne() && AT_ONE.containsKey(f)) {
            return k.constant(AT_ONE.get(f));
        }
        if (f == Elementary.LOG && x == k.constant(Known.E)) {
            return k.constant(1);
        }
        return f instanceof Elementary row && isNegative(x) ? parity(k, row, x) : null;
    }

    private static boolean isNegative(Form x) {
        return x.kind == Form.Kind.PRODUCT && x.number.signum() < 0;
    }

    private static Form parity(Simplifier k, Elementary f, Form x) {
        if (EVEN.contains(f)) {
            return k.apply(f, k.negate(x));
        }
        return ODD.contains(f) ? k.negate(k.apply(f, k.negate(x))) : null;
    }

    static boolean isTotal(Unary f) {
        return f instanceof Elementary row && TOTAL.contains(row);
    }

    static boolean isNeverZero(Form x) {
        return NEVER_ZERO.stream().anyMatch(f -> x.isCallOf(f));
    }
}
