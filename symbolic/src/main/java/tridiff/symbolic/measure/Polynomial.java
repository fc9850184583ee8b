package tridiff.symbolic.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tridiff.expr.Algebra;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Constant;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.Unary;
import tridiff.wengert.WengertList;

/**
 * A polynomial of one variable multiplied out: what computer algebra systems like to print, and the simplifier never writes.
 *
 * @param coefficients of 1, x, x^2 …
 */
public record Polynomial(List<Rational> coefficients) {

    private static final int HIGHEST_DEGREE = 4_096;

    /** The formula multiplied out, if it is a polynomial of x with rational coefficients and not of too high a degree. */
    public static Optional<Polynomial> of(Expr e) {
        List<Expr.Var> variables = e.variables();
        if (variables.size() > 1) {
            return Optional.empty();
        }
        var x = new Polynomial(List.of(Rational.ZERO, Rational.ONE));
        return WengertList.of(e, variables)
                .in(new Expansion(), Collections.nCopies(variables.size(), Optional.of(x)))
                .get(0);
    }

    public int degree() {
        return coefficients.size() - 1;
    }

    /** c0 + c1·x + c2·x^2 …, the highest power first. */
    public Expr expanded(Expr x) {
        Expr sum = null;
        for (int i = degree(); i >= 0; i--) {
            Rational c = coefficients.get(i);
            if (!c.isZero()) {
                Expr power = i == 0 ? null : i == 1 ? x : x.power(i);
                sum = added(sum, power, c);
            }
        }
        return sum == null ? Expr.constant(0) : sum;
    }

    private static Expr added(Expr sum, Expr power, Rational c) {
        Expr magnitude = Expr.constant(c.abs());
        Expr term = power == null ? magnitude : c.abs().isOne() ? power : magnitude.times(power);
        if (sum == null) {
            return c.signum() < 0 ? term.negate() : term;
        }
        return c.signum() < 0 ? sum.minus(term) : sum.plus(term);
    }

    /** ((c3·x + c2)·x + c1)·x + c0, Horner's form. */
    public Expr horner(Expr x) {
        Expr value = Expr.constant(coefficients.get(degree()));
        for (int i = degree() - 1; i >= 0; i--) {
            Rational c = coefficients.get(i);
            value = value.times(x);
            value = c.isZero()
                    ? value
                    : c.signum() < 0 ? value.minus(Expr.constant(c.abs())) : value.plus(Expr.constant(c));
        }
        return value;
    }

    private Polynomial plus(Polynomial that, Rational factor) {
        var sum = new ArrayList<Rational>();
        for (int i = 0; i < Math.max(coefficients.size(), that.coefficients.size()); i++) {
            sum.add(at(i).plus(that.at(i).times(factor)));
        }
        return trimmed(sum);
    }

    private Rational at(int i) {
        return i < coefficients.size() ? coefficients.get(i) : Rational.ZERO;
    }

    private static Polynomial trimmed(List<Rational> coefficients) {
        while (coefficients.size() > 1
                && coefficients.get(coefficients.size() - 1).isZero()) {
            coefficients.remove(coefficients.size() - 1);
        }
        return new Polynomial(List.copyOf(coefficients));
    }

    private Optional<Polynomial> times(Polynomial that) {
        if (degree() + that.degree() > HIGHEST_DEGREE) {
            return Optional.empty();
        }
        var product = new ArrayList<>(Collections.nCopies(degree() + that.degree() + 1, Rational.ZERO));
        for (int i = 0; i <= degree(); i++) {
            for (int j = 0; j <= that.degree(); j++) {
                product.set(i + j, product.get(i + j).plus(at(i).times(that.at(j))));
            }
        }
        return Optional.of(trimmed(product));
    }

    private Optional<Polynomial> power(int n) {
        Optional<Polynomial> power = Optional.of(new Polynomial(List.of(Rational.ONE)));
        for (int i = 0; i < n; i++) {
            power = power.flatMap(this::times);
        }
        return power;
    }

    /** Multiplying out; empty is what is no polynomial. */
    private static final class Expansion implements Algebra<Optional<Polynomial>> {

        @Override
        public Optional<Polynomial> constant(Constant c) {
            return c instanceof Rational r ? Optional.of(new Polynomial(List.of(r))) : Optional.empty();
        }

        @Override
        public Optional<Polynomial> apply(Unary f, Optional<Polynomial> x) {
            return f == Elementary.NEGATE
                    ? x.map(p -> new Polynomial(List.of(Rational.ZERO)).plus(p, Rational.MINUS_ONE))
                    : Optional.empty();
        }

        @Override
        public Optional<Polynomial> apply(Binary f, Optional<Polynomial> x, Optional<Polynomial> y) {
            if (x.isEmpty() || y.isEmpty() || !(f instanceof Arithmetic operator)) {
                return Optional.empty();
            }
            return switch (operator) {
                case PLUS -> Optional.of(x.get().plus(y.get(), Rational.ONE));
                case MINUS -> Optional.of(x.get().plus(y.get(), Rational.MINUS_ONE));
                case TIMES -> x.get().times(y.get());
                case OVER ->
                    y.get().degree() == 0 && !y.get().at(0).isZero()
                            ? x.get()
                                    .times(new Polynomial(
                                            List.of(Rational.ONE.over(y.get().at(0)))))
                            : Optional.empty();
                case POWER -> Optional.empty();
            };
        }

        @Override
        public Optional<Polynomial> power(Optional<Polynomial> x, Rational n) {
            boolean natural = n.isInteger() && n.signum() >= 0 && n.bits() < 16;
            return natural ? x.flatMap(p -> p.power(n.numerator().intValueExact())) : Optional.empty();
        }

        @Override
        public Optional<Polynomial> choose(
                Optional<Polynomial> condition, Optional<Polynomial> yes, Optional<Polynomial> no) {
            return Optional.empty();
        }
    }
}
