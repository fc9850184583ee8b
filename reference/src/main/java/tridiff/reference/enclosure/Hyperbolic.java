package tridiff.reference.enclosure;

import tridiff.expr.Rational;
import tridiff.reference.ball.Ball;
import tridiff.reference.ball.BallFunction;
import tridiff.reference.ball.Exponential;
import tridiff.reference.ball.Logarithm;
import tridiff.reference.ball.Root;

/** Hyperbolic functions, their inverses and the logistic functions, of enclosures that are numbers. */
final class Hyperbolic {
    private static final Enclosure ZERO = Enclosure.of(Rational.ZERO);

    private final Working working;

    Hyperbolic(Working working) {
        this.working = working;
    }

    private Enclosure odd(Enclosure x, BallFunction f) {
        return x.isZero() ? ZERO : working.monotone(x, f);
    }

    Enclosure sinh(Enclosure x) {
        return odd(x, Hyperbolic::sinh);
    }

    /** sinh x = (u + u/(1+u))/2 with u = e^x - 1, for x ≥ 0. */
    private static Ball sinh(Ball x, int p) {
        if (x.mid().signum() < 0) {
            return sinh(x.negate(), p).negate();
        }
        Ball u = Exponential.expm1(x, p + 8);
        return u.plus(u.over(u.plus(Ball.ONE, p + 8), p + 8), p + 8).scaled(-1);
    }

    /** cosh x = (e^|x| + e^-|x|)/2 grows with |x|. */
    Enclosure cosh(Enclosure x) {
        return x.isZero() ? Enclosure.of(Rational.ONE) : working.monotone(Ordering.abs(x), Hyperbolic::cosh);
    }

    private static Ball cosh(Ball x, int p) {
        Ball y = Exponential.exp(x, p + 8);
        return y.plus(Ball.ONE.over(y, p + 8), p + 8).scaled(-1);
    }

    Enclosure tanh(Enclosure x) {
        return odd(x, Hyperbolic::tanh);
    }

    /** tanh x = -u/(2+u) with u = e^(-2x) - 1, for x ≥ 0. */
    private static Ball tanh(Ball x, int p) {
        if (x.mid().signum() < 0) {
            return tanh(x.negate(), p).negate();
        }
        Ball u = Exponential.expm1(x.scaled(1).negate(), p + 8);
        return u.negate().over(u.plus(Ball.of(2), p + 8), p + 8);
    }

    Enclosure asinh(Enclosure x) {
        return odd(x, Hyperbolic::asinh);
    }

    /** arsinh x = log(1 + x + x²/(1 + √(1+x²))) for x ≥ 0. */
    private static Ball asinh(Ball x, int p) {
        if (x.mid().signum() < 0) {
            return asinh(x.negate(), p).negate();
        }
        int bits = p + 8;
        Ball square = x.square(bits);
        Ball root = Root.sqrt(Ball.ONE.plus(square, bits), bits);
        return Logarithm.log1p(x.plus(square.over(Ball.ONE.plus(root, bits), bits), bits), bits);
    }

    Enclosure acosh(Enclosure x) {
        return switch (Position.of(x, Rational.ONE)) {
            case AT -> ZERO;
            case ABOVE, FROM -> working.monotone(x, Hyperbolic::acosh);
            case BELOW -> Enclosure.undefined(Cause.OUTSIDE_DOMAIN);
            default -> Enclosure.undecided();
        };
    }

    /** arcosh x = log(1 + y + √(y (x+1))) with y = x - 1. */
    private static Ball acosh(Ball x, int p) {
        int bits = p + 8;
        Ball y = x.minus(Ball.ONE, bits);
        Ball root = Root.sqrt(y.times(x.plus(Ball.ONE, bits), bits), bits);
        return Logarithm.log1p(y.plus(root, bits), bits);
    }

    Enclosure atanh(Enclosure x) {
        Position low = Position.of(x, Rational.MINUS_ONE);
        Position high = Position.of(x, Rational.ONE);
        if (low == Position.AT || high == Position.AT) {
            return Enclosure.undefined(Cause.POLE);
        }
        if (low == Position.BELOW || high == Position.ABOVE) {
            return Enclosure.undefined(Cause.OUTSIDE_DOMAIN);
        }
        return low == Position.ABOVE && high == Position.BELOW ? odd(x, Hyperbolic::atanh) : Enclosure.undecided();
    }

    /** artanh x = log(1 + 2x/(1-x))/2 for x ≥ 0. */
    private static Ball atanh(Ball x, int p) {
        if (x.mid().signum() < 0) {
            return atanh(x.negate(), p).negate();
        }
        int bits = p + 8;
        return Logarithm.log1p(x.scaled(1).over(Ball.ONE.minus(x, bits), bits), bits)
                .scaled(-1);
    }

    /** 1/(1+e^-x) */
    Enclosure sigmoid(Enclosure x) {
        return x.isZero() ? Enclosure.of(Rational.of(1, 2)) : working.monotone(x, Hyperbolic::sigmoid);
    }

    private static Ball sigmoid(Ball x, int p) {
        if (x.mid().signum() < 0) {
            Ball y = Exponential.exp(x, p + 8);
            return y.over(Ball.ONE.plus(y, p + 8), p + 8);
        }
        return Ball.ONE.over(Ball.ONE.plus(Exponential.exp(x.negate(), p + 8), p + 8), p + 8);
    }

    /** log(1+e^x) = x + log(1+e^-x) */
    Enclosure softplus(Enclosure x) {
        return working.monotone(x, Hyperbolic::softplus);
    }

    private static Ball softplus(Ball x, int p) {
        return x.mid().signum() < 0
                ? Logarithm.log1p(Exponential.exp(x, p + 8), p + 8)
                : x.plus(Logarithm.log1p(Exponential.exp(x.negate(), p + 8), p + 8), p + 8);
    }
}
