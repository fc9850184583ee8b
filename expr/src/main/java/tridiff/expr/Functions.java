package tridiff.expr;

/**
 * The functions of the table as static methods, for expressions written in Java: with a static import, {@code x.times(sin(y))}.
 *
 * <p>Running a Java loop builds the expression that the loop computes.
 */
public final class Functions {

    private Functions() {}

    public static Expr.Var variable(String name) {
        return Expr.variable(name);
    }

    /** A decimal number such as 0.1, exactly. */
    public static Expr number(String decimal) {
        return Expr.constant(Rational.of(new java.math.BigDecimal(decimal)));
    }

    public static Expr sqrt(Expr x) {
        return Expr.apply(Elementary.SQRT, x);
    }

    public static Expr cbrt(Expr x) {
        return Expr.apply(Elementary.CBRT, x);
    }

    public static Expr exp(Expr x) {
        return Expr.apply(Elementary.EXP, x);
    }

    public static Expr expm1(Expr x) {
        return Expr.apply(Elementary.EXPM1, x);
    }

    public static Expr log(Expr x) {
        return Expr.apply(Elementary.LOG, x);
    }

    public static Expr log2(Expr x) {
        return Expr.apply(Elementary.LOG2, x);
    }

    public static Expr log10(Expr x) {
        return Expr.apply(Elementary.LOG10, x);
    }

    public static Expr log1p(Expr x) {
        return Expr.apply(Elementary.LOG1P, x);
    }

    public static Expr sin(Expr x) {
        return Expr.apply(Elementary.SIN, x);
    }

    public static Expr cos(Expr x) {
        return Expr.apply(Elementary.COS, x);
    }

    public static Expr tan(Expr x) {
        return Expr.apply(Elementary.TAN, x);
    }

    public static Expr cot(Expr x) {
        return Expr.apply(Elementary.COT, x);
    }

    public static Expr sec(Expr x) {
        return Expr.apply(Elementary.SEC, x);
    }

    public static Expr csc(Expr x) {
        return Expr.apply(Elementary.CSC, x);
    }

    public static Expr asin(Expr x) {
        return Expr.apply(Elementary.ASIN, x);
    }

    public static Expr acos(Expr x) {
        return Expr.apply(Elementary.ACOS, x);
    }

    public static Expr atan(Expr x) {
        return Expr.apply(Elementary.ATAN, x);
    }

    public static Expr sinh(Expr x) {
        return Expr.apply(Elementary.SINH, x);
    }

    public static Expr cosh(Expr x) {
        return Expr.apply(Elementary.COSH, x);
    }

    public static Expr tanh(Expr x) {
        return Expr.apply(Elementary.TANH, x);
    }

    public static Expr asinh(Expr x) {
        return Expr.apply(Elementary.ASINH, x);
    }

    public static Expr acosh(Expr x) {
        return Expr.apply(Elementary.ACOSH, x);
    }

    public static Expr atanh(Expr x) {
        return Expr.apply(Elementary.ATANH, x);
    }

    public static Expr coth(Expr x) {
        return Expr.apply(Elementary.COTH, x);
    }

    public static Expr sech(Expr x) {
        return Expr.apply(Elementary.SECH, x);
    }

    public static Expr csch(Expr x) {
        return Expr.apply(Elementary.CSCH, x);
    }

    public static Expr acot(Expr x) {
        return Expr.apply(Elementary.ACOT, x);
    }

    public static Expr asec(Expr x) {
        return Expr.apply(Elementary.ASEC, x);
    }

    public static Expr acsc(Expr x) {
        return Expr.apply(Elementary.ACSC, x);
    }

    public static Expr asech(Expr x) {
        return Expr.apply(Elementary.ASECH, x);
    }

    public static Expr acsch(Expr x) {
        return Expr.apply(Elementary.ACSCH, x);
    }

    public static Expr acoth(Expr x) {
        return Expr.apply(Elementary.ACOTH, x);
    }

    public static Expr abs(Expr x) {
        return Expr.apply(Elementary.ABS, x);
    }

    public static Expr sign(Expr x) {
        return Expr.apply(Elementary.SIGN, x);
    }

    public static Expr floor(Expr x) {
        return Expr.apply(Elementary.FLOOR, x);
    }

    public static Expr ceil(Expr x) {
        return Expr.apply(Elementary.CEIL, x);
    }

    public static Expr relu(Expr x) {
        return Expr.apply(Elementary.RELU, x);
    }

    public static Expr sigmoid(Expr x) {
        return Expr.apply(Elementary.SIGMOID, x);
    }

    public static Expr softplus(Expr x) {
        return Expr.apply(Elementary.SOFTPLUS, x);
    }

    public static Expr gelu(Expr x) {
        return Expr.apply(Elementary.GELU, x);
    }

    public static Expr sinc(Expr x) {
        return Expr.apply(Elementary.SINC, x);
    }

    public static Expr gauss(Expr x) {
        return Expr.apply(Elementary.GAUSS, x);
    }

    public static Expr erf(Expr x) {
        return Expr.apply(Elementary.ERF, x);
    }

    public static Expr erfc(Expr x) {
        return Expr.apply(Elementary.ERFC, x);
    }

    public static Expr normpdf(Expr x) {
        return Expr.apply(Elementary.NORMPDF, x);
    }

    public static Expr normcdf(Expr x) {
        return Expr.apply(Elementary.NORMCDF, x);
    }

    public static Expr besselj0(Expr x) {
        return Expr.apply(Elementary.BESSELJ0, x);
    }

    public static Expr gamma(Expr x) {
        return Expr.apply(Elementary.GAMMA, x);
    }

    public static Expr lgamma(Expr x) {
        return Expr.apply(Elementary.LGAMMA, x);
    }

    public static Expr digamma(Expr x) {
        return Expr.apply(Elementary.DIGAMMA, x);
    }

    public static Expr atan2(Expr y, Expr x) {
        return Expr.apply(Bivariate.ATAN2, y, x);
    }

    public static Expr hypot(Expr x, Expr y) {
        return Expr.apply(Bivariate.HYPOT, x, y);
    }

    public static Expr min(Expr x, Expr y) {
        return Expr.apply(Bivariate.MIN, x, y);
    }

    public static Expr max(Expr x, Expr y) {
        return Expr.apply(Bivariate.MAX, x, y);
    }

    public static Expr besselj(Expr n, Expr x) {
        return Expr.apply(Bivariate.BESSELJ, n, x);
    }

    public static Expr sphericalbesselj(Expr n, Expr x) {
        return Expr.apply(Bivariate.SPHERICALBESSELJ, n, x);
    }

    public static Expr polygamma(Expr n, Expr x) {
        return Expr.apply(Bivariate.POLYGAMMA, n, x);
    }

    public static Expr less(Expr x, Expr y) {
        return Expr.apply(Comparison.LESS, x, y);
    }

    public static Expr lessOrEqual(Expr x, Expr y) {
        return Expr.apply(Comparison.LESS_OR_EQUAL, x, y);
    }

    public static Expr greater(Expr x, Expr y) {
        return Expr.apply(Comparison.GREATER, x, y);
    }

    public static Expr greaterOrEqual(Expr x, Expr y) {
        return Expr.apply(Comparison.GREATER_OR_EQUAL, x, y);
    }

    public static Expr equal(Expr x, Expr y) {
        return Expr.apply(Comparison.EQUAL, x, y);
    }

    public static Expr unequal(Expr x, Expr y) {
        return Expr.apply(Comparison.UNEQUAL, x, y);
    }

    /** {@code yes} where the condition holds, else {@code no}. */
    public static Expr choose(Expr condition, Expr yes, Expr no) {
        return Expr.choose(condition, yes, no);
    }
}
