package tridiff.expr;

/** The constants of mathematics that have a name in the language. */
public enum NamedConstant implements Constant {
    PI("pi", Math.PI),
    E("e", Math.E);

    private final String symbol;
    private final double nearest;

    NamedConstant(String symbol, double nearest) {
        this.symbol = symbol;
        this.nearest = nearest;
    }

    /** Its name in the typed language. */
    public String symbol() {
        return symbol;
    }

    /** Its name in Java. */
    public String java() {
        return "Math." + name();
    }

    @Override
    public double doubleValue() {
        return nearest;
    }
}
