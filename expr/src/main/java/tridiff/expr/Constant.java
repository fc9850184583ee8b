package tridiff.expr;

/** A number known exactly: a {@link Rational}, or one of the {@link NamedConstant} constants of mathematics. */
public sealed interface Constant permits Rational, NamedConstant {

    /** The nearest double. */
    double doubleValue();
}
