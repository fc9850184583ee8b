package tridiff.expr;

/**
 * The functions of one variable: one row a function, with its value in doubles and its derivative in any algebra.
 *
 * <p>The rules are written so that they stay accurate near the ends of the domain, where the form of the textbook loses digits:
 * {@code (1-x)(1+x)} and not {@code 1-x²}, {@code 1/cosh²x} and not {@code 1-tanh²x}, {@code exp x} and not {@code expm1(x)+1}. A test
 * bounds the error of every rule over its whole domain in ulps.
 */
public enum Elementary implements Unary {
    // spotless:off - this is a table
    NEGATE  ("-", "", "-", "the number of opposite sign") {
        public double of(double x)                             { return -x; }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.constant(Rational.MINUS_ONE); } },
    SQRT    ("sqrt", "Math.sqrt", "\\sqrt", "square root, x >= 0") {
        public double of(double x)                             { return Math.sqrt(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.constant(1), k.times(k.constant(2), y)); } },
    CBRT    ("cbrt", "Real.cbrt", "\\sqrt[3]", "cube root, of negative numbers too") {
        public double of(double x)                             { return Real.cbrt(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.constant(1), k.times(k.constant(3), k.times(y, y))); } },
    EXP     ("exp", "Math.exp", "\\exp", "exponential function") {
        public double of(double x)                             { return Math.exp(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return y; } },
    EXPM1   ("expm1", "Math.expm1", null, "exp(x) - 1 without cancellation") {
        public double of(double x)                             { return Math.expm1(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.apply(EXP, x); } },
    LOG     ("log", "Math.log", "\\log", "natural logarithm, x > 0 (also: ln)") {
        public double of(double x)                             { return Math.log(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.constant(1), x); } },
    LOG2    ("log2", "Real.log2", "\\log_2", "logarithm to base 2, x > 0") {
        public double of(double x)                             { return Real.log2(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.over(k.constant(1), k.apply(LOG, k.constant(2))), x); } },
    LOG10   ("log10", "Math.log10", "\\log_{10}", "logarithm to base 10, x > 0") {
        public double of(double x)                             { return Math.log10(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.over(k.constant(1), k.apply(LOG, k.constant(10))), x); } },
    LOG1P   ("log1p", "Math.log1p", null, "log(1 + x) without cancellation, x > -1") {
        public double of(double x)                             { return Math.log1p(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.constant(1), k.plus(k.constant(1), x)); } },

    SIN     ("sin", "Math.sin", "\\sin", "sine, in radians") {
        public double of(double x)                             { return Math.sin(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.apply(COS, x); } },
    COS     ("cos", "Math.cos", "\\cos", "cosine, in radians") {
        public double of(double x)                             { return Math.cos(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(k.apply(SIN, x)); } },
    TAN     ("tan", "Math.tan", "\\tan", "tangent") {
        public double of(double x)                             { return Math.tan(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.constant(1), k.power(k.apply(COS, x), k.constant(2))); } },
    COT     ("cot", "Real.cot", "\\cot", "cotangent, 1/tan(x)") {
        public double of(double x)                             { return Real.cot(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(k.over(k.constant(1), k.power(k.apply(SIN, x), k.constant(2)))); } },
    SEC     ("sec", "Real.sec", "\\sec", "secant, 1/cos(x)") {
        public double of(double x)                             { return Real.sec(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.times(y, k.apply(TAN, x)); } },
    CSC     ("csc", "Real.csc", "\\csc", "cosecant, 1/sin(x)") {
        public double of(double x)                             { return Real.csc(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(k.times(y, k.apply(COT, x))); } },
    ASIN    ("asin", "Math.asin", "\\arcsin", "inverse sine, -1 <= x <= 1") {
        public double of(double x)                             { return Math.asin(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.constant(1), k.apply(SQRT, oneMinusSquare(k, x))); } },
    ACOS    ("acos", "Math.acos", "\\arccos", "inverse cosine, -1 <= x <= 1") {
        public double of(double x)                             { return Math.acos(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(k.over(k.constant(1), k.apply(SQRT, oneMinusSquare(k, x)))); } },
    ATAN    ("atan", "Math.atan", "\\arctan", "inverse tangent") {
        public double of(double x)                             { return Math.atan(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.constant(1), k.plus(k.constant(1), k.power(x, k.constant(2)))); } },

    SINH    ("sinh", "Real.sinh", "\\sinh", "hyperbolic sine") {
        public double of(double x)                             { return Real.sinh(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.apply(COSH, x); } },
    COSH    ("cosh", "Real.cosh", "\\cosh", "hyperbolic cosine") {
        public double of(double x)                             { return Real.cosh(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.apply(SINH, x); } },
    TANH    ("tanh", "Real.tanh", "\\tanh", "hyperbolic tangent") {
        public double of(double x)                             { return Real.tanh(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { T c = k.apply(COSH, x); return k.over(k.over(k.constant(1), c), c); } },
    ASINH   ("asinh", "Real.asinh", null, "inverse hyperbolic sine") {
        public double of(double x)                             { return Real.asinh(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.constant(1), k.apply(Bivariate.HYPOT, k.constant(1), x)); } },
    ACOSH   ("acosh", "Real.acosh", null, "inverse hyperbolic cosine, x >= 1") {
        public double of(double x)                             { return Real.acosh(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.constant(1), k.times(k.apply(SQRT, k.minus(x, k.constant(1))), k.apply(SQRT, k.plus(x, k.constant(1))))); } },
    ATANH   ("atanh", "Real.atanh", null, "inverse hyperbolic tangent, -1 < x < 1") {
        public double of(double x)                             { return Real.atanh(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.constant(1), oneMinusSquare(k, x)); } },

    COTH    ("coth", "Real.coth", "\\coth", "hyperbolic cotangent, cosh(x)/sinh(x)") {
        public double of(double x)                             { return Real.coth(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { T s = k.apply(SINH, x); return k.negate(k.over(k.over(k.constant(1), s), s)); } },
    SECH    ("sech", "Real.sech", null, "hyperbolic secant, 1/cosh(x)") {
        public double of(double x)                             { return Real.sech(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(k.times(y, k.apply(TANH, x))); } },
    CSCH    ("csch", "Real.csch", null, "hyperbolic cosecant, 1/sinh(x)") {
        public double of(double x)                             { return Real.csch(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(k.times(y, k.apply(COTH, x))); } },
    ACOT    ("acot", "Real.acot", null, "inverse cotangent, atan(1/x); undefined at 0") {
        public double of(double x)                             { return Real.acot(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(k.over(k.constant(1), k.plus(k.constant(1), k.power(x, k.constant(2))))); } },
    ASEC    ("asec", "Real.asec", null, "inverse secant, acos(1/x), abs(x) >= 1") {
        public double of(double x)                             { return Real.asec(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return overMagnitude(k, x); } },
    ACSC    ("acsc", "Real.acsc", null, "inverse cosecant, asin(1/x), abs(x) >= 1") {
        public double of(double x)                             { return Real.acsc(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(overMagnitude(k, x)); } },
    ASECH   ("asech", "Real.asech", null, "inverse hyperbolic secant, acosh(1/x), 0 < x <= 1") {
        public double of(double x)                             { return Real.asech(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(k.over(k.over(k.constant(1), x), k.apply(SQRT, oneMinusSquare(k, x)))); } },
    ACSCH   ("acsch", "Real.acsch", null, "inverse hyperbolic cosecant, asinh(1/x); undefined at 0") {
        public double of(double x)                             { return Real.acsch(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(k.over(k.over(k.constant(1), k.apply(ABS, x)), k.apply(Bivariate.HYPOT, k.constant(1), x))); } },
    ACOTH   ("acoth", "Real.acoth", null, "inverse hyperbolic cotangent, atanh(1/x), abs(x) > 1") {
        public double of(double x)                             { return Real.acoth(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.over(k.over(k.constant(1), k.minus(k.constant(1), x)), k.plus(k.constant(1), x)); } },

    ABS     ("abs", "Math.abs", null, "absolute value; a kink at 0") {
        public double of(double x)                             { return Math.abs(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.unlessEqual(k.apply(SIGN, x), x, k.constant(0)); } },
    SIGN    ("sign", "Math.signum", null, "-1, 0 or 1; a jump at 0") {
        public double of(double x)                             { return Math.signum(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.unlessEqual(k.constant(0), x, k.constant(0)); } },
    FLOOR   ("floor", "Math.floor", null, "greatest integer not above x; jumps at the integers") {
        public double of(double x)                             { return Math.floor(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.unlessEqual(k.constant(0), x, y); } },
    CEIL    ("ceil", "Math.ceil", null, "least integer not below x; jumps at the integers") {
        public double of(double x)                             { return Math.ceil(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.unlessEqual(k.constant(0), x, y); } },
    RELU    ("relu", "Real.relu", null, "max(x, 0); a kink at 0") {
        public double of(double x)                             { return Real.relu(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.unlessEqual(k.apply(Comparison.GREATER, x, k.constant(0)), x, k.constant(0)); } },
    SIGMOID ("sigmoid", "Real.sigmoid", null, "1/(1 + exp(-x))") {
        public double of(double x)                             { return Real.sigmoid(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.times(y, k.apply(SIGMOID, k.negate(x))); } },
    SOFTPLUS("softplus", "Real.softplus", null, "log(1 + exp(x)) without overflow") {
        public double of(double x)                             { return Real.softplus(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.apply(SIGMOID, x); } },

    GAUSS   ("gauss", "Real.gauss", null, "exp(-x^2), accurate for large x") {
        public double of(double x)                             { return Real.gauss(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(k.times(k.times(k.constant(2), x), y)); } },
    ERF     ("erf", "Real.erf", null, "error function") {
        public double of(double x)                             { return Real.erf(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.times(k.over(k.constant(2), k.apply(SQRT, k.constant(NamedConstant.PI))), k.apply(GAUSS, x)); } },
    ERFC    ("erfc", "Real.erfc", null, "1 - erf(x) without cancellation") {
        public double of(double x)                             { return Real.erfc(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.negate(k.times(k.over(k.constant(2), k.apply(SQRT, k.constant(NamedConstant.PI))), k.apply(GAUSS, x))); } },
    GAMMA   ("gamma", "Real.gamma", "\\Gamma", "gamma function; poles at 0, -1, -2, ...") {
        public double of(double x)                             { return Real.gamma(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.times(y, k.apply(DIGAMMA, x)); } },
    LGAMMA  ("lgamma", "Real.lgamma", "\\log\\Gamma", "log(abs(gamma(x)))") {
        public double of(double x)                             { return Real.lgamma(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.apply(DIGAMMA, x); } },
    DIGAMMA ("digamma", "Real.digamma", "\\psi", "derivative of log(gamma(x)); poles at 0, -1, -2, ...") {
        public double of(double x)                             { return Real.digamma(x); }
        public <T> T derivative(Algebra<T> k, T x, T y)        { return k.apply(Bivariate.POLYGAMMA, k.constant(1), x); } };
    // spotless:on

    private final String symbol;
    private final String java;
    private final String latex;
    private final String about;

    Elementary(String symbol, String java, String latex, String about) {
        this.symbol = symbol;
        this.java = java;
        this.latex = latex;
        this.about = about;
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
    public String about() {
        return about;
    }
}
