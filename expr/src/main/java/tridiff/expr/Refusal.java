package tridiff.expr;

/** Says what cannot be done with a function, and why: thrown instead of a wrong number. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Refusal(String reason) {
        super(reason);
    }
}
