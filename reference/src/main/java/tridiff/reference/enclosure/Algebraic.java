package tridiff.reference.enclosure;

import java.math.BigInteger;
import java.util.Optional;
import tridiff.expr.Rational;
import tridiff.reference.ball.Ball;
import tridiff.reference.ball.Power;
import tridiff.reference.ball.Root;

/** Arithmetic, roots and powers of enclosures that are numbers. */
final class Algebraic {
    /** The bits of a rational number up to which results stay exact. */
    static final int EXACT_BITS = 2400;

    private final Working working;
    private final int bits;

    Algebraic(Working working) {
        this.working = working;
        this.bits = working.bits();
    }

    static Enclosure negate(Enclosure x) {
        return x.exact()
                .map(q -> Enclosure.of(q.negate()))
                .orElseGet(() -> Enclosure.of(x.ball(0).negate()));
    }

    Enclosure plus(Enclosure x, Enclosure y) {
        if (cheap(x, y)) {
            return Enclosure.of(x.exact().get().plus(y.exact().get()));
        }
        if (x.isZero() || y.isZero()) {
            return x.isZero() ? y : x;
        }
        return bothExact(x, y)
                ? working.refined(EXACT_BITS, p -> x.ball(p).plus(y.ball(p), p))
                : Enclosure.of(x.ball(bits).plus(y.ball(bits), bits));
    }

    Enclosure times(Enclosure x, Enclosure y) {
        if (x.isZero() || y.isZero()) {
            return Enclosure.of(Rational.ZERO);
        }
        if (cheap(x, y)) {
            return Enclosure.of(x.exact().get().times(y.exact().get()));
        }
        if (x.equals(y)) {
            return Enclosure.of(x.ball(bits).square(bits));
        }
        if (isOne(x) || isOne(y)) {
            return isOne(x) ? y : x;
        }
        return Enclosure.of(x.ball(bits).times(y.ball(bits), bits));
    }

    Enclosure over(Enclosure x, Enclosure y) {
        if (y.isZero()) {
            return dividedByZero(x);
        }
        if (y.ball(bits).containsZero()) {
            return Enclosure.undecided();
        }
        if (x.isZero() || isOne(y)) {
            return x;
        }
        return cheap(x, y)
                ? Enclosure.of(x.exact().get().over(y.exact().get()))
                : Enclosure.of(x.ball(bits).over(y.ball(bits), bits));
    }

    private static Enclosure dividedByZero(Enclosure x) {
        if (x.isZero()) {
            return Enclosure.undefined(Cause.ZERO_OVER_ZERO);
        }
        boolean nonzero = x.signum().isPresent();
        return nonzero ? Enclosure.undefined(Cause.POLE) : Enclosure.undecided();
    }

    Enclosure sqrt(Enclosure x) {
        Optional<Enclosure> exact = exactRoot(x, 2);
        if (exact.isPresent()) {
            return exact.get();
        }
        return switch (Position.of(x, Rational.ZERO)) {
            case BELOW -> Enclosure.undefined(Cause.OUTSIDE_DOMAIN);
            case UNSURE -> Enclosure.undecided();
            default -> working.monotone(x, Root::sqrt);
        };
    }

    Enclosure cbrt(Enclosure x) {
        return exactRoot(x, 3).orElseGet(() -> working.direct(x, Root::cbrt));
    }

    private static Optional<Enclosure> exactRoot(Enclosure x, int n) {
        return x.exact().flatMap(q -> Root.exact(q, n)).map(Enclosure::of);
    }

    Enclosure hypot(Enclosure x, Enclosure y) {
        if (bothExact(x, y) && x.exact().get().bits() + y.exact().get().bits() <= EXACT_BITS / 2) {
            Rational a = x.exact().get();
            Rational b = y.exact().get();
            return sqrt(Enclosure.of(a.times(a).plus(b.times(b))));
        }
        Ball square = x.ball(bits).square(bits).plus(y.ball(bits).square(bits), bits);
        Ball sum = square.lower().mid().signum() < 0 ? Ball.upTo(square.above()) : square;
        return working.monotone(Enclosure.of(sum), Root::sqrt);
    }

    Enclosure power(Enclosure x, Enclosure y) {
        if (y.exact().isPresent() && y.exact().get().isInteger()) {
            return power(x, y.exact().get().numerator());
        }
        return switch (Position.of(x, Rational.ZERO)) {
            case ABOVE -> powerOfPositive(x, y);
            case AT -> powerOfZero(y);
            case BELOW -> mayBeInteger(y) ? Enclosure.undecided() : Enclosure.undefined(Cause.OUTSIDE_DOMAIN);
            default -> Enclosure.undecided();
        };
    }

    private static boolean mayBeInteger(Enclosure y) {
        return y.exact().isEmpty() && !Ordering.withoutInteger(y.ball(0));
    }

    private static Enclosure powerOfZero(Enclosure y) {
        return switch (Position.of(y, Rational.ZERO)) {
            case ABOVE -> Enclosure.of(Rational.ZERO);
            case BELOW -> Enclosure.undefined(Cause.POLE);
            case AT -> Enclosure.undefined(Cause.ZERO_TO_THE_ZERO);
            default -> Enclosure.undecided();
        };
    }

    private Enclosure powerOfPositive(Enclosure x, Enclosure y) {
        if (isOne(x)) {
            return x;
        }
        if (bothExact(x, y)) {
            return exactPower(x.exact().get(), y.exact().get())
                    .orElseGet(() -> working.refined(EXACT_BITS, p -> Power.real(x.ball(p), y.ball(p), p)));
        }
        return Enclosure.of(Power.real(x.ball(bits), y.ball(bits), bits));
    }

    /** x^(a/b) for a small b where x is the b-th power of a rational number. */
    private Optional<Enclosure> exactPower(Rational x, Rational y) {
        if (y.denominator().bitLength() > 6) {
            return Optional.empty();
        }
        return Root.exact(x, y.denominator().intValue()).map(root -> power(Enclosure.of(root), y.numerator()));
    }

    private Enclosure power(Enclosure x, BigInteger n) {
        if (x.isZero()) {
            return powerOfZero(Enclosure.of(new Rational(n, BigInteger.ONE)));
        }
        if (n.equals(BigInteger.ONE)) {
            return x;
        }
        if (n.signum() <= 0 && x.ball(bits).containsZero()) {
            return Enclosure.undecided();
        }
        if (n.signum() == 0 || isOne(x)) {
            return Enclosure.of(Rational.ONE);
        }
        return x.exact()
                .map(q -> powerOfExact(q, n))
                .orElseGet(() -> Enclosure.of(Power.integer(x.ball(bits), n, bits)));
    }

    private Enclosure powerOfExact(Rational x, BigInteger n) {
        if (x.abs().isOne()) {
            return Enclosure.of(n.testBit(0) ? x : Rational.ONE);
        }
        boolean cheap = n.bitLength() < 12 && (long) x.bits() * Math.abs(n.intValue()) <= EXACT_BITS;
        return cheap
                ? Enclosure.of(x.power(n.intValue()))
                : working.refined(EXACT_BITS, p -> Power.integer(Ball.of(x, p), n, p));
    }

    private static boolean isOne(Enclosure x) {
        return x.exact().isPresent() && x.exact().get().isOne();
    }

    private static boolean bothExact(Enclosure x, Enclosure y) {
        return x.exact().isPresent() && y.exact().isPresent();
    }

    private static boolean cheap(Enclosure x, Enclosure y) {
        return bothExact(x, y) && x.exact().get().bits() + y.exact().get().bits() <= EXACT_BITS;
    }
}
