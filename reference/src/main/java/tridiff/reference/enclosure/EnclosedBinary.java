package tridiff.reference.enclosure;

import tridiff.expr.Binary;

/** A function of two variables of one's own that says its enclosure, as {@link EnclosedUnary} does. */
public interface EnclosedBinary extends Binary {

    /** An enclosure of all its values for x and y, which are numbers. */
    Enclosure enclosed(EnclosureArithmetic k, Enclosure x, Enclosure y);
}
