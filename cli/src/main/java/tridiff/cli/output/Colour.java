package tridiff.cli.output;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import tridiff.expr.said.Language;

/** Whether a stream is coloured, and the little that is: headings and labels bold, the word error red. */
public enum Colour {
    AUTO,
    ALWAYS,
    NEVER;

    /** Set by the launcher where standard output is a terminal. */
    private static final String OUT_IS_TERMINAL = "tridiff.terminal.out";

    /** Set by the launcher where standard error is a terminal. */
    private static final String ERR_IS_TERMINAL = "tridiff.terminal";

    /** What stands above the first column of a table. */
    private static final List<String> TITLES = List.of(
            "compare.table.method",
            "compare.cost.variables",
            "compare.sizes.depth",
            "compare.sizes.order",
            "compare.sizes.growth");

    private static final List<String> LABELS = List.of("compare.text.verdict", "compare.text.note");

    private static final String BOLD = "\u001b[1m";
    private static final String RED = "\u001b[1;31m";
    private static final String PLAIN = "\u001b[0m";

    /** What the option of the whole command line says. */
    public static Colour of(CommandLine commandLine) {
        return Settings.of(commandLine).colour();
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
    String headings(String text, Language language) {
        return isOn(OUT_IS_TERMINAL) ? heading(language).matcher(text).replaceAll(BOLD + "$0" + PLAIN) : text;
    }

    /** The first line of a table, which may be all in capitals; or a label at the beginning of a line. */
    private static Pattern heading(Language language) {
        String labels = any(LABELS, language);
        return Pattern.compile(
                "(?m)^( *[A-Z]{2,} .*|" + any(TITLES, language) + " {2,}.*|" + labels + ")$|^" + labels + "(?= )");
    }

    private static String any(List<String> keys, Language language) {
        return keys.stream().map(language::text).map(Pattern::quote).collect(Collectors.joining("|", "(", ")"));
    }

    /** The label of a message on standard error. */
    String error(String label) {
        return isOn(ERR_IS_TERMINAL) ? RED + label + PLAIN : label;
    }

    public Ansi help() {
        return isOn(OUT_IS_TERMINAL) ? Ansi.ON : Ansi.OFF;
    }
}
