package tridiff.cli;

/** Placeholder: prints its arguments. */
public final class Main {
    private Main() {}

    /** Prints each argument on a line. */
    public static void main(String[] args) {
        for (String argument : args) {
            System.out.println(argument);
        }
    }
}
