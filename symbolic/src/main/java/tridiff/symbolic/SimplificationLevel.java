package tridiff.symbolic;

/** How much is done to make a formula smaller. */
public enum SimplificationLevel {
    /** Nothing: the textbook's rules as they stand. */
    NONE,
    /** The normal form: numbers computed, like terms and equal factors collected, zeros and ones dropped; time linear in the formula. */
    BASIC,
    /** And then common factors, common denominators and identities, as long as the formula gets smaller. */
    FULL
}
