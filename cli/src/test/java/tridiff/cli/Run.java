package tridiff.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** One run of the command line inside the test's own process: exit code and what was written. */
record Run(int code, String out, String err) {

    static Run of(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Main.execute(new PrintWriter(out), new PrintWriter(err), args);
        return new Run(code, out.toString(), err.toString());
    }

    /** The column of the caret, counted from the expression's first character; -1 if there is none. */
    int caret() {
        return err.lines()
                .filter(line -> line.strip().matches("\\^( *\\^)?"))
                .mapToInt(line -> line.lastIndexOf('^') - 2)
                .findFirst()
                .orElse(-1);
    }
}
