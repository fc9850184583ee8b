package tridiff.expr;

/** A number known exactly: a {@link Rational}, or one of the {@link Known} constants of mathematics. */
public sealed interface Constant permits Rational, Known {

    /** The nearest double. */
    double doubleValue();
}
