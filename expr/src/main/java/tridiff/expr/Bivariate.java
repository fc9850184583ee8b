package tridiff.expr;

import static tridiff.expr.Facts.known;

import tridiff.expr.said.Said;

/** The functions of two variables that are written as calls: one row a function, as in {@link Elementary}. */
public enum Bivariate implements Binary {
    // spotless:off - this is a table
    ATAN2    ("atan2", "Real.atan2", null, known().jumps()) {
        public double of(double y, double x)                   { return Real.atan2(y, x); }
        public <T> T partialX(Algebra<T> k, T y, T x, T z)     { T r = k.apply(HYPOT, y, x); return k.over(k.over(x, r), r); }
        public <T> T partialY(Algebra<T> k, T y, T x, T z)     { T r = k.apply(HYPOT, y, x); return k.negate(k.over(k.over(y, r), r)); }
        /** Its cut is where y = 0 and x < 0; at the origin it has no value. */
        @Override public <T> T jump(Algebra<T> k, T y, T x, T z) { return k.unlessEqual(k.constant(0), k.apply(MAX, k.apply(Elementary.ABS, y), x), k.constant(0)); } },
    HYPOT    ("hypot", "Math.hypot", null, known().total().neverNegative().commutes()) {
        public double of(double x, double y)                   { return Math.hypot(x, y); }
        public <T> T partialX(Algebra<T> k, T x, T y, T z)     { return k.over(x, z); }
        public <T> T partialY(Algebra<T> k, T x, T y, T z)     { return k.over(y, z); } },
    MIN      ("min", "Math.min", "\\min", known().total().piecewise().commutes().rounding(0)) {
        public double of(double x, double y)                   { return Math.min(x, y); }
        public <T> T partialX(Algebra<T> k, T x, T y, T z)     { return k.unlessEqual(k.apply(Comparison.LESS, x, y), x, y); }
        public <T> T partialY(Algebra<T> k, T x, T y, T z)     { return k.unlessEqual(k.apply(Comparison.GREATER, x, y), x, y); } },
    MAX      ("max", "Math.max", "\\max", known().total().piecewise().commutes().rounding(0)) {
        public double of(double x, double y)                   { return Math.max(x, y); }
        public <T> T partialX(Algebra<T> k, T x, T y, T z)     { return k.unlessEqual(k.apply(Comparison.GREATER, x, y), x, y); }
        public <T> T partialY(Algebra<T> k, T x, T y, T z)     { return k.unlessEqual(k.apply(Comparison.LESS, x, y), x, y); } },
    /** Closed under differentiation, so that gamma has derivatives of every order; not differentiable by its integer order. */
    POLYGAMMA("polygamma", "Real.polygamma", "\\psi^{(#)}", known().wholeOrder().rounding(24)) {
        public double of(double n, double x)                   { return Real.polygamma(n, x); }
        public <T> T partialX(Algebra<T> k, T n, T x, T z)     { return k.unlessEqual(k.constant(0), n, n); }
        public <T> T partialY(Algebra<T> k, T n, T x, T z)     { return k.apply(POLYGAMMA, k.plus(n, k.constant(1)), x); } },
    /** Entire, for every whole order: J_n' = (J_(n-1) - J_(n+1))/2 (DLMF 10.6.1). */
    BESSELJ  ("besselj", "Real.besselj", "J_{#}", known().wholeOrder().rounding(8)) {
        public double of(double n, double x)                   { return Real.besselj(n, x); }
        public <T> T partialX(Algebra<T> k, T n, T x, T z)     { return k.unlessEqual(k.constant(0), n, n); }
        public <T> T partialY(Algebra<T> k, T n, T x, T z)     { return k.over(k.minus(k.apply(BESSELJ, k.minus(n, k.constant(1)), x), k.apply(BESSELJ, k.plus(n, k.constant(1)), x)), k.constant(2)); } },
    /** Entire, for whole orders from 0 on: j_n' = (n j_(n-1) - (n+1) j_(n+1))/(2n+1) (DLMF 10.51.2), of which the first is not asked for if n = 0. */
    SPHERICALBESSELJ("sphericalbesselj", "Real.sphericalbesselj", "j_{#}", known().wholeOrder().rounding(8)) {
        public double of(double n, double x)                   { return Real.sphericalbesselj(n, x); }
        public <T> T partialX(Algebra<T> k, T n, T x, T z)     { return k.unlessEqual(k.constant(0), n, n); }
        public <T> T partialY(Algebra<T> k, T n, T x, T z)     {
            T above = k.plus(n, k.constant(1));
            T below = k.apply(MAX, k.minus(n, k.constant(1)), k.constant(0));
            T terms = k.minus(k.times(n, k.apply(SPHERICALBESSELJ, below, x)), k.times(above, k.apply(SPHERICALBESSELJ, above, x)));
            return k.over(terms, k.plus(n, above)); } };
    // spotless:on

    private final String symbol;
    private final String java;
    private final String latex;
    private final Facts facts;

    Bivariate(String symbol, String java, String latex, Facts facts) {
        this.symbol = symbol;
        this.java = java;
        this.latex = latex;
        this.facts = facts;
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
    public Facts facts() {
        return facts;
    }
}
