package tridiff.reference.ball;

import tridiff.reference.enclosure.EnclosureArithmetic;

/** Thrown inside a computation whose result cannot be enclosed; never leaves {@link EnclosureArithmetic}. */
@SuppressWarnings("StaticAssignmentOfThrowable") // thrown often, and never shown
public final class Unsettled extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** More precision may help: what should be away from zero is not known to be. */
    static final Unsettled PRECISION = new Unsettled("precision");

    /** No precision helps: the result leaves the range of exponents or costs too much. */
    public static final Unsettled EFFORT = new Unsettled("effort");

    private Unsettled(String message) {
        super(message, null, false, false);
    }
}
