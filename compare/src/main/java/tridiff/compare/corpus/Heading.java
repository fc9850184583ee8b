package tridiff.compare.corpus;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tridiff.compare.json.TextsInJson;
import tridiff.expr.said.Said;
import tridiff.expr.said.UnusableFile;
import tridiff.wengert.method.MethodId;

/**
 * What a run was of: the first line of its file of results. A run goes on with a file only if this is the same; otherwise the file
 * would hold results of two runs, and say so nowhere.
 *
 * @param corpus name of the corpus, or of its file without folders
 * @param sha256 of its content, in hexadecimal digits
 * @param methods ids, with fixed steps where there are any
 * @param points drawn for an entry with ranges
 * @param seed of those points
 * @param doubleLiterals whether numbers in formulas were rounded to doubles
 */
@JsonPropertyOrder({"corpus", "sha256", "methods", "points", "seed", "doubleLiterals"})
public record Heading(
        String corpus, String sha256, List<MethodId> methods, int points, long seed, boolean doubleLiterals) {

    private static final String BEGIN = "{\"corpus\":";
    private static final String BEGIN_OF_RESULT = "{\"number\":";
    private static final int LONGEST = 1 << 16;

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new TextsInJson()).build();

    /** A file has results of another run, or does not say of which; the message says what differs. */
    public static final class Other extends UnusableFile {
        private static final long serialVersionUID = 1;

        Other(Said said) {
            super(said);
        }
    }

    /** The SHA-256 of all that a stream holds, read in constant memory. */
    public static String sha256(InputStream in) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether numbers in formulas were rounded to doubles; not so in results that do not say of which run they are. */
    static boolean saysDoubleLiterals(Path file) throws IOException {
        String first = firstLine(file);
        try {
            return isOne(first) && JSON.readValue(first, Heading.class).doubleLiterals;
        } catch (JacksonException e) {
            throw noResults(file);
        }
    }

    private static UnusableFile noResults(Path file) {
        return new UnusableFile(Said.of("compare.file.results.none", file));
    }

    static boolean isOne(String line) {
        return line.startsWith(BEGIN);
    }

    String line() {
        return JSON.writeValueAsString(this);
    }

    /**
     * Nothing is appended to a file of another run, nor to one that somebody named by mistake.
     *
     * @throws Other if the file has results, but not of this run
     */
    void requireIn(Path file) throws IOException {
        String first = firstLine(file);
        boolean alone = Files.size(file) == first.getBytes(StandardCharsets.UTF_8).length;
        if (line().equals(first) || alone && line().startsWith(first)) {
            return; // all of it, or what a kill has left
        }
        if (first.startsWith(BEGIN_OF_RESULT)) {
            throw new Other(Said.of("compare.file.results.unsaid", file));
        }
        if (!isOne(first)) {
            throw noResults(file);
        }
        throw new Other(Said.of("compare.file.results.other", file, Said.list("; ", differences(file, first))));
    }

    private static String firstLine(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String begin = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
            int end = begin.indexOf('\n');
            return end < 0 ? begin : begin.substring(0, end);
        }
    }

    /** In which respects the run of the file differs from this one, in words. */
    private List<Said> differences(Path file, String first) throws IOException {
        Heading other;
        try {
            other = JSON.readValue(first, Heading.class);
        } catch (JacksonException e) {
            throw noResults(file);
        }
        var differences = new ArrayList<Said>();
        if (!corpus.equals(other.corpus)) {
            differences.add(Said.of("compare.file.results.corpus", other.corpus, corpus));
        } else if (!sha256.equals(other.sha256)) {
            differences.add(Said.of("compare.file.results.content", corpus));
        }
        compare("", other.methods, methods, differences);
        compare("points", other.points, points, differences);
        compare("seed", other.seed, seed, differences);
        compare("double-literals", other.doubleLiterals, doubleLiterals, differences);
        return differences.isEmpty() ? List.of(Said.of("compare.file.results.version")) : differences;
    }

    private static void compare(String option, Object there, Object here, List<Said> differences) {
        if (!here.equals(there)) {
            differences.add(
                    option.isEmpty()
                            ? Said.of("compare.file.results.methods", listed(there), listed(here))
                            : Said.of("compare.file.results.option", option, listed(there), listed(here)));
        }
    }

    private static String listed(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : String.valueOf(value);
    }
}
