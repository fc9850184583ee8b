package tridiff.reference.enclosure;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import tridiff.expr.Rational;
import tridiff.reference.ball.Constants;
import tridiff.reference.ball.Unsettled;

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

    /** f(x), with its closed form if that of x is known. */
    private static Enclosure named(String name, Enclosure x, UnaryOperator<Enclosure> f) {
        Enclosure y = lift(x, f);
        if (!isOpen(y) || !Closed.isKnown(x)) {
            return y;
        }
        return ClosedForms.isIrrational(name, x)
                ? y.in(FormOnDemand.later(() -> form(name, x), x))
                : y.in(form(name, x));
    }

    private static Closed form(String name, Enclosure x) {
        Closed form = Closed.of(x);
        return form == null ? null : ClosedForms.of(name, form);
    }

    /** f(x, y), with its closed form if those of x and y are known. */
    private static Enclosure formed(
            Enclosure x, Enclosure y, BinaryOperator<Enclosure> f, BinaryOperator<Closed> form) {
        Enclosure z = lift(x, y, f);
        return isOpen(z) && Closed.isKnown(x) && Closed.isKnown(y) // by far the most of a large function is not
                ? z.in(form(x, y, form))
                : z;
    }

    private static Closed form(Enclosure x, Enclosure y, BinaryOperator<Closed> form) {
        Closed a = Closed.of(x);
        Closed b = a == null ? null : Closed.of(y);
        return b == null ? null : form.apply(a, b);
    }

    /** The same for an operation of arithmetic: of a rational number and another one the result is none, unless it is 0. */
    private static Enclosure combined(
            Enclosure x, Enclosure y, BinaryOperator<Enclosure> f, BinaryOperator<Closed> form) {
        boolean mixed = x.exact().isPresent()
                ? y.mayBeClosed()
                : x.mayBeClosed() && y.exact().isPresent();
        if (!mixed) {
            return formed(x, y, f, form);
        }
        Enclosure z = lift(x, y, f);
        return isOpen(z) ? z.in(FormOnDemand.later(() -> form(x, y, form), x, y)) : z;
    }

    private static boolean isOpen(Enclosure x) {
        return x.isNumber() && x.exact().isEmpty();
    }

    public Enclosure constant(Rational x) {
        return Enclosure.of(x);
    }

    public Enclosure pi() {
        return Enclosure.of(Constants.PI.ball(working.bits())).in(Closed.of(Generator.PI, Rational.ONE));
    }

    /** Euler's number. */
    public Enclosure e() {
        return exp(Enclosure.of(Rational.ONE));
    }

    public Enclosure negate(Enclosure x) {
        Enclosure y = lift(x, Algebraic::negate);
        return isOpen(y) && x.mayBeClosed() ? y.in(FormOnDemand.later(() -> ClosedForms.negate(x.closed()), x)) : y;
    }

    public Enclosure plus(Enclosure x, Enclosure y) {
        return combined(x, y, algebraic::plus, Closed::plus);
    }

    public Enclosure minus(Enclosure x, Enclosure y) {
        return plus(x, negate(y));
    }

    public Enclosure times(Enclosure x, Enclosure y) {
        return combined(x, y, algebraic::times, Closed::times);
    }

    public Enclosure over(Enclosure x, Enclosure y) {
        return combined(x, y, algebraic::over, Closed::over);
    }

    /** x^y; 0^0 is undefined, and a negative number has powers with integer exponents only. */
    public Enclosure power(Enclosure x, Enclosure y) {
        return formed(x, y, algebraic::power, (a, b) -> b.rational()
                .map(a::power)
                .orElseGet(() -> Generator.opaque("^", List.of(a, b))));
    }

    /** √(x² + y²) */
    public Enclosure hypot(Enclosure x, Enclosure y) {
        return formed(x, y, algebraic::hypot, (a, b) -> {
            Closed squares = ClosedForms.plus(a.times(a), b.times(b));
            return squares == null ? null : squares.power(Rational.of(1, 2));
        });
    }

    /** The angle of the point (x, y), in (-π, π]. */
    public Enclosure atan2(Enclosure y, Enclosure x) {
        return formed(y, x, transcendental::atan2, ClosedForms::angle);
    }

    /** The n-th derivative of digamma, n = 0, 1, 2, ... */
    public Enclosure polygamma(Enclosure n, Enclosure x) {
        return formed(n, x, special::polygamma, (m, a) -> Generator.opaque("polygamma", List.of(m, a)));
    }

    /** The Bessel function J_n(x) for a whole n. */
    public Enclosure besselj(Enclosure n, Enclosure x) {
        return formed(n, x, special::besselj, (m, a) -> Generator.opaque("besselj", List.of(m, a)));
    }

    /** The spherical Bessel function j_n(x), n = 0, 1, 2, ... */
    public Enclosure sphericalbesselj(Enclosure n, Enclosure x) {
        return formed(n, x, special::sphericalbesselj, (m, a) -> Generator.opaque("sphericalbesselj", List.of(m, a)));
    }

    /** sin(x)/x, and 1 at 0 */
    public Enclosure sinc(Enclosure x) {
        return sphericalbesselj(constant(Rational.ZERO), x);
    }

    public Enclosure min(Enclosure x, Enclosure y) {
        return lift(x, y, ordering::min);
    }

    public Enclosure max(Enclosure x, Enclosure y) {
        return lift(x, y, ordering::max);
    }

    /** A root; of a negative number it is that of the opposite one. */
    private static Enclosure rooted(Enclosure x, UnaryOperator<Enclosure> f, Rational exponent) {
        Enclosure y = lift(x, f);
        if (!isOpen(y) || !Closed.isKnown(x) || y.signum().isEmpty()) {
            return y;
        }
        boolean negative = y.signum().getAsInt() < 0;
        return y.in(FormOnDemand.later(() -> ClosedForms.root(Closed.of(x), exponent, negative), x));
    }

    /** The root that is not negative. */
    public Enclosure sqrt(Enclosure x) {
        return rooted(x, algebraic::sqrt, Rational.of(1, 2));
    }

    /** The real cube root. */
    public Enclosure cbrt(Enclosure x) {
        return rooted(x, algebraic::cbrt, Rational.of(1, 3));
    }

    public Enclosure exp(Enclosure x) {
        return named("exp", x, transcendental::exp);
    }

    /** e^x - 1 */
    public Enclosure expm1(Enclosure x) {
        return named("expm1", x, transcendental::expm1);
    }

    public Enclosure log(Enclosure x) {
        return named("log", x, transcendental::log);
    }

    public Enclosure log2(Enclosure x) {
        return named("log2", x, transcendental::log2);
    }

    public Enclosure log10(Enclosure x) {
        return named("log10", x, transcendental::log10);
    }

    /** log(1 + x) */
    public Enclosure log1p(Enclosure x) {
        return named("log1p", x, transcendental::log1p);
    }

    public Enclosure sin(Enclosure x) {
        return named("sin", x, transcendental::sin);
    }

    public Enclosure cos(Enclosure x) {
        return named("cos", x, transcendental::cos);
    }

    public Enclosure tan(Enclosure x) {
        return named("tan", x, transcendental::tan);
    }

    public Enclosure cot(Enclosure x) {
        return named("cot", x, transcendental::cot);
    }

    public Enclosure sec(Enclosure x) {
        return named("sec", x, transcendental::sec);
    }

    public Enclosure csc(Enclosure x) {
        return named("csc", x, transcendental::csc);
    }

    public Enclosure asin(Enclosure x) {
        return named("asin", x, transcendental::asin);
    }

    public Enclosure acos(Enclosure x) {
        return named("acos", x, transcendental::acos);
    }

    public Enclosure atan(Enclosure x) {
        return named("atan", x, transcendental::atan);
    }

    public Enclosure sinh(Enclosure x) {
        return named("sinh", x, hyperbolic::sinh);
    }

    public Enclosure cosh(Enclosure x) {
        return named("cosh", x, hyperbolic::cosh);
    }

    public Enclosure tanh(Enclosure x) {
        return named("tanh", x, hyperbolic::tanh);
    }

    public Enclosure asinh(Enclosure x) {
        return named("asinh", x, hyperbolic::asinh);
    }

    public Enclosure acosh(Enclosure x) {
        return named("acosh", x, hyperbolic::acosh);
    }

    public Enclosure atanh(Enclosure x) {
        return named("atanh", x, hyperbolic::atanh);
    }

    /** 1/(1 + e^-x) */
    public Enclosure sigmoid(Enclosure x) {
        return named("sigmoid", x, hyperbolic::sigmoid);
    }

    /** log(1 + e^x) */
    public Enclosure softplus(Enclosure x) {
        return named("softplus", x, hyperbolic::softplus);
    }

    public Enclosure erf(Enclosure x) {
        return named("erf", x, special::erf);
    }

    public Enclosure erfc(Enclosure x) {
        return named("erfc", x, special::erfc);
    }

    public Enclosure gamma(Enclosure x) {
        return named("gamma", x, special::gamma);
    }

    /** log |Γ(x)| */
    public Enclosure lgamma(Enclosure x) {
        return named("lgamma", x, special::lgamma);
    }

    public Enclosure digamma(Enclosure x) {
        return named("digamma", x, special::digamma);
    }

    public Enclosure abs(Enclosure x) {
        return x.isNumber() && x.signum().isPresent()
                ? x.signum().getAsInt() < 0 ? negate(x) : x
                : lift(x, Ordering::abs);
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

    /** By the difference where that is known exactly: two numbers of one closed form are equal. */
    private Enclosure compared(Enclosure x, Enclosure y, IntPredicate test) {
        boolean formed = x.isNumber() && y.isNumber() && (x.mayBeClosed() || y.mayBeClosed());
        Enclosure difference = formed ? minus(x, y) : Enclosure.undecided();
        return difference.exact().isPresent()
                ? lift(difference, constant(Rational.ZERO), (a, b) -> Ordering.compare(a, b, test))
                : lift(x, y, (a, b) -> Ordering.compare(a, b, test));
    }

    /** 1 if x &lt; y, 0 if not. */
    public Enclosure less(Enclosure x, Enclosure y) {
        return compared(x, y, order -> order < 0);
    }

    public Enclosure lessOrEqual(Enclosure x, Enclosure y) {
        return compared(x, y, order -> order <= 0);
    }

    public Enclosure greater(Enclosure x, Enclosure y) {
        return compared(x, y, order -> order > 0);
    }

    public Enclosure greaterOrEqual(Enclosure x, Enclosure y) {
        return compared(x, y, order -> order >= 0);
    }

    public Enclosure equal(Enclosure x, Enclosure y) {
        return compared(x, y, order -> order == 0);
    }

    public Enclosure unequal(Enclosure x, Enclosure y) {
        return compared(x, y, order -> order != 0);
    }
}
