package tridiff.compare.corpus;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What is to be shown of a file of results, read once and in constant memory.
 *
 * @param name of the file
 * @param doubleLiterals whether numbers in formulas were rounded to doubles
 * @param digits the entries at which methods lose most
 */
public record CorpusResults(String name, boolean doubleLiterals, Summary summary, CorpusDigits digits) {

    /**
     * The results that a run has written.
     *
     * @throws IOException if the file cannot be read, or a line is no result
     */
    public static CorpusResults read(Path file) throws IOException {
        var summary = new Summary();
        var digits = new CorpusDigits(CorpusDigits.MANY);
        CorpusRun.read(file, summary.andThen(digits));
        return new CorpusResults(String.valueOf(file.getFileName()), Heading.saysDoubleLiterals(file), summary, digits);
    }
}
