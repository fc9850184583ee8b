package tridiff.compare.enclosure;

/** Why a value is undefined. */
public enum Cause {
    OUTSIDE_DOMAIN("the argument is outside the domain of the function"),
    POLE("the function has a pole at the argument"),
    ZERO_OVER_ZERO("zero divided by zero"),
    ZERO_TO_THE_ZERO("zero to the power of zero"),
    INDETERMINATE("the arguments determine no value");

    private final String text;

    Cause(String text) {
        this.text = text;
    }

    /** The cause in words. */
    public String text() {
        return text;
    }
}
