package tridiff.expr.said;

/** Input that cannot be accepted, for a reason that a user is told. */
public final class IllegalInput extends IllegalArgumentException implements Saying {

    private static final long serialVersionUID = 1;

    private final transient Said said;

    public IllegalInput(Said said) {
        super(said.toString());
        this.said = said;
    }

    @Override
    public Said said() {
        return said;
    }
}
