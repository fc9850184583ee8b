package tridiff.symbolic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tridiff.expr.Expr;
import tridiff.expr.Rational;

/** How normal forms are written: numbers first, one fraction bar, a positive term in front of negative ones. */
final class Layout {

    private Layout() {}

    static Expr product(Rational number, Map<Form, Rational> parts) {
        var above = new ArrayList<Expr>();
        var below = new ArrayList<Expr>();
        Rational magnitude = number.abs();
        Rational numerator = new Rational(magnitude.numerator(), java.math.BigInteger.ONE);
        Rational denominator = new Rational(magnitude.denominator(), java.math.BigInteger.ONE);
        if (magnitude.isDecimal()
                && !magnitude.isInteger()
                && magnitude.toBigDecimal().scale() > 2) {
            numerator = magnitude; // 0.0001, not 1/10000
            denominator = Rational.ONE;
        }
        if (!numerator.isOne()) {
            above.add(Expr.constant(numerator));
        }
        if (!denominator.isOne()) {
            below.add(Expr.constant(denominator));
        }
        var divisors = new ArrayList<Expr>();
        parts.forEach((base, exponent) -> {
            if (exponent.signum() > 0) {
                above.add(power(base.expr, exponent));
            } else if (base.isMagnitude() && exponent.equals(Rational.of(-2))) {
                divisors.add(base.expr); // y/h/h, because h^2 may overflow where the quotient does not
                divisors.add(base.expr);
            } else {
                below.add(power(base.expr, exponent.negate()));
            }
        });
        Expr fraction = below.isEmpty() ? times(above) : times(above).over(times(below));
        fraction = divisors.stream().reduce(fraction, Expr::over);
        return number.signum() < 0 ? negate(fraction) : fraction;
    }

    private static Expr power(Expr base, Rational exponent) {
        return exponent.isOne() ? base : base.power(Expr.constant(exponent));
    }

    private static Expr times(List<Expr> factors) {
        return factors.stream().reduce(Expr::times).orElseGet(() -> Expr.constant(1));
    }

    private static Expr negate(Expr e) {
        return e.negate();
    }

    static Expr sum(Rational number, Map<Form, Rational> terms) {
        var positive = new ArrayList<Expr>();
        var negative = new ArrayList<Expr>();
        terms.forEach((term, c) -> (c.signum() < 0 ? negative : positive).add(scaled(term, c.abs())));
        if (!number.isZero()) {
            (number.signum() < 0 ? negative : positive).add(Expr.constant(number.abs()));
        }
        if (positive.isEmpty()) {
            return negate(negative.stream().reduce(Expr::plus).orElseThrow());
        }
        Expr sum = positive.stream().reduce(Expr::plus).orElseThrow();
        return negative.stream().reduce(sum, Expr::minus);
    }

    private static Expr scaled(Form term, Rational c) {
        return c.isOne()
                ? term.expr
                : term.kind == Form.Kind.PRODUCT ? product(c, term.parts) : product(c, Map.of(term, Rational.ONE));
    }
}
