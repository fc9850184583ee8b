package tridiff.reference.enclosure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import tridiff.expr.Rational;
import tridiff.reference.ball.Ball;
import tridiff.reference.ball.Bounds;
import tridiff.reference.ball.Decimals;
import tridiff.reference.ball.Magnitude;

/**
 * What is known of a real number: bounds that are proved, or that it is undefined, or nothing.
 *
 * <p>It is in one of three states. A <em>number</em> lies in [{@link #lower()}, {@link #upper()}] and may be known exactly. An
 * <em>undefined</em> value has a {@link Cause}. An <em>undecided</em> value could not be settled at the precision in use.
 */
public final class Enclosure {
    private static final Enclosure UNDECIDED = new Enclosure(null, null, null, null);

    private final Rational exact;
    private final Ball ball;
    private final FormOnDemand form; // of a ball, where it may be known
    private final Cause cause;

    private Enclosure(Rational exact, Ball ball, FormOnDemand form, Cause cause) {
        this.exact = exact;
        this.ball = ball;
        this.form = form;
        this.cause = cause;
    }

    /** A number that is known exactly. */
    public static Enclosure of(Rational exact) {
        return new Enclosure(Objects.requireNonNull(exact), null, null, null);
    }

    /** The exact value of a finite double. */
    public static Enclosure of(double x) {
        return of(Rational.of(x));
    }

    static Enclosure of(long n) {
        return of(Rational.of(n));
    }

    static Enclosure of(Ball ball) {
        return new Enclosure(null, ball, null, null);
    }

    /** The same number, known to have this form; exact if that is rational. */
    Enclosure in(Closed form) {
        if (ball == null || form == null) {
            return this;
        }
        form.rational().ifPresent(q -> {
            if (!contains(q)) {
                throw new IllegalStateException("the closed form " + q + " is not in " + this);
            }
        });
        return form.rational()
                .map(Enclosure::of)
                .orElseGet(() -> new Enclosure(null, ball, FormOnDemand.of(form), null));
    }

    /** The same number, which has this form, known not to be rational. */
    Enclosure in(FormOnDemand irrational) {
        return ball == null || irrational == null ? this : new Enclosure(null, ball, irrational, null);
    }

    /** The closed form of a number that is not known exactly; null where none is known. */
    Closed closed() {
        return form == null ? null : form.get();
    }

    /** Whether a form may be known. */
    boolean mayBeClosed() {
        return form != null;
    }

    int formDepth() {
        return form == null ? 0 : form.depth();
    }

    public static Enclosure undefined(Cause cause) {
        return new Enclosure(null, null, null, Objects.requireNonNull(cause));
    }

    public static Enclosure undecided() {
        return UNDECIDED;
    }

    public boolean isNumber() {
        return exact != null || ball != null;
    }

    public boolean isUndefined() {
        return cause != null;
    }

    public boolean isUndecided() {
        return !isNumber() && cause == null;
    }

    /** Why it is undefined; an {@link IllegalStateException} if it is not. */
    public Cause cause() {
        if (cause == null) {
            throw new IllegalStateException("not undefined: " + this);
        }
        return cause;
    }

    /** The number itself, if it is known exactly. */
    public Optional<Rational> exact() {
        return Optional.ofNullable(exact);
    }

    /** Whether it is known to be 0. */
    public boolean isZero() {
        return exact != null ? exact.isZero() : ball != null && ball.isZero();
    }

    /** The sign, if it is known. */
    public OptionalInt signum() {
        if (exact != null) {
            return OptionalInt.of(exact.signum());
        }
        return ball == null || ball.containsZero() && !ball.isZero()
                ? OptionalInt.empty()
                : OptionalInt.of(ball.signum());
    }

    /** A bound from below; an {@link ArithmeticException} if it is too large for a rational. */
    public Rational lower() {
        return exact != null ? exact : Bounds.rational(number().lower(), -1);
    }

    /** A bound from above; an {@link ArithmeticException} if it is too large for a rational. */
    public Rational upper() {
        return exact != null ? exact : Bounds.rational(number().upper(), 1);
    }

    /** Whether the number may be the given one. */
    public boolean contains(Rational q) {
        return exact != null
                ? exact.equals(q)
                : Bounds.compare(number().lower(), q) <= 0 && Bounds.compare(number().upper(), q) >= 0;
    }

    /** Whether the two may be the same number. */
    public boolean overlaps(Enclosure that) {
        if (exact != null || that.exact != null) {
            return exact != null ? that.contains(exact) : contains(that.exact);
        }
        return number().lower().compareMid(that.number().upper()) <= 0
                && that.number().lower().compareMid(number().upper()) <= 0;
    }

    /** Whether its absolute value is certainly below a positive double. */
    public boolean isBelow(double bound) {
        Rational most = Rational.of(bound);
        return exact != null
                ? exact.abs().compareTo(most) < 0
                : Bounds.compare(number().upper(), most) < 0 && Bounds.compare(number().lower(), most.negate()) > 0;
    }

    /** Whether it is exact, or hi - lo ≤ 10^-digits |x| for every x in the enclosure. */
    public boolean accurateTo(int digits) {
        if (exact != null || ball == null) {
            return exact != null;
        }
        if (ball.isExact() || ball.containsZero()) {
            return ball.isExact();
        }
        Magnitude width = ball.radius().scaled(1).over(ball.below());
        Ball scaled = width.ball().times(Ball.exactly(BigInteger.TEN.pow(digits), 0), Integer.MAX_VALUE / 4);
        return scaled.compareMid(Ball.ONE) <= 0;
    }

    /** Whether it can be written in decimal digits: numbers beyond some billion digits are not. */
    public boolean hasDigits() {
        return exact != null || ball != null && !Decimals.isExtreme(ball.middle());
    }

    /** The decimal digits that are certain, rounded; at most so many significant ones. */
    public String toString(int digits) {
        if (cause != null) {
            return "undefined: " + cause.said();
        }
        if (ball == null && exact == null) {
            return "undecided";
        }
        return exact != null ? Decimals.ofExact(exact, digits) : Decimals.ofBall(ball, digits);
    }

    /** Two are equal if both are known to be the same number. */
    @Override
    public boolean equals(Object other) {
        return this == other || exact != null && other instanceof Enclosure that && exact.equals(that.exact);
    }

    @Override
    public int hashCode() {
        return exact != null ? exact.hashCode() : System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return toString(20);
    }

    /** A decimal number near the middle; an {@link ArithmeticException} if its exponent is too large. */
    public BigDecimal midpoint(int digits) {
        return exact != null ? Decimals.rounded(exact, digits) : Decimals.middle(number(), digits);
    }

    /** The double to which every number in the enclosure rounds, ties to even, if there is one. */
    public OptionalDouble nearest() {
        if (!isNumber()) {
            return OptionalDouble.empty();
        }
        if (exact != null) {
            return OptionalDouble.of(exact.doubleValue());
        }
        double low = Bounds.nearest(ball.lower());
        double high = Bounds.nearest(ball.upper());
        return low == high ? OptionalDouble.of(high == 0 ? Math.max(low, high) : low) : OptionalDouble.empty();
    }

    /** |d - x| for a finite double d. */
    public double absoluteError(double d) {
        return new Distance(d, this).absolute();
    }

    /** |d - x| / |x|; 0 if both are 0, infinite if only x is known to be 0. */
    public double relativeError(double d) {
        return new Distance(d, this).relative();
    }

    /** |d - x| in units of the last place: the spacing of the doubles at the one nearest to x. */
    public double ulps(double d) {
        return new Distance(d, this).ulps();
    }

    /** The number as a ball, that of an exact one with p bits or exactly. */
    Ball ball(int p) {
        return exact != null ? Ball.of(exact, p) : number();
    }

    private Ball number() {
        if (ball == null) {
            throw new IllegalStateException("not a number: " + this);
        }
        return ball;
    }
}
