package tridiff.expr;

import tridiff.expr.said.Said;

/**
 * The functions of one variable: one row a function, with its value in doubles and its derivative in any algebra.
 *
 * <p>The rules are written so that they stay accurate near the ends of the domain, where the form of the textbook loses digits:
 * {@code (1-x)(1+x)} and not {@code 1-x²}, {@code 1/cosh²x} and not {@code 1-tanh²x}, {@code exp x} and not {@code expm1(x)+1}. A test
 * bounds the error of every rule over its whole domain in ulps.
 */
public enum Elementary implements Unary {
    // spotless:off - this is a table
    NEGATE  ("-", "", "-") {
        public double of(double x)                             { return -x; }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.constant(Rational.MINUS_ONE); } },
    SQRT    ("sqrt", "Math.sqrt", "\\sqrt") {
        public double of(double x)                             { return Math.sqrt(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.constant(1), k.times(k.constant(2), y)); } },
    CBRT    ("cbrt", "Real.cbrt", "\\sqrt[3]") {
        public double of(double x)                             { return Real.cbrt(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.constant(1), k.times(k.constant(3), k.times(y, y))); } },
    EXP     ("exp", "Math.exp", "\\exp") {
        public double of(double x)                             { return Math.exp(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return y; } },
    EXPM1   ("expm1", "Math.expm1", null) {
        public double of(double x)                             { return Math.expm1(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.apply(EXP, x); } },
    LOG     ("log", "Math.log", "\\log") {
        public double of(double x)                             { return Math.log(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.constant(1), x); } },
    LOG2    ("log2", "Real.log2", "\\log_2") {
        public double of(double x)                             { return Real.log2(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.over(k.constant(1), k.apply(LOG, k.constant(2))), x); } },
    LOG10   ("log10", "Math.log10", "\\log_{10}") {
        public double of(double x)                             { return Math.log10(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.over(k.constant(1), k.apply(LOG, k.constant(10))), x); } },
    LOG1P   ("log1p", "Math.log1p", null) {
        public double of(double x)                             { return Math.log1p(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.constant(1), k.plus(k.constant(1), x)); } },

    SIN     ("sin", "Math.sin", "\\sin") {
        public double of(double x)                             { return Math.sin(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.apply(COS, x); } },
    COS     ("cos", "Math.cos", "\\cos") {
        public double of(double x)                             { return Math.cos(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(k.apply(SIN, x)); } },
    TAN     ("tan", "Math.tan", "\\tan") {
        public double of(double x)                             { return Math.tan(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.constant(1), k.power(k.apply(COS, x), k.constant(2))); } },
    COT     ("cot", "Real.cot", "\\cot") {
        public double of(double x)                             { return Real.cot(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(k.over(k.constant(1), k.power(k.apply(SIN, x), k.constant(2)))); } },
    SEC     ("sec", "Real.sec", "\\sec") {
        public double of(double x)                             { return Real.sec(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.times(y, k.apply(TAN, x)); } },
    CSC     ("csc", "Real.csc", "\\csc") {
        public double of(double x)                             { return Real.csc(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(k.times(y, k.apply(COT, x))); } },
    ASIN    ("asin", "Math.asin", "\\arcsin") {
        public double of(double x)                             { return Math.asin(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.constant(1), k.apply(SQRT, oneMinusSquare(k, x))); } },
    ACOS    ("acos", "Math.acos", "\\arccos") {
        public double of(double x)                             { return Math.acos(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(k.over(k.constant(1), k.apply(SQRT, oneMinusSquare(k, x)))); } },
    ATAN    ("atan", "Math.atan", "\\arctan") {
        public double of(double x)                             { return Math.atan(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.constant(1), k.plus(k.constant(1), k.power(x, k.constant(2)))); } },

    SINH    ("sinh", "Real.sinh", "\\sinh") {
        public double of(double x)                             { return Real.sinh(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.apply(COSH, x); } },
    COSH    ("cosh", "Real.cosh", "\\cosh") {
        public double of(double x)                             { return Real.cosh(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.apply(SINH, x); } },
    TANH    ("tanh", "Real.tanh", "\\tanh") {
        public double of(double x)                             { return Real.tanh(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { T c = k.apply(COSH, x); return k.over(k.over(k.constant(1), c), c); } },
    ASINH   ("asinh", "Real.asinh", null) {
        public double of(double x)                             { return Real.asinh(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.constant(1), k.apply(Bivariate.HYPOT, k.constant(1), x)); } },
    ACOSH   ("acosh", "Real.acosh", null) {
        public double of(double x)                             { return Real.acosh(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.constant(1), k.times(k.apply(SQRT, k.minus(x, k.constant(1))), k.apply(SQRT, k.plus(x, k.constant(1))))); } },
    ATANH   ("atanh", "Real.atanh", null) {
        public double of(double x)                             { return Real.atanh(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.constant(1), oneMinusSquare(k, x)); } },

    COTH    ("coth", "Real.coth", "\\coth") {
        public double of(double x)                             { return Real.coth(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { T s = k.apply(SINH, x); return k.negate(k.over(k.over(k.constant(1), s), s)); } },
    SECH    ("sech", "Real.sech", null) {
        public double of(double x)                             { return Real.sech(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(k.times(y, k.apply(TANH, x))); } },
    CSCH    ("csch", "Real.csch", null) {
        public double of(double x)                             { return Real.csch(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(k.times(y, k.apply(COTH, x))); } },
    ACOT    ("acot", "Real.acot", null) {
        public double of(double x)                             { return Real.acot(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(k.over(k.constant(1), k.plus(k.constant(1), k.power(x, k.constant(2))))); } },
    ASEC    ("asec", "Real.asec", null) {
        public double of(double x)                             { return Real.asec(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return overMagnitude(k, x); } },
    ACSC    ("acsc", "Real.acsc", null) {
        public double of(double x)                             { return Real.acsc(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(overMagnitude(k, x)); } },
    ASECH   ("asech", "Real.asech", null) {
        public double of(double x)                             { return Real.asech(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(k.over(k.over(k.constant(1), x), k.apply(SQRT, oneMinusSquare(k, x)))); } },
    ACSCH   ("acsch", "Real.acsch", null) {
        public double of(double x)                             { return Real.acsch(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(k.over(k.over(k.constant(1), k.apply(ABS, x)), k.apply(Bivariate.HYPOT, k.constant(1), x))); } },
    ACOTH   ("acoth", "Real.acoth", null) {
        public double of(double x)                             { return Real.acoth(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.over(k.constant(1), k.minus(k.constant(1), x)), k.plus(k.constant(1), x)); } },

    ABS     ("abs", "Math.abs", null) {
        public double of(double x)                             { return Math.abs(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.unlessEqual(k.apply(SIGN, x), x, k.constant(0)); } },
    SIGN    ("sign", "Math.signum", null) {
        public double of(double x)                             { return Math.signum(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.unlessEqual(k.constant(0), x, k.constant(0)); } },
    FLOOR   ("floor", "Math.floor", null) {
        public double of(double x)                             { return Math.floor(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.unlessEqual(k.constant(0), x, y); } },
    CEIL    ("ceil", "Math.ceil", null) {
        public double of(double x)                             { return Math.ceil(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.unlessEqual(k.constant(0), x, y); } },
    RELU    ("relu", "Real.relu", null) {
        public double of(double x)                             { return Real.relu(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.unlessEqual(k.apply(Comparison.GREATER, x, k.constant(0)), x, k.constant(0)); } },
    SIGMOID ("sigmoid", "Real.sigmoid", null) {
        public double of(double x)                             { return Real.sigmoid(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.times(y, k.apply(SIGMOID, k.negate(x))); } },
    SOFTPLUS("softplus", "Real.softplus", null) {
        public double of(double x)                             { return Real.softplus(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.apply(SIGMOID, x); } },

    GAUSS   ("gauss", "Real.gauss", null) {
        public double of(double x)                             { return Real.gauss(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(k.times(k.times(k.constant(2), x), y)); } },
    ERF     ("erf", "Real.erf", null) {
        public double of(double x)                             { return Real.erf(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.times(k.over(k.constant(2), k.apply(SQRT, k.constant(NamedConstant.PI))), k.apply(GAUSS, x)); } },
    ERFC    ("erfc", "Real.erfc", null) {
        public double of(double x)                             { return Real.erfc(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(k.times(k.over(k.constant(2), k.apply(SQRT, k.constant(NamedConstant.PI))), k.apply(GAUSS, x))); } },
    GAMMA   ("gamma", "Real.gamma", "\\Gamma") {
        public double of(double x)                             { return Real.gamma(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.times(y, k.apply(DIGAMMA, x)); } },
    LGAMMA  ("lgamma", "Real.lgamma", "\\log\\Gamma") {
        public double of(double x)                             { return Real.lgamma(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.apply(DIGAMMA, x); } },
    DIGAMMA ("digamma", "Real.digamma", "\\psi") {
        public double of(double x)                             { return Real.digamma(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.apply(Bivariate.POLYGAMMA, k.constant(1), x); } };
    // spotless:on

    private final String symbol;
    private final String java;
    private final String latex;

    Elementary(String symbol, String java, String latex) {
        this.symbol = symbol;
        this.java = java;
        this.latex = latex;
    }

    /** 1 - x² without cancellation near ±1. */
    private static <T> T oneMinusSquare(Algebra<T> k, T x) {
        return k.times(k.minus(k.constant(1), x), k.plus(k.constant(1), x));
    }

    /** 1/(|x| √(x² - 1)), without overflow for large x. */
    private static <T> T overMagnitude(Algebra<T> k, T x) {
        T size = k.apply(ABS, x);
        T below = k.apply(SQRT, k.minus(size, k.constant(1)));
        return k.over(k.over(k.constant(1), size), k.times(below, k.apply(SQRT, k.plus(size, k.constant(1)))));
    }

    @Override
    public boolean isStep() {
        return this == SIGN || this == FLOOR || this == CEIL;
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public String java() {
        return this == NEGATE ? symbol : java;
    }

    @Override
    public String latex() {
        return latex == null ? Unary.super.latex() : latex;
    }

    @Override
    public Said about() {
        return Said.of("expr.about." + symbol);
    }
}
