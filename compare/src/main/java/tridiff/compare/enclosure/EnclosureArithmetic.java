package tridiff.compare.enclosure;

import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import tridiff.expr.Rational;

/**
 * Proved arithmetic: every result contains the true value for all numbers that the operands contain.
 *
 * <p>An undefined operand makes the result undefined, with the cause of the first one; an undecided operand makes it undecided.
 * Results at exact arguments are relatively accurate to the working precision, near zeros of the function too. Thread-safe.
 */
public final class EnclosureArithmetic {
    private final Working working;
    private final Algebraic algebraic;
    private final Transcendental transcendental;
    private final Hyperbolic hyperbolic;
    private final Special special;
    private final Ordering ordering;

    /** Arithmetic with so many decimal digits, and a few more. */
    public EnclosureArithmetic(int digits) {
        if (digits < 1 || digits > 1000) {
            throw new IllegalArgumentException("digits must be from 1 to 1000: " + digits);
        }
        working = Working.of(digits);
        algebraic = new Algebraic(working);
        transcendental = new Transcendental(working);
        hyperbolic = new Hyperbolic(working);
        special = new Special(working);
        ordering = new Ordering(working);
    }

    private static Enclosure lift(Enclosure x, UnaryOperator<Enclosure> f) {
        if (!x.isNumber()) {
            return x;
        }
        try {
            return f.apply(x);
        } catch (Unsettled e) {
            return Enclosure.undecided();
        }
    }

    private static Enclosure lift(Enclosure x, Enclosure y, BinaryOperator<Enclosure> f) {
        if (!x.isNumber() || !y.isNumber()) {
            return x.isUndefined() || y.isNumber() ? x : y;
        }
        try {
            return f.apply(x, y);
        } catch (Unsettled e) {
            return Enclosure.undecided();
        }
    }

    public Enclosure constant(Rational x) {
        return Enclosure.of(x);
    }

    public Enclosure pi() {
        return Enclosure.of(Constants.PI.ball(working.bits()));
    }

    /** Euler's number. */
    public Enclosure e() {
        return Enclosure.of(Exponential.exp(Ball.ONE, working.bits()));
    }

    public Enclosure negate(Enclosure x) {
        return lift(x, Algebraic::negate);
    }

    public Enclosure plus(Enclosure x, Enclosure y) {
        return lift(x, y, algebraic::plus);
    }

    public Enclosure minus(Enclosure x, Enclosure y) {
        return plus(x, negate(y));
    }

    public Enclosure times(Enclosure x, Enclosure y) {
        return lift(x, y, algebraic::times);
    }

    public Enclosure over(Enclosure x, Enclosure y) {
        return lift(x, y, algebraic::over);
    }

    /** x^y; 0^0 is undefined, and a negative number has powers with integer exponents only. */
    public Enclosure power(Enclosure x, Enclosure y) {
        return lift(x, y, algebraic::power);
    }

    /** √(x² + y²) */
    public Enclosure hypot(Enclosure x, Enclosure y) {
        return lift(x, y, algebraic::hypot);
    }

    /** The angle of the point (x, y), in (-π, π]. */
    public Enclosure atan2(Enclosure y, Enclosure x) {
        return lift(y, x, transcendental::atan2);
    }

    /** The n-th derivative of digamma, n = 0, 1, 2, ... */
    public Enclosure polygamma(Enclosure n, Enclosure x) {
        return lift(n, x, special::polygamma);
    }

    public Enclosure min(Enclosure x, Enclosure y) {
        return lift(x, y, ordering::min);
    }

    public Enclosure max(Enclosure x, Enclosure y) {
        return lift(x, y, ordering::max);
    }

    /** The root that is not negative. */
    public Enclosure sqrt(Enclosure x) {
        return lift(x, algebraic::sqrt);
    }

    /** The real cube root. */
    public Enclosure cbrt(Enclosure x) {
        return lift(x, algebraic::cbrt);
    }

    public Enclosure exp(Enclosure x) {
        return lift(x, transcendental::exp);
    }

    /** e^x - 1 */
    public Enclosure expm1(Enclosure x) {
        return lift(x, transcendental::expm1);
    }

    public Enclosure log(Enclosure x) {
        return lift(x, transcendental::log);
    }

    public Enclosure log2(Enclosure x) {
        return lift(x, transcendental::log2);
    }

    public Enclosure log10(Enclosure x) {
        return lift(x, transcendental::log10);
    }

    /** log(1 + x) */
    public Enclosure log1p(Enclosure x) {
        return lift(x, transcendental::log1p);
    }

    public Enclosure sin(Enclosure x) {
        return lift(x, transcendental::sin);
    }

    public Enclosure cos(Enclosure x) {
        return lift(x, transcendental::cos);
    }

    public Enclosure tan(Enclosure x) {
        return lift(x, transcendental::tan);
    }

    public Enclosure cot(Enclosure x) {
        return lift(x, transcendental::cot);
    }

    public Enclosure sec(Enclosure x) {
        return lift(x, transcendental::sec);
    }

    public Enclosure csc(Enclosure x) {
        return lift(x, transcendental::csc);
    }

    public Enclosure asin(Enclosure x) {
        return lift(x, transcendental::asin);
    }

    public Enclosure acos(Enclosure x) {
        return lift(x, transcendental::acos);
    }

    public Enclosure atan(Enclosure x) {
        return lift(x, transcendental::atan);
    }

    public Enclosure sinh(Enclosure x) {
        return lift(x, hyperbolic::sinh);
    }

    public Enclosure cosh(Enclosure x) {
        return lift(x, hyperbolic::cosh);
    }

    public Enclosure tanh(Enclosure x) {
        return lift(x, hyperbolic::tanh);
    }

    public Enclosure asinh(Enclosure x) {
        return lift(x, hyperbolic::asinh);
    }

    public Enclosure acosh(Enclosure x) {
        return lift(x, hyperbolic::acosh);
    }

    public Enclosure atanh(Enclosure x) {
        return lift(x, hyperbolic::atanh);
    }

    /** 1/(1 + e^-x) */
    public Enclosure sigmoid(Enclosure x) {
        return lift(x, hyperbolic::sigmoid);
    }

    /** log(1 + e^x) */
    public Enclosure softplus(Enclosure x) {
        return lift(x, hyperbolic::softplus);
    }

    public Enclosure erf(Enclosure x) {
        return lift(x, special::erf);
    }

    public Enclosure erfc(Enclosure x) {
        return lift(x, special::erfc);
    }

    public Enclosure gamma(Enclosure x) {
        return lift(x, special::gamma);
    }

    /** log |Γ(x)| */
    public Enclosure lgamma(Enclosure x) {
        return lift(x, special::lgamma);
    }

    public Enclosure digamma(Enclosure x) {
        return lift(x, special::digamma);
    }

    public Enclosure abs(Enclosure x) {
        return lift(x, Ordering::abs);
    }

    /** -1, 0 or 1 */
    public Enclosure sign(Enclosure x) {
        return lift(x, Ordering::sign);
    }

    public Enclosure floor(Enclosure x) {
        return lift(x, Ordering::floor);
    }

    public Enclosure ceil(Enclosure x) {
        return negate(floor(negate(x)));
    }

    /** max(x, 0) */
    public Enclosure relu(Enclosure x) {
        return lift(x, ordering::relu);
    }

    /** 1 if x < y, 0 if not. */
    public Enclosure less(Enclosure x, Enclosure y) {
        return lift(x, y, (a, b) -> Ordering.compare(a, b, order -> order < 0));
    }

    public Enclosure lessOrEqual(Enclosure x, Enclosure y) {
        return lift(x, y, (a, b) -> Ordering.compare(a, b, order -> order <= 0));
    }

    public Enclosure greater(Enclosure x, Enclosure y) {
        return lift(x, y, (a, b) -> Ordering.compare(a, b, order -> order > 0));
    }

    public Enclosure greaterOrEqual(Enclosure x, Enclosure y) {
        return lift(x, y, (a, b) -> Ordering.compare(a, b, order -> order >= 0));
    }

    public Enclosure equal(Enclosure x, Enclosure y) {
        return lift(x, y, (a, b) -> Ordering.compare(a, b, order -> order == 0));
    }

    public Enclosure unequal(Enclosure x, Enclosure y) {
        return lift(x, y, (a, b) -> Ordering.compare(a, b, order -> order != 0));
    }
}
