package tridiff.compare.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Bivariate;
import tridiff.expr.Comparison;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.Unary;
import tridiff.expr.said.Said;

/** What the operations of FPCore are over the real numbers, and the cores of the file that later ones call by their names. */
final class FpCoreCalls {

    private static final int MOST_NODES = 100_000;
    private static final int MOST_CORES = 10_000;

    // spotless:off - these are tables
    private static final Map<String, Unary> UNARY = Map.ofEntries(
            Map.entry("fabs", Elementary.ABS),     Map.entry("sqrt", Elementary.SQRT),   Map.entry("cbrt", Elementary.CBRT),
            Map.entry("exp", Elementary.EXP),      Map.entry("expm1", Elementary.EXPM1), Map.entry("log", Elementary.LOG),
            Map.entry("log1p", Elementary.LOG1P),  Map.entry("log2", Elementary.LOG2),   Map.entry("log10", Elementary.LOG10),
            Map.entry("sin", Elementary.SIN),      Map.entry("cos", Elementary.COS),     Map.entry("tan", Elementary.TAN),
            Map.entry("asin", Elementary.ASIN),    Map.entry("acos", Elementary.ACOS),   Map.entry("atan", Elementary.ATAN),
            Map.entry("sinh", Elementary.SINH),    Map.entry("cosh", Elementary.COSH),   Map.entry("tanh", Elementary.TANH),
            Map.entry("asinh", Elementary.ASINH),  Map.entry("acosh", Elementary.ACOSH), Map.entry("atanh", Elementary.ATANH),
            Map.entry("erf", Elementary.ERF),      Map.entry("erfc", Elementary.ERFC),   Map.entry("tgamma", Elementary.GAMMA),
            Map.entry("lgamma", Elementary.LGAMMA), Map.entry("floor", Elementary.FLOOR), Map.entry("ceil", Elementary.CEIL));

    private static final Map<String, Binary> BINARY = Map.of(
            "pow", Arithmetic.POWER, "atan2", Bivariate.ATAN2, "hypot", Bivariate.HYPOT,
            "fmin", Bivariate.MIN,   "fmax", Bivariate.MAX);

    private static final Map<String, Binary> CHAINS = Map.of(
            "+", Arithmetic.PLUS, "-", Arithmetic.MINUS, "*", Arithmetic.TIMES, "/", Arithmetic.OVER);

    private static final Map<String, Comparison> COMPARISONS = Map.of(
            "<", Comparison.LESS,  "<=", Comparison.LESS_OR_EQUAL, ">", Comparison.GREATER, ">=", Comparison.GREATER_OR_EQUAL,
            "==", Comparison.EQUAL);
    // spotless:on

    /**
     * A core that can be called.
     *
     * @param body null if it cannot be read
     */
    private record Core(List<Expr.Var> arguments, Expr body) {}

    private final Map<String, Core> cores = new HashMap<>();

    /** Lets later cores call this one; a body of null, if it cannot be read, is remembered as such. */
    void define(String name, List<Expr.Var> arguments, Expr body) {
        if (cores.size() < MOST_CORES) {
            cores.put(name, new Core(arguments, body));
        }
    }

    /** A call with these arguments. */
    Expr of(String head, List<Expr> x) {
        if (cores.containsKey(head)) {
            return core(head, x);
        }
        if (CHAINS.containsKey(head) && !x.isEmpty()) {
            return chain(head, x);
        }
        if (UNARY.containsKey(head) && x.size() == 1) {
            return Expr.apply(UNARY.get(head), x.get(0));
        }
        if (BINARY.containsKey(head) && x.size() == 2) {
            return Expr.apply(BINARY.get(head), x.get(0), x.get(1));
        }
        return switch (head) {
            case "<", "<=", ">", ">=", "==" -> neighbours(COMPARISONS.get(head), x);
            case "!=" -> distinct(x);
            case "and" -> all(x, Expr::times, Expr.constant(1));
            case "or" -> all(x, (a, b) -> Expr.apply(Bivariate.MAX, a, b), Expr.constant(0));
            default -> other(head, x);
        };
    }

    private Expr core(String name, List<Expr> x) {
        Core core = cores.get(name);
        if (core.body == null) {
            throw new EntryReading.Fault(Said.of("compare.entry.calls", name));
        }
        if (core.arguments.size() != x.size()) {
            throw new EntryReading.Fault(Said.of("compare.entry.called", name, x.size(), core.arguments.size()));
        }
        Expr result = core.body;
        for (int i = 0; i < x.size(); i++) {
            result = result.with(core.arguments.get(i), x.get(i));
        }
        if (Expr.nodes(List.of(result)).size() > MOST_NODES) {
            throw new EntryReading.Fault(Said.of("compare.entry.calls.long"));
        }
        return result;
    }

    private static Expr chain(String head, List<Expr> x) {
        Expr first = x.get(0);
        if (x.size() == 1) {
            return head.equals("-")
                    ? first.negate()
                    : head.equals("/") ? Expr.constant(1).over(first) : first;
        }
        return x.stream().reduce((a, b) -> Expr.apply(CHAINS.get(head), a, b)).orElseThrow();
    }

    /** Each holds between neighbours. */
    private static Expr neighbours(Comparison comparison, List<Expr> x) {
        return all(
                IntStream.range(1, x.size())
                        .mapToObj(i -> Expr.apply(comparison, x.get(i - 1), x.get(i)))
                        .toList(),
                Expr::times,
                Expr.constant(1));
    }

    /** No two are equal, neighbours or not. */
    private static Expr distinct(List<Expr> x) {
        var pairs = new ArrayList<Expr>();
        for (int i = 0; i < x.size(); i++) {
            for (int j = i + 1; j < x.size(); j++) {
                pairs.add(Expr.apply(Comparison.UNEQUAL, x.get(i), x.get(j)));
            }
        }
        return all(pairs, Expr::times, Expr.constant(1));
    }

    private static Expr all(List<Expr> x, BinaryOperator<Expr> operator, Expr ofNone) {
        return x.stream().reduce(operator).orElse(ofNone);
    }

    private static Expr other(String head, List<Expr> x) {
        return switch (head + "/" + x.size()) {
            case "fma/3" -> x.get(0).times(x.get(1)).plus(x.get(2));
            case "fdim/2" -> Expr.apply(Bivariate.MAX, x.get(0).minus(x.get(1)), Expr.constant(0));
            case "not/1" -> Expr.constant(1).minus(x.get(0));
            case "exp2/1" -> Expr.constant(2).power(x.get(0));
            case "copysign/2" -> withSign(x.get(1), Expr.apply(Elementary.ABS, x.get(0)));
            case "trunc/1" -> truncated(x.get(0));
            case "round/1" -> awayFromZero(x.get(0));
            case "nearbyint/1" -> toEven(x.get(0));
            case "fmod/2" -> x.get(0).minus(x.get(1).times(truncated(x.get(0).over(x.get(1)))));
            case "remainder/2" -> x.get(0).minus(x.get(1).times(toEven(x.get(0).over(x.get(1)))));
            case "signbit/1" -> negative(x.get(0));
            case "isfinite/1" -> Expr.constant(1);
            case "isinf/1", "isnan/1" -> Expr.constant(0);
            default -> throw new EntryReading.Fault(Said.of("compare.entry.counterpart", head, x.size()));
        };
    }

    private static Expr negative(Expr x) {
        return Expr.apply(Comparison.LESS, x, Expr.constant(0));
    }

    /** There is one 0, and it is not negative. */
    private static Expr withSign(Expr sign, Expr size) {
        return Expr.choose(negative(sign), size.negate(), size);
    }

    private static Expr truncated(Expr x) {
        return Expr.choose(negative(x), Expr.apply(Elementary.CEIL, x), Expr.apply(Elementary.FLOOR, x));
    }

    private static Expr awayFromZero(Expr x) {
        Expr half = Expr.constant(Rational.of(1, 2));
        return Expr.choose(
                negative(x), Expr.apply(Elementary.CEIL, x.minus(half)), Expr.apply(Elementary.FLOOR, x.plus(half)));
    }

    /** The nearest integer; half way between two, the even one. */
    private static Expr toEven(Expr x) {
        Expr half = Expr.constant(Rational.of(1, 2));
        Expr up = Expr.apply(Elementary.FLOOR, x.plus(half));
        Expr halfway = Expr.apply(Comparison.EQUAL, up.minus(x), half);
        Expr odd = Expr.apply(Comparison.UNEQUAL, Expr.apply(Elementary.FLOOR, up.over(2)), up.over(2));
        return Expr.choose(halfway.times(odd), up.minus(Expr.constant(1)), up);
    }
}
