package tridiff.expr;

import tridiff.expr.said.Said;

/** The functions of two variables that are written as calls: one row a function, as in {@link Elementary}. */
public enum Bivariate implements Binary {
    // spotless:off - this is a table
    ATAN2    ("atan2", "Real.atan2", null) {
        public double of(double y, double x)                   { return Real.atan2(y, x); }
        public <T> T partialX(Algebra<T> k, T y, T x, T z)     { T r = k.apply(HYPOT, y, x); return k.over(k.over(x, r), r); }
        public <T> T partialY(Algebra<T> k, T y, T x, T z)     { T r = k.apply(HYPOT, y, x); return k.negate(k.over(k.over(y, r), r)); }
        /** Its cut is where y = 0 and x < 0; at the origin it has no value. */
        @Override public <T> T jump(Algebra<T> k, T y, T x, T z) { return k.unlessEqual(k.constant(0), k.apply(MAX, k.apply(Elementary.ABS, y), x), k.constant(0)); }
        @Override public boolean mayJump()                     { return true; } },
    HYPOT    ("hypot", "Math.hypot", null) {
        public double of(double x, double y)                   { return Math.hypot(x, y); }
        public <T> T partialX(Algebra<T> k, T x, T y, T z)     { return k.over(x, z); }
        public <T> T partialY(Algebra<T> k, T x, T y, T z)     { return k.over(y, z); } },
    MIN      ("min", "Math.min", "\\min") {
        public double of(double x, double y)                   { return Math.min(x, y); }
        public <T> T partialX(Algebra<T> k, T x, T y, T z)     { return k.unlessEqual(k.apply(Comparison.LESS, x, y), x, y); }
        public <T> T partialY(Algebra<T> k, T x, T y, T z)     { return k.unlessEqual(k.apply(Comparison.GREATER, x, y), x, y); } },
    MAX      ("max", "Math.max", "\\max") {
        public double of(double x, double y)                   { return Math.max(x, y); }
        public <T> T partialX(Algebra<T> k, T x, T y, T z)     { return k.unlessEqual(k.apply(Comparison.GREATER, x, y), x, y); }
        public <T> T partialY(Algebra<T> k, T x, T y, T z)     { return k.unlessEqual(k.apply(Comparison.LESS, x, y), x, y); } },
    /** Closed under differentiation, so that gamma has derivatives of every order; not differentiable by its integer order. */
    POLYGAMMA("polygamma", "Real.polygamma", "\\psi") {
        public double of(double n, double x)                   { return Real.polygamma(n, x); }
        public <T> T partialX(Algebra<T> k, T n, T x, T z)     { return k.unlessEqual(k.constant(0), n, n); }
        public <T> T partialY(Algebra<T> k, T n, T x, T z)     { return k.apply(POLYGAMMA, k.plus(n, k.constant(1)), x); } };
    // spotless:on

    private final String symbol;
    private final String java;
    private final String latex;

    Bivariate(String symbol, String java, String latex) {
        this.symbol = symbol;
        this.java = java;
        this.latex = latex;
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public String java() {
        return java;
    }

    @Override
    public String latex() {
        return latex == null ? Binary.super.latex() : latex;
    }

    @Override
    public Said about() {
        return Said.of("expr.about." + symbol);
    }

    @Override
    public boolean commutes() {
        return this == HYPOT || this == MIN || this == MAX;
    }
}
