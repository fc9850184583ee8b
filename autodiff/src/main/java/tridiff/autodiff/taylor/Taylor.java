package tridiff.autodiff.taylor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import tridiff.expr.Algebra;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Constant;
import tridiff.expr.Elementary;
import tridiff.expr.Rational;
import tridiff.expr.Unary;
import tridiff.wengert.StructuralZeros;
import tridiff.wengert.WengertList;

/**
 * Truncated power series over any algebra: Taylor mode.
 *
 * <p>The rules of the table are enough: y = f(x) satisfies y' = f'(x)·x', whose coefficients give those of y one after the other
 * (Griewank and Walther, Evaluating Derivatives, 2008, section 13.2). The rule is itself run in series; equal operations are one
 * series, so that sin and cos, or tanh and its own rule, refer to each other instead of to ever new copies. Order n costs O(n²)
 * operations where nesting dual numbers costs exponentially many; a power such as x^0.3 costs O(n³), since its rule leads to
 * another power each time.
 *
 * <p>Coefficients are computed when asked for and once; {@link #expand} asks in an order in which no recursion is deep.
 */
public final class Taylor<T> implements Algebra<Taylor.Series<T>> {

    /** A power series c0 + c1·t + c2·t² + …; coefficients that are structurally zero are null. */
    public static final class Series<T> {
        private final List<T> known = new ArrayList<>();
        private final IntFunction<T> coefficient;
        private final boolean isConstant;
        private final T jump; // 0 or undefined; null where it cannot jump

        private Series(boolean isConstant, IntFunction<T> coefficient, T jump) {
            this.isConstant = isConstant;
            this.coefficient = coefficient;
            this.jump = jump;
            at(0); // those of its arguments are known, so that no recursion is deep
        }

        /** The same, known to jump or not. */
        private Series<T> jumping(T own) {
            return own == null ? this : new Series<>(isConstant, this::at, own);
        }

        /** The coefficient of t^n; null if it is structurally zero. */
        T at(int n) {
            while (known.size() <= n) {
                known.add(coefficient.apply(known.size()));
            }
            return known.get(n);
        }
    }

    private record Key(Object operation, Series<?> x, Series<?> y) {}

    private static final Rational MOST_PRODUCTS = Rational.of(4);

    private final Algebra<T> k;
    private final StructuralZeros<T> zeros;
    private final Map<Key, Series<T>> series = new HashMap<>();

    /** Power series with coefficients in an algebra. */
    public Taylor(Algebra<T> k) {
        this.k = k;
        this.zeros = new StructuralZeros<>(k);
    }

    /**
     * The Taylor coefficients of a list's only result along a line through a point.
     *
     * @param point one value for each input
     * @param direction how each input moves, x(t) = point + direction·t; null entries for inputs that stay
     * @param order the highest coefficient
     * @return order + 1 coefficients; multiplied by n! they are the derivatives along the direction
     */
    public static <T> List<T> expand(WengertList f, Algebra<T> k, List<T> point, List<T> direction, int order) {
        var taylor = new Taylor<>(k);
        var inputs = new ArrayList<Series<T>>();
        for (int i = 0; i < point.size(); i++) {
            inputs.add(taylor.line(point.get(i), direction.get(i)));
        }
        List<Series<T>> lines = f.sweep(taylor, inputs);
        Series<T> result = lines.get(f.output(0));
        var coefficients = new ArrayList<T>();
        for (int n = 0; n <= order; n++) {
            for (Series<T> line : lines) {
                line.at(n);
            }
            T own = taylor.zeros.orZero(result.at(n));
            coefficients.add(n == 0 || result.jump == null ? own : k.plus(own, result.jump));
        }
        return coefficients;
    }

    private Series<T> line(T start, T direction) {
        return new Series<>(direction == null, n -> n == 0 ? start : n == 1 ? direction : null, null);
    }

    /** Equal numbers are one series: the orders n - 1 + 1 and n of a Bessel function are the same. */
    private Series<T> number(T value) {
        return once(value, null, null, () -> new Series<>(true, n -> n == 0 ? value : null, null));
    }

    private Series<T> once(Object operation, Series<T> x, Series<T> y, Supplier<Series<T>> make) {
        var key = new Key(operation, x, y);
        Series<T> known = series.get(key);
        if (known == null) {
            known = make.get();
            series.put(key, known);
        }
        return known;
    }

    @Override
    public Series<T> constant(Constant c) {
        return once(c, null, null, () -> number(k.constant(c)));
    }

    @Override
    public Series<T> apply(Unary f, Series<T> x) {
        return once(f, x, null, () -> {
            if (x.isConstant) {
                return number(k.apply(f, x.at(0))).jumping(x.jump);
            }
            if (f.facts().isStep()) {
                T y = k.apply(f, x.at(0));
                return number(y).jumping(zeros.sum(f.jump(k, x.at(0), y), x.jump));
            }
            if (f == Elementary.NEGATE) {
                return varying(n -> x.at(n) == null ? null : k.negate(x.at(n))).jumping(x.jump);
            }
            return solution(() -> k.apply(f, x.at(0)), y -> List.of(new Part<>(x, f.derivative(this, x, y))))
                    .jumping(x.jump);
        });
    }

    @Override
    public Series<T> apply(Binary f, Series<T> x, Series<T> y) {
        return once(f, x, y, () -> {
            T jump = zeros.sum(x.jump, y.jump);
            if (x.isConstant && y.isConstant) {
                return number(k.apply(f, x.at(0), y.at(0))).jumping(jump);
            }
            if (f instanceof Arithmetic operator && operator != Arithmetic.POWER) {
                return arithmetic(operator, x, y).jumping(jump);
            }
            T value = k.apply(f, x.at(0), y.at(0));
            T all = f.facts().mayJump() ? zeros.sum(f.jump(k, x.at(0), y.at(0), value), jump) : jump;
            if (f.facts().isStep()) {
                return number(value).jumping(all);
            }
            return solution(() -> value, z -> {
                        var parts = new ArrayList<Part<T>>();
                        if (!x.isConstant) {
                            parts.add(new Part<>(x, f.partialX(this, x, y, z)));
                        }
                        if (!y.isConstant) {
                            parts.add(new Part<>(y, f.partialY(this, x, y, z)));
                        }
                        return parts;
                    })
                    .jumping(all);
        });
    }

    private Series<T> arithmetic(Arithmetic operator, Series<T> x, Series<T> y) {
        return switch (operator) {
            case PLUS -> varying(n -> zeros.sum(x.at(n), y.at(n)));
            case MINUS -> varying(n -> difference(x.at(n), y.at(n)));
            case TIMES -> varying(n -> convolution(x, y, 0, n));
            default -> quotient(x, y);
        };
    }

    /** From x = y·z: z_n = (x_n - Σ y_j z_(n-j), j = 1 … n)/y_0. */
    private Series<T> quotient(Series<T> x, Series<T> y) {
        var z = new ArrayList<Series<T>>();
        z.add(varying(n -> {
            T rest = n == 0 || y.isConstant ? null : convolution(y, z.get(0), 1, n);
            T numerator = difference(x.at(n), rest);
            return numerator == null ? null : k.over(numerator, y.at(0));
        }));
        return z.get(0);
    }

    /** Small integer powers by products; larger ones by their rule, since many products would lose digits. */
    @Override
    public Series<T> power(Series<T> x, Rational n) {
        if (x.isConstant) {
            return number(k.power(x.at(0), n)).jumping(x.jump);
        }
        return once(n, x, x, () -> {
            if (n.isInteger() && n.abs().compareTo(MOST_PRODUCTS) <= 0) {
                int exponent = n.numerator().intValue();
                Series<T> product = constant(1);
                for (int i = 0; i < Math.abs(exponent); i++) {
                    product = i == 0 ? x : times(product, x);
                }
                return exponent < 0 ? over(constant(1), product) : product;
            }
            return solution(() -> k.power(x.at(0), n), y -> List.of(new Part<>(x, Arithmetic.powerRule(this, x, n))))
                    .jumping(x.jump);
        });
    }

    /** The index of a loop is a number for each term. */
    @Override
    public Series<T> wholePower(Series<T> x, Series<T> n, boolean positive) {
        T value = k.wholePower(x.at(0), n.at(0), positive);
        return x.isConstant
                ? number(value).jumping(x.jump)
                : solution(() -> value, y -> List.of(new Part<>(x, Arithmetic.wholePowerRule(this, x, n, positive))))
                        .jumping(x.jump);
    }

    /** The branch taken. The condition has no series: it is true or not, unless this is where it changes. */
    @Override
    public Series<T> choose(Series<T> condition, Series<T> yes, Series<T> no) {
        T c = condition.at(0);
        T boundary = condition.isConstant ? null : zeros.boundary(c);
        T branches = zeros.choose(c, yes.jump, no.jump);
        return new Series<>(
                yes.isConstant && no.isConstant,
                n -> zeros.choose(c, yes.at(n), no.at(n)),
                zeros.sum(zeros.sum(boundary, condition.jump), branches));
    }

    private Series<T> varying(IntFunction<T> coefficient) {
        return new Series<>(false, coefficient, null);
    }

    /** One term rule·argument' of a derivative. */
    private record Part<T>(Series<T> argument, Series<T> rule) {}

    private interface Equation<T> {
        List<Part<T>> derivative(Series<T> y);
    }

    /** The series y with y(0) given and y' = Σ rule·argument', that is n·y_n = Σ j·argument_j·rule_(n-j), j = 1 … n. */
    private Series<T> solution(Supplier<T> start, Equation<T> equation) {
        var self = new ArrayList<Series<T>>();
        var parts = new ArrayList<Part<T>>();
        self.add(varying(n -> {
            if (n == 0) {
                return start.get();
            }
            if (parts.isEmpty()) {
                parts.addAll(equation.derivative(self.get(0)));
            }
            T total = null;
            for (Part<T> part : parts) {
                for (int j = 1; j <= n; j++) {
                    T moved = scaled(j, part.argument.at(j));
                    total = zeros.sum(total, moved == null ? null : product(moved, part.rule.at(n - j)));
                }
            }
            return total == null || n == 1 ? total : k.over(total, k.constant(n));
        }));
        return self.get(0);
    }

    /** Σ x_j y_(n-j) for j = from … n. */
    private T convolution(Series<T> x, Series<T> y, int from, int n) {
        T total = null;
        for (int j = x.isConstant ? 0 : from; j <= (x.isConstant ? 0 : n); j++) {
            total = zeros.sum(total, product(x.at(j), y.at(n - j)));
        }
        return total;
    }

    private T scaled(int j, T x) {
        return x == null || j == 1 ? x : k.times(k.constant(j), x);
    }

    private T product(T x, T y) {
        return x == null || y == null ? null : k.times(x, y);
    }

    private T difference(T x, T y) {
        return y == null ? x : x == null ? k.negate(y) : k.minus(x, y);
    }
}
