package tridiff.expr.said;

/** An exception with something to say to people. */
public abstract class SaidException extends RuntimeException implements Saying {

    private static final long serialVersionUID = 1;

    private final transient Said said;

    protected SaidException(Said said) {
        super(said.toString());
        this.said = said;
    }

    @Override
    public final Said said() {
        return said;
    }
}
