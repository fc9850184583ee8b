package tridiff.compare.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tridiff.expr.said.Said;

/** Where corpora come from: files in four formats, and those that tridiff brings along. */
public final class Corpora {

    /**
     * A corpus that is part of tridiff.
     *
     * @param doubleLiterals whether its numbers are meant as program code means them, rounded to doubles
     */
    public record BuiltIn(String name, String file, boolean doubleLiterals, Said about) {}

    // spotless:off - this is a table
    private static final List<BuiltIn> BUILT_IN = List.of(
            new BuiltIn("papers",  "papers.txt",             false, Said.of("compare.corpus.papers")),
            new BuiltIn("feynman", "feynman.csv",            false, Said.of("compare.corpus.feynman")),
            new BuiltIn("feynman-certified", "feynman-certified.jsonl", true, Said.of("compare.corpus.feynman.certified")),
            new BuiltIn("nist",    "nist-certified.jsonl",   true,  Said.of("compare.corpus.nist")));
    // spotless:on

    private Corpora() {}

    public static List<BuiltIn> builtIn() {
        return BUILT_IN;
    }

    /** The one of that name. */
    public static Optional<BuiltIn> builtIn(String name) {
        return BUILT_IN.stream().filter(b -> b.name.equals(name)).findFirst();
    }

    /** Its bytes. */
    public static InputStream open(BuiltIn corpus) {
        return Corpora.class.getResourceAsStream("/tridiff/compare/" + corpus.file);
    }

    /** The text of a corpus. */
    public static BufferedReader text(InputStream corpus) throws IOException {
        return Lines.text(corpus);
    }

    /** The entries of a text, in the format that the ending of its file's name tells; without one of those known, plain lines. */
    public static Iterator<Entry> entries(String file, BufferedReader in, EntryReading reading) {
        String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "fpcore" -> new FpCoreEntries(in, reading);
            case "csv" -> new TextEntries(in, TextEntries.Kind.TABLE, reading);
            case "jsonl", "ndjson" -> new TextEntries(in, TextEntries.Kind.JSON, reading);
            default -> new TextEntries(in, TextEntries.Kind.PLAIN, reading);
        };
    }
}
