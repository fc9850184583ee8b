package tridiff.expr.said;

/** An exception with something to say to people; its message is the English of it. */
public interface Saying {

    Said said();

    /** What an exception has to say, or else its message as it is. */
    static Said of(Throwable e) {
        return e instanceof Saying saying ? saying.said() : Said.words(String.valueOf(e.getMessage()));
    }
}
