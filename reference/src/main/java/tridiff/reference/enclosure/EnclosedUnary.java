package tridiff.reference.enclosure;

import tridiff.expr.Unary;

/** A function of one's own that says its enclosure, so that what the methods make of it is judged. */
public interface EnclosedUnary extends Unary {

    /**
     * An enclosure of all its values on x.
     *
     * @param x a number; undefined and undecided arguments are not asked for
     * @return what contains them, {@linkplain Enclosure#undefined undefined} outside the domain, or undecided
     */
    Enclosure enclosed(EnclosureArithmetic k, Enclosure x);
}
