package tridiff.wengert;

/** What a line of a Wengert list does. Arguments are the numbers of earlier lines; those not used are -1. */
public enum OpKind {
    /** Takes an input. */
    INPUT,
    /** A number. */
    CONSTANT,
    /** A function of line a. */
    UNARY,
    /** A function of lines a and b. */
    BINARY,
    /** Line b if line a is 1, line c if it is 0. */
    CHOICE,
    /** The b-th result of a {@link Loop}; its results that are needed are lines one behind the other. */
    LOOP
}
