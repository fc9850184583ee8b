package tridiff.compare.estimates;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.text.Parser;
import tridiff.reference.Reference;
import tridiff.reference.enclosure.Enclosure;
import tridiff.wengert.WengertList;
import tridiff.wengert.run.Evaluator;

/** Functions of one variable with a point and the proved derivative there, of three kinds, drawn by a seed. */
final class EstimateCases {

    static final Expr.Var X = Expr.variable("x");

    private static final Reference.Effort EFFORT = new Reference.Effort(25, 400, 2);

    /** Total and smooth on the real axis. */
    private static final List<String> ENTIRE = List.of(
            "sin",
            "cos",
            "atan",
            "sinh",
            "tanh",
            "asinh",
            "sigmoid",
            "softplus",
            "gauss",
            "erf",
            "exp",
            "sech",
            "expm1");

    /** Defined where the argument is large enough. */
    private static final List<String> POSITIVE = List.of(
            "log", "sqrt", "log1p", "cbrt", "lgamma", "digamma", "gamma", "log2", "log10", "acosh", "asec", "acsch",
            "coth");

    /** One function and its proved derivative at a point. */
    record Case(Expr f, double x, Enclosure truth) {
        @Override
        public String toString() {
            return f + " at " + x;
        }
    }

    private EstimateCases() {}

    /** Well inside the domain: values all around vary by no more than smooth ones do. */
    static List<Case> smooth(int count) {
        var random = new Random(11);
        return draw(count, () -> {
            Expr f = Parser.parse(formula(random, 1 + random.nextInt(3)));
            double x = 4 * random.nextDouble() - 2;
            return depends(f) && isCalm(f, x) ? proved(f, x) : null;
        });
    }

    private static boolean depends(Expr f) {
        return !f.variables().isEmpty();
    }

    private static String formula(Random random, int depth) {
        if (depth == 0) {
            return random.nextInt(3) == 0 ? number(random, 3) + "*x + " + number(random, 2) : "x";
        }
        String u = formula(random, depth - 1);
        return switch (random.nextInt(9)) {
            case 0 -> "(" + u + ")*" + pick(random, ENTIRE) + "(" + formula(random, depth - 1) + ")";
            case 1 -> "(" + u + ")/(1 + (" + formula(random, depth - 1) + ")^2)";
            case 2 -> "(" + u + ")^" + (2 + random.nextInt(4)) + " - " + formula(random, depth - 1);
            case 3, 4 -> pick(random, POSITIVE) + "(" + number(random, 4) + " + 1.5 + (" + u + ")^2)";
            case 5 -> "(" + u + ") + " + pick(random, ENTIRE) + "(" + formula(random, depth - 1) + ")";
            default -> pick(random, ENTIRE) + "(" + u + ")";
        };
    }

    private static String number(Random random, double most) {
        return String.format(Locale.ROOT, "%.3f", most * random.nextDouble());
    }

    private static <T> T pick(Random random, List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** Whether values on both sides, up to 1/2 away, are finite and no two neighbours differ by most of it. */
    private static boolean isCalm(Expr f, double x) {
        var values = new Evaluator(WengertList.of(f, List.of(X)));
        double most = 0;
        double jump = 0;
        double before = values.run(new double[] {x - 0.5});
        for (int i = -31; i <= 32; i++) {
            double next = values.run(new double[] {x + i / 64.0});
            jump = Math.max(jump, Math.abs(next - before));
            most = Math.max(most, Math.abs(next));
            before = next;
        }
        return Double.isFinite(most) && most < 1e12 && jump < 0.3 * most;
    }

    /** Near the end of the domain or a pole, at a relative distance of 1e-3 to 1e-14. */
    static List<Case> nearEnds(int count) {
        var random = new Random(12);
        List<String> ends = List.of(
                "log(x)@0",
                "sqrt(x)@0",
                "x^1.5@0",
                "1/x@0",
                "1/x^2@0",
                "x^0.3@0",
                "asin(x)@-1",
                "acos(x)@-1",
                "acosh(x)@1",
                "atanh(x)@-1",
                "log1p(x)@-1",
                "gamma(x)@0",
                "gamma(x)@-1",
                "lgamma(x)@0",
                "digamma(x)@-2",
                "digamma(x)@0",
                "asec(x)@1",
                "acsc(x)@1",
                "acoth(x)@1",
                "coth(x)@0",
                "cot(x)@0",
                "csc(x)@0",
                "1/(x-1)@1",
                "1/(x-3)^2@3",
                "sqrt(x-2)@2",
                "log(x-1)@1",
                "x*log(x)@0",
                "sin(1/x)@0",
                "exp(-1/x)@0",
                "sqrt(1+x)*exp(x)@-1",
                "acsch(x)@0",
                "exp(sqrt(x))@0",
                "log(sin(x))@0",
                "1/(exp(x)-1)@0",
                "tan(x)@1.5707963267948966",
                "x^x@0",
                "1/(x^2-2*x+1)@1",
                "atanh(x)*sin(x)@-1",
                "sqrt(log(x))@1",
                "1/sqrt(x)@0");
        return draw(count, () -> {
            String[] end = pick(random, ends).split("@");
            double at = Double.parseDouble(end[1]);
            double distance = Math.pow(10, -3 - 11 * random.nextDouble()) * (at == 0 ? 1 : Math.abs(at));
            return proved(Parser.parse(end[0]), at + distance);
        });
    }

    /** Noisy or oscillating, or with a curve that is small beside its values. */
    static List<Case> noisy(int count) {
        var random = new Random(13);
        return draw(count, () -> {
            double w = Math.pow(10, 2 + 5 * random.nextDouble());
            double large = Math.pow(10, 3 + 9 * random.nextDouble());
            String s =
                    switch (random.nextInt(12)) {
                        case 0 -> "sin(W*x)";
                        case 1 -> "x + sin(W*x)/W";
                        case 2 -> "x + sin(W^2*x)/W^2";
                        case 3 -> "exp(x)*cos(W*x)";
                        case 4 -> "(L + x)^2 - L^2";
                        case 5 -> "(L + sin(x)) - L";
                        case 6 -> "sqrt(L + x) - sqrt(L)";
                        case 7 -> "x^2 + 1/W*sin(W*x)*cos(x)";
                        case 8 -> "exp(sin(W*x))";
                        case 9 -> "sin(x*L) + L*x";
                        case 10 -> "tanh(W*(x - 0.3))";
                        default -> "log(L + x) - log(L)";
                    };
            Expr f = Parser.parse(s.replace(
                            "W", String.format(Locale.ROOT, "%.4e", w).replace("e+", "e"))
                    .replace("L", String.format(Locale.ROOT, "%.4e", large).replace("e+", "e")));
            return proved(f, 4 * random.nextDouble() - 2);
        });
    }

    private static List<Case> draw(int count, Supplier<Case> cases) {
        return Stream.generate(cases).filter(Objects::nonNull).limit(count).toList();
    }

    private static Case proved(Expr f, double x) {
        var list = WengertList.of(f, List.of(X));
        Reference r = Reference.at(list, List.of(Rational.of(x)), new boolean[] {true}, EFFORT);
        boolean known = r.value().isNumber()
                && r.gradient().get(0).isNumber()
                && r.gradient().get(0).accurateTo(20)
                && Double.isFinite(r.gradient().get(0).nearest().orElse(Double.NaN))
                && Double.isFinite(new Evaluator(list).run(new double[] {x}));
        return known ? new Case(f, x, r.gradient().get(0)) : null;
    }
}
