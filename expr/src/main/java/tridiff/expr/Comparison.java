package tridiff.expr;

/**
 * Comparisons as numbers: 1 where they hold and 0 where they do not (Iverson's bracket).
 *
 * <p>They are step functions: the derivative is 0, and undefined where both sides are equal.
 */
public enum Comparison implements Binary {
    // spotless:off - this is a table
    LESS            ("<",  "<", "less")     { boolean holds(double x, double y) { return x <  y; } },
    LESS_OR_EQUAL   ("<=", "\\le", "lessOrEqual")  { boolean holds(double x, double y) { return x <= y; } },
    GREATER         (">",  ">", "greater")     { boolean holds(double x, double y) { return x >  y; } },
    GREATER_OR_EQUAL(">=", "\\ge", "greaterOrEqual")  { boolean holds(double x, double y) { return x >= y; } },
    EQUAL           ("==", "=", "equal")     { boolean holds(double x, double y) { return x == y; } },
    UNEQUAL         ("!=", "\\ne", "unequal")  { boolean holds(double x, double y) { return x != y; } };
    // spotless:on

    private static final Facts STEP = Facts.known().step().rounding(0);

    private final String symbol;
    private final String latex;
    private final String javaName;

    Comparison(String symbol, String latex, String javaName) {
        this.symbol = symbol;
        this.latex = latex;
        this.javaName = javaName;
    }

    abstract boolean holds(double x, double y);

    @Override
    public double of(double x, double y) {
        return Double.isNaN(x) || Double.isNaN(y) ? Double.NaN : holds(x, y) ? 1 : 0;
    }

    @Override
    public <T> T partialX(Algebra<T> k, T x, T y, T z) {
        return k.unlessEqual(k.constant(0), x, y);
    }

    @Override
    public <T> T partialY(Algebra<T> k, T x, T y, T z) {
        return k.unlessEqual(k.constant(0), x, y);
    }

    @Override
    public Facts facts() {
        return STEP;
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
        return "Real." + javaName;
    }
}
