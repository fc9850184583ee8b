package tridiff.cli;

import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Whether a stream is coloured, and the little that is: headings and labels bold, the word error red. */
enum Colour {
    AUTO,
    ALWAYS,
    NEVER;

    /** Set by the launcher where standard output is a terminal. */
    private static final String OUT_IS_TERMINAL = "tridiff.terminal.out";

    /** Set by the launcher where standard error is a terminal. */
    private static final String ERR_IS_TERMINAL = "tridiff.terminal";

    /** The first line of a table, all in capitals; or a label at the beginning of a line. */
    private static final Pattern HEADING = Pattern.compile(
            "(?m)^( *[A-Z]{2,} .*|(방법|변수|깊이|차수|크기) {2,}.*|Verdict|Note|판정|참고)$|^(Verdict|Note|판정|참고)(?= )");

    private static final String BOLD = "\u001b[1m";
    private static final String RED = "\u001b[1;31m";
    private static final String PLAIN = "\u001b[0m";

    /** What the option of the whole command line says. */
    static Colour of(CommandLine commandLine) {
        return ((Main) commandLine.getCommandSpec().root().userObject()).colour();
    }

    private boolean isOn(String terminal) {
        String no = System.getenv("NO_COLOR");
        return this == ALWAYS
                || this == AUTO
                        && Boolean.getBoolean(terminal)
                        && (no == null || no.isEmpty())
                        && !"dumb".equals(System.getenv("TERM"));
    }

    /** Text for standard output, its headings bold. */
    String headings(String text) {
        return isOn(OUT_IS_TERMINAL) ? HEADING.matcher(text).replaceAll(BOLD + "$0" + PLAIN) : text;
    }

    /** The label of a message on standard error. */
    String error(String label) {
        return isOn(ERR_IS_TERMINAL) ? RED + label + PLAIN : label;
    }

    Ansi help() {
        return isOn(OUT_IS_TERMINAL) ? Ansi.ON : Ansi.OFF;
    }
}
