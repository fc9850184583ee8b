package tridiff.reference.enclosure;

import java.math.BigInteger;
import java.util.Optional;
import tridiff.expr.Rational;
import tridiff.reference.ball.ArcTangent;
import tridiff.reference.ball.Ball;
import tridiff.reference.ball.BallFunction;
import tridiff.reference.ball.Circular;
import tridiff.reference.ball.Constants;
import tridiff.reference.ball.Exponential;
import tridiff.reference.ball.Logarithm;
import tridiff.reference.ball.Root;

/** Exponential, logarithmic, circular and hyperbolic functions of enclosures that are numbers. */
final class Transcendental {
    private final Working working;
    private final int bits;

    Transcendental(Working working) {
        this.working = working;
        this.bits = working.bits();
    }

    /** f at x, but an exact value at an exact special argument. */
    private static Optional<Enclosure> special(Enclosure x, long at, long value) {
        boolean hit = x.exact().isPresent() && x.exact().get().equals(Rational.of(at));
        return hit ? Optional.of(Enclosure.of(value)) : Optional.empty();
    }

    Enclosure exp(Enclosure x) {
        return special(x, 0, 1).orElseGet(() -> working.direct(x, Exponential::exp));
    }

    Enclosure expm1(Enclosure x) {
        return special(x, 0, 0).orElseGet(() -> working.direct(x, Exponential::expm1));
    }

    Enclosure log(Enclosure x) {
        return logarithm(x, 0, special(x, 1, 0), Logarithm::log);
    }

    Enclosure log1p(Enclosure x) {
        return logarithm(x, -1, special(x, 0, 0), Logarithm::log1p);
    }

    Enclosure log2(Enclosure x) {
        Optional<Enclosure> exact = x.exact().flatMap(q -> exponent(q, 2)).map(Enclosure::of);
        return logarithm(x, 0, exact, (z, p) -> Logarithm.log(z, p + 4).over(Constants.LOG_2.ball(p + 4), p + 4));
    }

    Enclosure log10(Enclosure x) {
        Optional<Enclosure> exact = x.exact().flatMap(q -> exponent(q, 10)).map(Enclosure::of);
        return logarithm(x, 0, exact, (z, p) -> Logarithm.log(z, p + 4).over(Logarithm.log(Ball.of(10), p + 4), p + 4));
    }

    private Enclosure logarithm(Enclosure x, long pole, Optional<Enclosure> exact, BallFunction f) {
        if (exact.isPresent()) {
            return exact.get();
        }
        return switch (Position.of(x, Rational.of(pole))) {
            case ABOVE -> working.direct(x, f);
            case AT -> Enclosure.undefined(Cause.POLE);
            case BELOW -> Enclosure.undefined(Cause.OUTSIDE_DOMAIN);
            default -> Enclosure.undecided();
        };
    }

    /** k if q = base^k. */
    private static Optional<Long> exponent(Rational q, int base) {
        if (q.signum() <= 0 || !q.isInteger() && !q.numerator().equals(BigInteger.ONE)) {
            return Optional.empty();
        }
        BigInteger power = q.isInteger() ? q.numerator() : q.denominator();
        long k = Math.round((power.bitLength() - 1) * Math.log(2) / Math.log(base) + (base == 2 ? 0 : 0.3));
        boolean hit = power.getLowestSetBit() == k
                && BigInteger.valueOf(base).pow((int) k).equals(power);
        return hit ? Optional.of(q.isInteger() ? k : -k) : Optional.empty();
    }

    Enclosure sin(Enclosure x) {
        return special(x, 0, 0).orElseGet(() -> unit(lipschitz(x, Circular::sin)));
    }

    Enclosure cos(Enclosure x) {
        return special(x, 0, 1).orElseGet(() -> unit(lipschitz(x, Circular::cos)));
    }

    /** f at a number for a function that is sharp enough on any ball. */
    private Enclosure lipschitz(Enclosure x, BallFunction f) {
        return x.exact().isPresent() ? working.direct(x, f) : Enclosure.of(f.at(x.ball(bits), bits));
    }

    /** What is in [-1, 1] of an enclosure. */
    private Enclosure unit(Enclosure x) {
        Ball ball = x.ball(bits);
        if (ball.top() < 0 && ball.radius().top() < 0) {
            return x;
        }
        Ordering ordering = new Ordering(working);
        return ordering.max(Enclosure.of(-1L), ordering.min(x, Enclosure.of(1L)));
    }

    Enclosure tan(Enclosure x) {
        return special(x, 0, 0).orElseGet(() -> quotient(x, Circular::sin, Circular::cos));
    }

    Enclosure cot(Enclosure x) {
        return x.isZero() ? Enclosure.undefined(Cause.POLE) : quotient(x, Circular::cos, Circular::sin);
    }

    Enclosure sec(Enclosure x) {
        return special(x, 0, 1).orElseGet(() -> quotient(x, (z, p) -> Ball.ONE, Circular::cos));
    }

    Enclosure csc(Enclosure x) {
        return x.isZero() ? Enclosure.undefined(Cause.POLE) : quotient(x, (z, p) -> Ball.ONE, Circular::sin);
    }

    private Enclosure quotient(Enclosure x, BallFunction f, BallFunction g) {
        return lipschitz(x, (z, p) -> f.at(z, p + 4).over(g.at(z, p + 4), p + 4));
    }

    Enclosure asin(Enclosure x) {
        return special(x, 0, 0).orElseGet(() -> within(x, Transcendental::asin));
    }

    Enclosure acos(Enclosure x) {
        return special(x, 1, 0).orElseGet(() -> within(x, Transcendental::acos));
    }

    private Enclosure within(Enclosure x, BallFunction f) {
        Position low = Position.of(x, Rational.MINUS_ONE);
        Position high = Position.of(x, Rational.ONE);
        if (low == Position.BELOW || high == Position.ABOVE) {
            return Enclosure.undefined(Cause.OUTSIDE_DOMAIN);
        }
        return low.isFrom() && high.isUpTo() ? working.monotone(x, f) : Enclosure.undecided();
    }

    /** arcsin x = arctan(x / √((1-x)(1+x))) */
    private static Ball asin(Ball x, int p) {
        int bits = p + 8;
        Ball square = Ball.ONE.minus(x, bits).times(Ball.ONE.plus(x, bits), bits);
        if (square.isZero()) {
            Ball right = Constants.PI.ball(bits).scaled(-1);
            return x.mid().signum() < 0 ? right.negate() : right;
        }
        return ArcTangent.atan(x.over(Root.sqrt(square, bits), bits), bits);
    }

    /** arccos x = 2 arctan √((1-x)/(1+x)) */
    private static Ball acos(Ball x, int p) {
        int bits = p + 8;
        Ball below = Ball.ONE.plus(x, bits);
        if (below.isZero()) {
            return Constants.PI.ball(bits);
        }
        return ArcTangent.atan(Root.sqrt(Ball.ONE.minus(x, bits).over(below, bits), bits), bits)
                .scaled(1);
    }

    Enclosure atan(Enclosure x) {
        return special(x, 0, 0).orElseGet(() -> working.direct(x, ArcTangent::atan));
    }

    /** The angle of (x, y): arctan(y/x) to the right of the axis, else ±π/2 - arctan(x/y). */
    Enclosure atan2(Enclosure y, Enclosure x) {
        Algebraic algebraic = new Algebraic(working);
        Position right = Position.of(x, Rational.ZERO);
        if (right == Position.ABOVE) {
            return atan(algebraic.over(y, x));
        }
        if (y.isZero()) {
            return onAxis(right);
        }
        if (y.signum().isEmpty()) {
            return Enclosure.undecided();
        }
        Enclosure quarter = Enclosure.of(Constants.PI.ball(bits).scaled(-1));
        Enclosure signed = y.signum().getAsInt() < 0 ? Algebraic.negate(quarter) : quarter;
        return algebraic.plus(signed, Algebraic.negate(atan(algebraic.over(x, y))));
    }

    private Enclosure onAxis(Position right) {
        return switch (right) {
            case AT -> Enclosure.undefined(Cause.INDETERMINATE);
            case BELOW -> Enclosure.of(Constants.PI.ball(bits));
            default -> Enclosure.undecided();
        };
    }
}
