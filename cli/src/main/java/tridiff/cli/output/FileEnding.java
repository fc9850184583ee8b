package tridiff.cli.output;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tridiff.expr.said.Said;

/** The ending of a file's name: it says in which form to write, and nothing is written that it does not say. */
public final class FileEnding {

    /** Of forms that everybody knows by them, whether or not a command writes them. */
    private static final Set<String> WELL_KNOWN = Set.of(
            "txt", "json", "jsonl", "csv", "md", "tex", "png", "svg", "pdf", "html", "dot", "gv", "jpg", "xlsx", "mml");

    private FileEnding() {}

    /**
     * The form to write in; a {@link Failure} if the name of the file says none, or another one than is asked for.
     *
     * @param file null for the terminal
     * @param forms what can be written, by ending
     * @param asked by an option; null if by none
     * @param usual where there is neither
     */
    public static <F> F form(Path file, Map<String, F> forms, F asked, F usual) {
        if (file == null) {
            return asked == null ? usual : asked;
        }
        String ending = of(file);
        F said = forms.get(ending);
        if (asked == null && said == null) {
            throw Failure.usage(
                    Said.of("cli.usage.ending", file),
                    Said.of(
                            "cli.help.ending",
                            forms.keySet().stream().map(e -> "." + e).collect(Collectors.joining(", "))));
        }
        if (asked != null && asked != said && WELL_KNOWN.contains(ending)) {
            throw Failure.usage(
                    Said.of(
                            "cli.usage.ending.other",
                            file,
                            String.valueOf(asked).toLowerCase(Locale.ROOT)),
                    Said.of("cli.help.ending.other"));
        }
        return asked == null ? said : asked;
    }

    /** A {@link Failure} if a file is named like something else than the only form that is written. */
    public static void require(String ending, Path file) {
        if (WELL_KNOWN.contains(of(file)) && !of(file).equals(ending)) {
            throw Failure.usage(Said.of("cli.usage.ending.only", file), Said.of("cli.help.ending.one", "." + ending));
        }
    }

    /** A {@link Failure} if a folder is named like a picture or a text. */
    public static void requireFolder(Path folder) {
        if (WELL_KNOWN.contains(of(folder)) && !folder.toFile().isDirectory()) {
            throw Failure.usage(Said.of("cli.usage.folder", folder), Said.of("cli.help.folder.name"));
        }
    }

    private static String of(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.contains(".") ? name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT) : "";
    }
}
