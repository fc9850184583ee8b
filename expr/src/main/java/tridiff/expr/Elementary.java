package tridiff.expr;

import static tridiff.expr.Facts.known;

import tridiff.expr.said.Said;

/**
 * The functions of one variable: one row a function, with what is known of it, its value in doubles and its derivative in
 * any algebra.
 *
 * <p>The rules are written so that they stay accurate near the ends of the domain, where the form of the textbook loses digits:
 * {@code (1-x)(1+x)} and not {@code 1-x²}, {@code 1/cosh²x} and not {@code 1-tanh²x}, {@code exp x} and not {@code expm1(x)+1}. A test
 * bounds the error of every rule over its whole domain in ulps.
 */
public enum Elementary implements Unary {
    // spotless:off - this is a table
    NEGATE  ("-", "", "-", known().odd().total().rounding(0).at(0, 0).at(1, -1)) {
        public double of(double x)                             { return -x; }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.constant(Rational.MINUS_ONE); } },
    SQRT    ("sqrt", "Math.sqrt", "\\sqrt", known().neverNegative().rounding(1).at(0, 0).at(1, 1)) {
        public double of(double x)                             { return Math.sqrt(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.constant(1), k.times(k.constant(2), y)); } },
    CBRT    ("cbrt", "Real.cbrt", "\\sqrt[3]", known().odd().total().at(0, 0).at(1, 1)) {
        public double of(double x)                             { return Real.cbrt(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.constant(1), k.times(k.constant(3), k.times(y, y))); } },
    EXP     ("exp", "Math.exp", "\\exp", known().total().positive().at(0, 1)) {
        public double of(double x)                             { return Math.exp(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return y; } },
    EXPM1   ("expm1", "Math.expm1", null, known().total().at(0, 0)) {
        public double of(double x)                             { return Math.expm1(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.apply(EXP, x); } },
    LOG     ("log", "Math.log", "\\log", known().at(1, 0)) {
        public double of(double x)                             { return Math.log(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.constant(1), x); } },
    LOG2    ("log2", "Real.log2", "\\log_2", known().at(1, 0)) {
        public double of(double x)                             { return Real.log2(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.over(k.constant(1), k.apply(LOG, k.constant(2))), x); } },
    LOG10   ("log10", "Math.log10", "\\log_{10}", known().at(1, 0)) {
        public double of(double x)                             { return Math.log10(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.over(k.constant(1), k.apply(LOG, k.constant(10))), x); } },
    LOG1P   ("log1p", "Math.log1p", null, known().at(0, 0)) {
        public double of(double x)                             { return Math.log1p(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.constant(1), k.plus(k.constant(1), x)); } },

    SIN     ("sin", "Math.sin", "\\sin", known().odd().total().at(0, 0)) {
        public double of(double x)                             { return Math.sin(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.apply(COS, x); } },
    COS     ("cos", "Math.cos", "\\cos", known().even().total().at(0, 1)) {
        public double of(double x)                             { return Math.cos(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(k.apply(SIN, x)); } },
    TAN     ("tan", "Math.tan", "\\tan", known().odd().at(0, 0)) {
        public double of(double x)                             { return Math.tan(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.constant(1), k.power(k.apply(COS, x), k.constant(2))); } },
    COT     ("cot", "Real.cot", "\\cot", known().odd()) {
        public double of(double x)                             { return Real.cot(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(k.over(k.constant(1), k.power(k.apply(SIN, x), k.constant(2)))); } },
    SEC     ("sec", "Real.sec", "\\sec", known().even().neverZero().at(0, 1)) {
        public double of(double x)                             { return Real.sec(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.times(y, k.apply(TAN, x)); } },
    CSC     ("csc", "Real.csc", "\\csc", known().odd().neverZero()) {
        public double of(double x)                             { return Real.csc(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(k.times(y, k.apply(COT, x))); } },
    ASIN    ("asin", "Math.asin", "\\arcsin", known().odd().at(0, 0)) {
        public double of(double x)                             { return Math.asin(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.constant(1), k.apply(SQRT, oneMinusSquare(k, x))); } },
    ACOS    ("acos", "Math.acos", "\\arccos", known().neverNegative().at(1, 0)) {
        public double of(double x)                             { return Math.acos(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(k.over(k.constant(1), k.apply(SQRT, oneMinusSquare(k, x)))); } },
    ATAN    ("atan", "Math.atan", "\\arctan", known().odd().total().at(0, 0)) {
        public double of(double x)                             { return Math.atan(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.constant(1), k.plus(k.constant(1), k.power(x, k.constant(2)))); } },

    SINH    ("sinh", "Real.sinh", "\\sinh", known().odd().total().at(0, 0)) {
        public double of(double x)                             { return Real.sinh(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.apply(COSH, x); } },
    COSH    ("cosh", "Real.cosh", "\\cosh", known().even().total().positive().at(0, 1)) {
        public double of(double x)                             { return Real.cosh(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.apply(SINH, x); } },
    TANH    ("tanh", "Real.tanh", "\\tanh", known().odd().total().at(0, 0)) {
        public double of(double x)                             { return Real.tanh(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { T c = k.apply(COSH, x); return k.over(k.over(k.constant(1), c), c); } },
    ASINH   ("asinh", "Real.asinh", null, known().odd().total().at(0, 0)) {
        public double of(double x)                             { return Real.asinh(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.constant(1), k.apply(Bivariate.HYPOT, k.constant(1), x)); } },
    ACOSH   ("acosh", "Real.acosh", null, known().neverNegative().at(1, 0)) {
        public double of(double x)                             { return Real.acosh(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.constant(1), k.times(k.apply(SQRT, k.minus(x, k.constant(1))), k.apply(SQRT, k.plus(x, k.constant(1))))); } },
    ATANH   ("atanh", "Real.atanh", null, known().odd().at(0, 0)) {
        public double of(double x)                             { return Real.atanh(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.constant(1), oneMinusSquare(k, x)); } },

    COTH    ("coth", "Real.coth", "\\coth", known().odd().neverZero()) {
        public double of(double x)                             { return Real.coth(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { T s = k.apply(SINH, x); return k.negate(k.over(k.over(k.constant(1), s), s)); } },
    SECH    ("sech", "Real.sech", null, known().even().total().positive().at(0, 1)) {
        public double of(double x)                             { return Real.sech(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(k.times(y, k.apply(TANH, x))); } },
    CSCH    ("csch", "Real.csch", null, known().odd().neverZero()) {
        public double of(double x)                             { return Real.csch(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(k.times(y, k.apply(COTH, x))); } },
    ACOT    ("acot", "Real.acot", null, known().odd().neverZero()) {
        public double of(double x)                             { return Real.acot(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(k.over(k.constant(1), k.plus(k.constant(1), k.power(x, k.constant(2))))); } },
    ASEC    ("asec", "Real.asec", null, known().neverNegative().at(1, 0)) {
        public double of(double x)                             { return Real.asec(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return overMagnitude(k, x); } },
    ACSC    ("acsc", "Real.acsc", null, known().odd().neverZero()) {
        public double of(double x)                             { return Real.acsc(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(overMagnitude(k, x)); } },
    ASECH   ("asech", "Real.asech", null, known().neverNegative().at(1, 0)) {
        public double of(double x)                             { return Real.asech(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(k.over(k.over(k.constant(1), x), k.apply(SQRT, oneMinusSquare(k, x)))); } },
    ACSCH   ("acsch", "Real.acsch", null, known().odd().neverZero()) {
        public double of(double x)                             { return Real.acsch(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(k.over(k.over(k.constant(1), k.apply(ABS, x)), k.apply(Bivariate.HYPOT, k.constant(1), x))); } },
    ACOTH   ("acoth", "Real.acoth", null, known().odd().neverZero()) {
        public double of(double x)                             { return Real.acoth(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.over(k.constant(1), k.minus(k.constant(1), x)), k.plus(k.constant(1), x)); } },

    ABS     ("abs", "Math.abs", null, known().even().total().neverNegative().piecewise().rounding(0).at(0, 0).at(1, 1)) {
        public double of(double x)                             { return Math.abs(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.unlessEqual(k.apply(SIGN, x), x, k.constant(0)); } },
    SIGN    ("sign", "Math.signum", null, known().odd().total().step().rounding(0).at(0, 0).at(1, 1)) {
        public double of(double x)                             { return Math.signum(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.unlessEqual(k.constant(0), x, k.constant(0)); } },
    FLOOR   ("floor", "Math.floor", null, known().total().step().rounding(0).at(0, 0).at(1, 1)) {
        public double of(double x)                             { return Math.floor(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.unlessEqual(k.constant(0), x, y); } },
    CEIL    ("ceil", "Math.ceil", null, known().total().step().rounding(0).at(0, 0).at(1, 1)) {
        public double of(double x)                             { return Math.ceil(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.unlessEqual(k.constant(0), x, y); } },
    RELU    ("relu", "Real.relu", null, known().total().neverNegative().piecewise().rounding(0).at(0, 0).at(1, 1)) {
        public double of(double x)                             { return Real.relu(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.unlessEqual(k.apply(Comparison.GREATER, x, k.constant(0)), x, k.constant(0)); } },
    SIGMOID ("sigmoid", "Real.sigmoid", null, known().total().positive().at(0, Rational.of(1, 2))) {
        public double of(double x)                             { return Real.sigmoid(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.times(y, k.apply(SIGMOID, k.negate(x))); } },
    SOFTPLUS("softplus", "Real.softplus", null, known().total().positive()) {
        public double of(double x)                             { return Real.softplus(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.apply(SIGMOID, x); } },
    GELU    ("gelu", "Real.gelu", null, known().total().at(0, 0).rounding(9)) {
        public double of(double x)                             { return Real.gelu(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.plus(k.apply(NORMCDF, x), k.times(x, k.apply(NORMPDF, x))); } },

    SINC    ("sinc", "Real.sinc", null, known().even().total().at(0, 1)) {
        public double of(double x)                             { return Real.sinc(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(k.apply(Bivariate.SPHERICALBESSELJ, k.constant(1), x)); } },
    GAUSS   ("gauss", "Real.gauss", null, known().even().total().positive().at(0, 1)) {
        public double of(double x)                             { return Real.gauss(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(k.times(k.times(k.constant(2), x), y)); } },
    ERF     ("erf", "Real.erf", null, known().odd().total().at(0, 0)) {
        public double of(double x)                             { return Real.erf(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.times(k.over(k.constant(2), k.apply(SQRT, k.constant(NamedConstant.PI))), k.apply(GAUSS, x)); } },
    ERFC    ("erfc", "Real.erfc", null, known().total().positive().at(0, 1).rounding(7)) {
        public double of(double x)                             { return Real.erfc(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(k.times(k.over(k.constant(2), k.apply(SQRT, k.constant(NamedConstant.PI))), k.apply(GAUSS, x))); } },
    NORMPDF ("normpdf", "Real.normpdf", "\\varphi", known().even().total().positive()) {
        public double of(double x)                             { return Real.normpdf(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(k.times(x, y)); } },
    NORMCDF ("normcdf", "Real.normcdf", "\\Phi", known().total().positive().at(0, Rational.of(1, 2)).rounding(8)) {
        public double of(double x)                             { return Real.normcdf(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.apply(NORMPDF, x); } },
    BESSELJ0("besselj0", "Real.besselj0", "J_0", known().even().total().at(0, 1).rounding(8)) {
        public double of(double x)                             { return Real.besselj0(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(k.apply(Bivariate.BESSELJ, k.constant(1), x)); } },
    GAMMA   ("gamma", "Real.gamma", "\\Gamma", known().neverZero().at(1, 1).rounding(24)) {
        public double of(double x)                             { return Real.gamma(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.times(y, k.apply(DIGAMMA, x)); } },
    LGAMMA  ("lgamma", "Real.lgamma", "\\log\\Gamma", known().at(1, 0).rounding(10)) {
        public double of(double x)                             { return Real.lgamma(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.apply(DIGAMMA, x); } },
    DIGAMMA ("digamma", "Real.digamma", "\\psi", known().rounding(24)) {
        public double of(double x)                             { return Real.digamma(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.apply(Bivariate.POLYGAMMA, k.constant(1), x); } };
    // spotless:on

    private final String symbol;
    private final String java;
    private final String latex;
    private final Facts facts;

    Elementary(String symbol, String java, String latex, Facts facts) {
        this.symbol = symbol;
        this.java = java;
        this.latex = latex;
        this.facts = facts;
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
    public Facts facts() {
        return facts;
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
