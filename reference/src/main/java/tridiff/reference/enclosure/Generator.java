package tridiff.reference.enclosure;

import java.math.BigInteger;
import java.util.List;
import tridiff.expr.Rational;

/**
 * A number that {@link Closed} forms are made of.
 *
 * @param name of a constant, or of the function whose value it is
 * @param arguments of the function
 * @param integer itself, if it is one: only its roots are generators
 */
record Generator(String name, List<Closed> arguments, BigInteger integer) {

    static final Generator PI = new Generator("pi", List.of(), null);

    static Generator of(BigInteger n) {
        return new Generator("", List.of(), n);
    }

    /** e^x, raised to any power. */
    static Generator exponential(Closed x) {
        return new Generator("exp", List.of(x), null);
    }

    /** The logarithm of an integer. */
    static Generator logarithm(BigInteger n) {
        return new Generator("log", List.of(Closed.of(new Rational(n, BigInteger.ONE))), null);
    }

    /** A value of which nothing is known but what it is the value of; null where that is long. */
    static Closed opaque(String name, List<Closed> arguments) {
        var g = new Generator(name, arguments, null);
        return g.weight() > 40 ? null : Closed.of(g, Rational.ONE);
    }

    boolean isInteger() {
        return integer != null;
    }

    /** Whether it is positive, so that powers of it may be multiplied. */
    boolean isPositive() {
        return integer != null || equals(PI) || name.equals("exp");
    }

    int weight() {
        int weight = 1;
        for (Closed argument : arguments) {
            weight += argument.weight();
        }
        return weight;
    }
}
