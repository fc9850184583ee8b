package tridiff.expr;

import static tridiff.expr.Facts.known;

/** The operators of arithmetic, with their partial derivatives. */
public enum Arithmetic implements Binary {
    // spotless:off - this is a table
    PLUS ("+", "+", known().commutes().rounding(1)) {
        public double of(double x, double y)                         { return x + y; }
        public <T> T partialX(Algebra<T> k, T x, T y, T z)           { return k.constant(1); }
        public <T> T partialY(Algebra<T> k, T x, T y, T z)           { return k.constant(1); }
    },
    MINUS("-", "-", known().rounding(1)) {
        public double of(double x, double y)                         { return x - y; }
        public <T> T partialX(Algebra<T> k, T x, T y, T z)           { return k.constant(1); }
        public <T> T partialY(Algebra<T> k, T x, T y, T z)           { return k.constant(Rational.MINUS_ONE); }
    },
    TIMES("*", "\\cdot", known().commutes().rounding(1)) {
        public double of(double x, double y)                         { return x * y; }
        public <T> T partialX(Algebra<T> k, T x, T y, T z)           { return y; }
        public <T> T partialY(Algebra<T> k, T x, T y, T z)           { return x; }
    },
    OVER ("/", "\\frac", known().rounding(1)) {
        public double of(double x, double y)                         { return x / y; }
        public <T> T partialX(Algebra<T> k, T x, T y, T z)           { return k.over(k.constant(1), y); }
        public <T> T partialY(Algebra<T> k, T x, T y, T z)           { return k.negate(k.over(z, y)); }
    },
    POWER("^", "^", known()) {
        public double of(double x, double y)                         { return Math.pow(x, y); }
        public <T> T partialX(Algebra<T> k, T x, T y, T z)           { return k.times(y, k.power(x, k.minus(y, k.constant(1)))); }
        public <T> T partialY(Algebra<T> k, T x, T y, T z)           { return k.times(z, k.apply(Elementary.LOG, x)); }
    };
    // spotless:on

    private final String symbol;
    private final String latex;
    private final Facts facts;

    Arithmetic(String symbol, String latex, Facts facts) {
        this.symbol = symbol;
        this.latex = latex;
        this.facts = facts;
    }

    /** The derivative of x^n for a number n: n·x^(n-1), which never touches log x. */
    public static <T> T powerRule(Algebra<T> k, T x, Rational n) {
        return n.isZero() || n.isOne() ? k.constant(n) : k.times(k.constant(n), k.power(x, n.minus(Rational.ONE)));
    }

    /** The same for a whole number of a loop, which may be 0: the derivative of 1 is 0, at x = 0 too. */
    public static <T> T wholePowerRule(Algebra<T> k, T x, T n, boolean positive) {
        T rule = k.times(n, k.wholePower(x, k.minus(n, k.constant(1)), false));
        return positive ? rule : k.choose(k.apply(Comparison.EQUAL, n, k.constant(0)), k.constant(0), rule);
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public String latex() {
        return latex;
    }

    @Override
    public String java() {
        return this == POWER ? "Math.pow" : symbol;
    }

    @Override
    public Facts facts() {
        return facts;
    }
}
