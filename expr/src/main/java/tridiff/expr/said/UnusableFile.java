package tridiff.expr.said;

import java.io.IOException;

/** A file that cannot be used, for a reason that a user is told. */
public class UnusableFile extends IOException implements Saying {

    private static final long serialVersionUID = 1;

    private final transient Said said;

    public UnusableFile(Said said) {
        super(said.toString());
        this.said = said;
    }

    @Override
    public final Said said() {
        return said;
    }
}
