package tridiff.expr.text;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tridiff.expr.Arithmetic;
import tridiff.expr.Bivariate;
import tridiff.expr.Comparison;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.Rational;

/**
 * Names of functions that others express as accurately: a call is written at once in those. They are names of variables, too, where
 * they are not called.
 */
enum Shorthand implements Macro {
    // spotless:off - this is a table
    AND("and", (x, y) -> truth(x).times(truth(y))),
    OR("or", (x, y) -> Expr.apply(Bivariate.MAX, truth(x), truth(y))),
    NOT("not", x -> Expr.apply(Comparison.EQUAL, x, zero())),
    LOGISTIC("logistic", x -> Expr.apply(Elementary.SIGMOID, x)),
    SILU("silu", x -> x.times(Expr.apply(Elementary.SIGMOID, x))),
    SWISH("swish", x -> x.times(Expr.apply(Elementary.SIGMOID, x))),
    MISH("mish", x -> x.times(Expr.apply(Elementary.TANH, Expr.apply(Elementary.SOFTPLUS, x)))),
    ELU("elu", x -> positiveOr(x, exponential(x))),
    SELU("selu", x -> number("1.0507009873554804934193349852946").times(positiveOr(x, number("1.6732632423543772848170429916717").times(exponential(x))))),
    CLIP("clip", 3, x -> clamped(x)),
    CLAMP("clamp", 3, x -> clamped(x)),
    STEP("step", x -> Expr.apply(Comparison.GREATER_OR_EQUAL, x, zero())),
    HEAVISIDE("heaviside", x -> one().plus(Expr.apply(Elementary.SIGN, x)).over(Expr.constant(2))),
    MOD("mod", (x, y) -> x.minus(y.times(Expr.apply(Elementary.FLOOR, x.over(y))))),
    FRAC("frac", x -> x.minus(Expr.apply(Elementary.FLOOR, x))),
    LOGIT("logit", x -> Expr.apply(Elementary.LOG, x.over(one().minus(x)))),
    XLOGY("xlogy", (x, y) -> Expr.choose(Expr.apply(Comparison.EQUAL, x, zero()), zero(), x.times(Expr.apply(Elementary.LOG, y)))),
    FACTORIAL("factorial", x -> Expr.apply(Elementary.GAMMA, x.plus(one())));
    // spotless:on

    private static final int MOST_JOINED = 50; // conditions that are looked at again for each that joins them

    private final String symbol;
    private final int arguments;
    private final Function<List<Expr>, Expr> meaning;

    Shorthand(String symbol, int arguments, Function<List<Expr>, Expr> meaning) {
        this.symbol = symbol;
        this.arguments = arguments;
        this.meaning = meaning;
    }

    Shorthand(String symbol, UnaryOperator<Expr> meaning) {
        this(symbol, 1, x -> meaning.apply(x.get(0)));
    }

    Shorthand(String symbol, BinaryOperator<Expr> meaning) {
        this(symbol, 2, x -> meaning.apply(x.get(0), x.get(1)));
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public int arguments() {
        return arguments;
    }

    @Override
    public Expr of(List<Expr> given) {
        return meaning.apply(given);
    }

    /** A call of it. */
    String call() {
        return symbol + "(" + String.join(", ", List.of("x", "y", "z").subList(0, arguments)) + ")";
    }

    static Optional<Shorthand> named(String name) {
        return Arrays.stream(values()).filter(s -> s.symbol.equals(name)).findFirst();
    }

    /** 1 or 0: a condition itself, or whether a number is not 0. */
    private static Expr truth(Expr x) {
        return isCondition(x) ? x : Expr.apply(Comparison.UNEQUAL, x, zero());
    }

    /** Whether it is a comparison, or some joined from left to right. */
    private static boolean isCondition(Expr x) {
        Expr rest = x;
        for (int joined = 0; joined < MOST_JOINED; joined++) {
            boolean joins = rest instanceof Expr.BinaryCall call
                    && (call.operation() == Arithmetic.TIMES || call.operation() == Bivariate.MAX)
                    && isComparison(rest.parts().get(1));
            if (!joins) {
                return isComparison(rest);
            }
            rest = rest.parts().get(0);
        }
        return false;
    }

    private static boolean isComparison(Expr x) {
        return x instanceof Expr.BinaryCall call && call.operation() instanceof Comparison;
    }

    private static Expr zero() {
        return Expr.constant(0);
    }

    private static Expr one() {
        return Expr.constant(1);
    }

    private static Expr number(String decimal) {
        return Expr.constant(Rational.of(new BigDecimal(decimal)));
    }

    private static Expr exponential(Expr x) {
        return Expr.apply(Elementary.EXPM1, x);
    }

    private static Expr positiveOr(Expr x, Expr below) {
        return Expr.choose(Expr.apply(Comparison.GREATER, x, zero()), x, below);
    }

    private static Expr clamped(List<Expr> x) {
        return Expr.apply(Bivariate.MIN, Expr.apply(Bivariate.MAX, x.get(0), x.get(1)), x.get(2));
    }
}
