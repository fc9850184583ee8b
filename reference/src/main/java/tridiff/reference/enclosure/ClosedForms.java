package tridiff.reference.enclosure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tridiff.expr.Rational;

/** Functions of numbers in closed form; null where nothing, or too much, is known. */
final class ClosedForms {

    private static final Set<String> ODD = Set.of("asin", "atan", "asinh", "atanh", "erf", "sinh", "tanh");

    /** Functions whose form may be a rational number, where the algebra has not said so. */
    private static final Set<String> FORMED =
            Set.of("exp", "expm1", "log", "log1p", "sin", "cos", "asin", "acos", "atan", "cosh", "sinh");

    /** Those of them whose form at a rational number is not, but for 0 and 1. */
    private static final Set<String> IRRATIONAL = Set.of("exp", "expm1", "log", "log1p", "sin", "cos", "cosh", "sinh");

    /** The sine of k·π/12 for k = 0, 2, 3, 4, 6. */
    private static final Map<Integer, Closed> SINES = Map.of(
            0, Closed.of(Rational.ZERO),
            2, Closed.of(Rational.of(1, 2)),
            3, root(2, Rational.of(1, 2)),
            4, root(3, Rational.of(1, 2)),
            6, Closed.of(Rational.ONE));

    private static final Closed HALF_PI = Closed.of(Generator.PI, Rational.ONE).times(Rational.of(1, 2));

    /** The tangent of k·π/12. */
    private static final Map<Integer, Closed> TANGENTS = Map.of(
            0, Closed.of(Rational.ZERO),
            2, root(3, Rational.of(1, 3)),
            3, Closed.of(Rational.ONE),
            4, root(3, Rational.ONE));

    private ClosedForms() {}

    private static Closed root(int n, Rational factor) {
        return Radicals.power(Rational.of(n), Rational.of(1, 2)).times(factor);
    }

    /** f(x) for a function of one variable by its name. */
    static Closed of(String f, Closed x) {
        return switch (f) {
            case "exp" -> exp(x);
            case "expm1" -> plus(exp(x), Closed.of(Rational.MINUS_ONE));
            case "log" -> log(x);
            case "log1p" -> log(plus(x, Closed.of(Rational.ONE)));
            case "sin" -> sine(x, "sin");
            case "cos" -> cosine(x);
            case "asin" -> inverse(f, x, SINES);
            case "acos" -> minus(HALF_PI, inverse("asin", x, SINES));
            case "atan" -> inverse(f, x, TANGENTS);
            case "cosh" -> half(exp(x), exp(x.negate()));
            case "sinh" -> half(exp(x), negate(exp(x.negate())));
            default -> opaque(f, x);
        };
    }

    /** Whether the form of f(x) is known not to be a rational number before it is found. */
    static boolean isIrrational(String f, Enclosure x) {
        boolean ordinary = x.exact().filter(q -> !q.isZero() && !q.isOne()).isPresent();
        return !FORMED.contains(f) || ordinary && IRRATIONAL.contains(f);
    }

    /** x^exponent for a root, or -(-x)^exponent. */
    static Closed root(Closed x, Rational exponent, boolean negative) {
        if (x == null) {
            return null;
        }
        Closed root = (negative ? x.negate() : x).power(exponent);
        return root == null || !negative ? root : root.negate();
    }

    private static Closed opaque(String f, Closed x) {
        boolean turned = ODD.contains(f) && isTurned(x);
        Closed value = Generator.opaque(f, List.of(turned ? x.negate() : x));
        return turned ? negate(value) : value;
    }

    /** Of x and -x exactly one is turned, unless it is 0. */
    private static boolean isTurned(Closed x) {
        return x.terms().entrySet().stream()
                .min(java.util.Comparator.comparing(term -> term.getKey().toString()))
                .map(term -> term.getValue().signum() < 0)
                .orElse(false);
    }

    /** e^(Σ q·m) = Π (e^m)^q, where e^(log n) is n. */
    private static Closed exp(Closed x) {
        Closed power = Closed.of(Rational.ONE);
        for (var term : x.terms().entrySet()) {
            Closed product = Closed.of(Rational.ONE);
            for (var g : term.getKey().entrySet()) {
                product = product == null ? null : product.times(Closed.of(g.getKey(), g.getValue()));
            }
            boolean logarithm = product != null && isLogarithm(term.getKey());
            Closed factor = product == null || term.getValue().bits() > 200
                    ? null
                    : logarithm
                            ? Radicals.power(argument(term.getKey()), term.getValue())
                            : Closed.of(Generator.exponential(product), term.getValue());
            power = power == null || factor == null ? null : power.times(factor);
        }
        return power;
    }

    private static boolean isLogarithm(Map<Generator, Rational> product) {
        return product.size() == 1
                && product.entrySet().stream()
                        .allMatch(e -> e.getKey().name().equals("log")
                                && e.getValue().isOne()
                                && e.getKey().arguments().get(0).rational().isPresent());
    }

    private static Rational argument(Map<Generator, Rational> logarithm) {
        return logarithm
                .keySet()
                .iterator()
                .next()
                .arguments()
                .get(0)
                .rational()
                .orElseThrow();
    }

    /** log(q Π g^r) = log q + Σ r log g. */
    private static Closed log(Closed x) {
        if (x == null) {
            return null;
        }
        var single = x.single();
        boolean splits = single.isPresent()
                && single.get().getValue().signum() > 0
                && single.get().getKey().keySet().stream().allMatch(Generator::isPositive);
        if (!splits) {
            return Generator.opaque("log", List.of(x));
        }
        Closed sum = Radicals.logarithm(single.get().getValue());
        for (var factor : single.get().getKey().entrySet()) {
            sum = plus(sum, times(log(factor.getKey()), factor.getValue()));
        }
        return sum;
    }

    private static Closed log(Generator g) {
        return g.isInteger()
                ? Radicals.logarithm(new Rational(g.integer(), java.math.BigInteger.ONE))
                : g.name().equals("exp")
                        ? g.arguments().get(0)
                        : Generator.opaque("log", List.of(Closed.of(g, Rational.ONE)));
    }

    /** sin x; by the table where x is a multiple of π/12 that stands there. */
    private static Closed sine(Closed x, String name) {
        Rational turns = turns(x);
        if (turns == null) {
            boolean turned = isTurned(x);
            Closed value = Generator.opaque(name, List.of(turned ? x.negate() : x));
            return turned ? negate(value) : value;
        }
        int k = Math.floorMod(
                turns.numerator().mod(java.math.BigInteger.valueOf(24)).intValue(), 24);
        int reflected = k % 12 > 6 ? 12 - k % 12 : k % 12;
        Closed value = SINES.get(reflected);
        return value == null ? Generator.opaque(name, List.of(x)) : k >= 12 ? value.negate() : value;
    }

    /** cos x = sin(x + π/2) where that is known. */
    private static Closed cosine(Closed x) {
        return turns(x) != null
                ? sine(plus(x, HALF_PI), "sin")
                : Generator.opaque("cos", List.of(isTurned(x) ? x.negate() : x));
    }

    /** k where x = k·π/12 for an integer k. */
    private static Rational turns(Closed x) {
        Closed quotient = x.over(Closed.of(Generator.PI, Rational.ONE));
        return quotient == null
                ? null
                : quotient.rational()
                        .map(q -> q.times(Rational.of(12)))
                        .filter(Rational::isInteger)
                        .orElse(null);
    }

    /** The angle of the table whose value is x, or of opposite sign. */
    private static Closed inverse(String f, Closed x, Map<Integer, Closed> values) {
        for (var entry : values.entrySet()) {
            Closed angle = times(Closed.of(Generator.PI, Rational.ONE), Rational.of(entry.getKey(), 12));
            if (entry.getValue().equals(x)) {
                return angle;
            }
            if (entry.getValue().equals(x.negate())) {
                return negate(angle);
            }
        }
        return opaque(f, x);
    }

    /** The angle of the point (x, y): on the negative axis π. */
    static Closed angle(Closed y, Closed x) {
        boolean left = y.rational().filter(Rational::isZero).isPresent() // and to the right it is exactly 0
                && x.rational().filter(q -> q.signum() < 0).isPresent();
        return left ? Closed.of(Generator.PI, Rational.ONE) : Generator.opaque("atan2", List.of(y, x));
    }

    private static Closed half(Closed x, Closed y) {
        return times(plus(x, y), Rational.of(1, 2));
    }

    static Closed plus(Closed x, Closed y) {
        return x == null || y == null ? null : x.plus(y);
    }

    private static Closed minus(Closed x, Closed y) {
        return plus(x, negate(y));
    }

    static Closed negate(Closed x) {
        return x == null ? null : x.negate();
    }

    private static Closed times(Closed x, Rational q) {
        return x == null ? null : x.times(q);
    }
}
