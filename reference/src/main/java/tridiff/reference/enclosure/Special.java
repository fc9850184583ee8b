package tridiff.reference.enclosure;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.IntFunction;
import tridiff.expr.Rational;
import tridiff.reference.ball.Ball;
import tridiff.reference.ball.BallFunction;
import tridiff.reference.ball.BesselFunction;
import tridiff.reference.ball.ErrorFunction;
import tridiff.reference.ball.GammaFunction;
import tridiff.reference.ball.PolygammaFunction;

/** Error functions, gamma functions and Bessel functions of enclosures that are numbers. */
final class Special {
    private static final int MOST = 2500;
    private static final Rational TURN_LOW = Rational.of(146, 100);
    private static final Rational TURN_HIGH = Rational.of(147, 100);
    private static final Enclosure ZERO = Enclosure.of(Rational.ZERO);
    private static final Enclosure ONE = Enclosure.of(Rational.ONE);

    private final Working working;
    private final int bits;

    Special(Working working) {
        this.working = working;
        this.bits = working.bits();
    }

    Enclosure erf(Enclosure x) {
        return x.isZero() ? ZERO : points(x, ErrorFunction::erf);
    }

    Enclosure erfc(Enclosure x) {
        return x.isZero() ? ONE : points(x, ErrorFunction::erfc);
    }

    /** A monotone function that is computed at points only: what a point is known to with a radius has two ends. */
    private Enclosure points(Enclosure x, BallFunction f) {
        return working.monotone(
                x, (z, p) -> z.isExact() ? f.at(z, p) : Ball.hull(f.at(z.lower(), p), f.at(z.upper(), p), p));
    }

    Enclosure gamma(Enclosure x) {
        if (x.exact().isPresent()) {
            Rational q = x.exact().get();
            return isPole(q) ? Enclosure.undefined(Cause.POLE) : factorial(q).orElseGet(() -> gammaOf(q));
        }
        Ball ball = x.ball(bits);
        return ball.signum() > 0
                ? convex(x, GammaFunction::gamma, Rational.of(88, 100))
                : away(ball, GammaFunction::gamma);
    }

    private Enclosure gammaOf(Rational q) {
        return working.refined(MOST, p -> GammaFunction.gamma(Ball.of(q, p), p));
    }

    /** log |Γ(x)| */
    Enclosure lgamma(Enclosure x) {
        if (x.exact().isPresent()) {
            Rational q = x.exact().get();
            boolean zero = q.isOne() || q.equals(Rational.TWO);
            return isPole(q) ? Enclosure.undefined(Cause.POLE) : zero ? ZERO : lgammaOf(q);
        }
        Ball ball = x.ball(bits);
        return ball.signum() > 0
                ? convex(x, GammaFunction::logGamma, Rational.of(-122, 1000))
                : away(ball, GammaFunction::logGamma);
    }

    private Enclosure lgammaOf(Rational q) {
        return working.refined(MOST, p -> GammaFunction.logGamma(Ball.of(q, p), p));
    }

    /**
     * Γ or log Γ for x > 0: convex, least at 1.4616... with a value above the given one (DLMF 5.4.20), and on [1, 2] changing less than
     * x does, as both derivatives there are between those at 1 and 2: -0.578 and 0.423.
     */
    private Enclosure convex(Enclosure x, BallFunction f, Rational least) {
        if (Position.of(x, TURN_HIGH).isFrom() || Position.of(x, TURN_LOW).isUpTo()) {
            return working.monotone(x, f);
        }
        Ball ball = x.ball(bits);
        if (Position.of(x, Rational.ONE).isFrom()
                && Position.of(x, Rational.TWO).isUpTo()) {
            return Enclosure.of(f.at(ball.middle(), bits).widened(ball.radius()));
        }
        Ball ends = Ball.hull(f.at(ball.lower(), bits), f.at(ball.upper(), bits), bits);
        return Enclosure.of(Ball.hull(ends, Ball.of(least, bits), bits));
    }

    /** f on a ball that must not contain 0 or a negative integer. */
    private Enclosure away(Ball x, BallFunction f) {
        return Ordering.withoutInteger(x) ? Enclosure.of(f.at(x, bits)) : Enclosure.undecided();
    }

    private static boolean isPole(Rational x) {
        return x.isInteger() && x.signum() <= 0;
    }

    /** (x-1)! for an integer x, if it is not too long. */
    private static Optional<Enclosure> factorial(Rational x) {
        if (!x.isInteger() || x.compareTo(Rational.of(300)) > 0) {
            return Optional.empty();
        }
        BigInteger product = BigInteger.ONE;
        for (int i = 2; i < x.numerator().intValue(); i++) {
            product = product.multiply(BigInteger.valueOf(i));
        }
        return product.bitLength() < Algebraic.EXACT_BITS
                ? Optional.of(Enclosure.of(new Rational(product, BigInteger.ONE)))
                : Optional.empty();
    }

    Enclosure digamma(Enclosure x) {
        return polygamma(0, x);
    }

    Enclosure polygamma(Enclosure order, Enclosure x) {
        return ofOrder(order, PolygammaFunction.MAX_ORDER, n -> polygamma(n, x));
    }

    /** J_(-n) = (-1)^n J_n (DLMF 10.4.1). */
    Enclosure besselj(Enclosure order, Enclosure x) {
        if (order.signum().orElse(0) >= 0) {
            return ofOrder(order, BesselFunction.MAX_ORDER, n -> entire(n, x, BesselFunction.cylindrical(n)));
        }
        return ofOrder(Algebraic.negate(order), BesselFunction.MAX_ORDER, n -> {
            Enclosure y = entire(n, x, BesselFunction.cylindrical(n));
            return n % 2 == 0 ? y : Algebraic.negate(y);
        });
    }

    Enclosure sphericalbesselj(Enclosure order, Enclosure x) {
        return ofOrder(order, BesselFunction.MAX_ORDER, n -> entire(n, x, BesselFunction.spherical(n)));
    }

    /** A Bessel function, which is 1 at 0 for the order 0, and else 0. */
    private Enclosure entire(int n, Enclosure x, BallFunction f) {
        if (x.isZero()) {
            return n == 0 ? ONE : ZERO;
        }
        return x.exact().isPresent() ? working.direct(x, f) : Enclosure.of(f.at(x.ball(bits), bits));
    }

    /** A function that is defined for whole orders from 0 on, and computed up to some. */
    private static Enclosure ofOrder(Enclosure order, int most, IntFunction<Enclosure> f) {
        if (order.exact().isEmpty()) {
            return Enclosure.undecided();
        }
        Rational n = order.exact().get();
        if (!n.isInteger() || n.signum() < 0) {
            return Enclosure.undefined(Cause.OUTSIDE_DOMAIN);
        }
        return n.compareTo(Rational.of(most)) > 0
                ? Enclosure.undecided()
                : f.apply(n.numerator().intValue());
    }

    /** Monotone for x > 0; between two poles monotone for even n. */
    private Enclosure polygamma(int n, Enclosure x) {
        BallFunction f = (z, p) -> PolygammaFunction.at(n, z, p);
        if (x.exact().isPresent()) {
            Rational q = x.exact().get();
            return isPole(q)
                    ? Enclosure.undefined(Cause.POLE)
                    : working.refined(MOST, p -> PolygammaFunction.at(n, Ball.of(q, p), p));
        }
        Ball ball = x.ball(bits);
        return ball.signum() > 0 ? working.monotone(x, f) : away(ball, f);
    }
}
