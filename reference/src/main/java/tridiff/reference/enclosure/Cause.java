package tridiff.reference.enclosure;

import tridiff.expr.said.Said;

/** Why a value is undefined. */
public enum Cause {
    OUTSIDE_DOMAIN(Said.of("reference.point.cause.domain")),
    POLE(Said.of("reference.point.cause.pole")),
    ZERO_OVER_ZERO(Said.of("reference.point.cause.zero.over")),
    ZERO_TO_THE_ZERO(Said.of("reference.point.cause.zero.power")),
    INDETERMINATE(Said.of("reference.point.cause.indeterminate"));

    private final Said said;

    Cause(Said said) {
        this.said = said;
    }

    /** The cause in words. */
    public Said said() {
        return said;
    }
}
