package tridiff.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tridiff.charts.CorpusDigitsChart;
import tridiff.charts.DigitsChart;
import tridiff.charts.FamilySizeChart;
import tridiff.charts.FormErrorChart;
import tridiff.charts.GradientCostChart;
import tridiff.charts.style.Picture;
import tridiff.cli.input.InputFile;
import tridiff.cli.output.Failure;
import tridiff.compare.Comparer;
import tridiff.compare.DigitsTable;
import tridiff.compare.Methods;
import tridiff.compare.corpus.Corpora;
import tridiff.compare.corpus.CorpusDigits;
import tridiff.compare.corpus.CorpusResults;
import tridiff.compare.corpus.CorpusRun;
import tridiff.compare.corpus.EntryReading;
import tridiff.compare.sweep.CostSweep;
import tridiff.compare.sweep.FunctionFamily;
import tridiff.compare.sweep.SizeSweep;
import tridiff.compare.time.TimingMode;
import tridiff.expr.said.Said;
import tridiff.expr.said.Saying;
import tridiff.expr.text.Parser;
import tridiff.reference.Reference;

/** The pictures that are not of one function: of families and of corpora. */
public final class StoryPictures {

    public static final List<String> NAMES =
            List.of("size-depth", "form-error", "gradient-cost", "digits", "corpus-digits");

    private StoryPictures() {}

    /** All of them, drawn when asked for; the results of a corpus are read from a file, or without one of the papers. */
    public static Map<String, Supplier<Picture>> of(Path results) {
        var pictures = new LinkedHashMap<String, Supplier<Picture>>();
        pictures.put("size-depth", () -> FamilySizeChart.of(sweep(10, SizeSweep.Accuracy.NONE)));
        pictures.put("form-error", () -> FormErrorChart.of(sweep(7, new SizeSweep.Accuracy(500, 1))));
        pictures.put(
                "gradient-cost",
                () -> GradientCostChart.of(CostSweep.of(
                        FunctionFamily.named("product", FunctionFamily.By.VARS).orElseThrow(),
                        CostSweep.numbers(3, 200),
                        CostSweep.WITH_RELATIVES,
                        TimingMode.NONE,
                        done -> {})));
        pictures.put("digits", () -> DigitsChart.of(DigitsTable.standard(Methods.usual())));
        pictures.put("corpus-digits", () -> CorpusDigitsChart.of(corpus(results)));
        return pictures;
    }

    private static SizeSweep sweep(int depth, SizeSweep.Accuracy accuracy) {
        FunctionFamily logistic =
                FunctionFamily.named("logistic", FunctionFamily.By.DEPTH).orElseThrow();
        return SizeSweep.of(logistic, logistic.first(), depth, accuracy, done -> {});
    }

    private static CorpusDigits corpus(Path results) {
        return results == null ? papers() : read(results).digits();
    }

    private static CorpusDigits papers() {
        Corpora.BuiltIn papers = Corpora.builtIn("papers").orElseThrow();
        var parser = new Parser();
        var comparer = new Comparer(new Reference.Effort(25, Reference.MOST_DIGITS, 5), TimingMode.NONE);
        var digits = new CorpusDigits(CorpusDigits.MANY);
        int threads = Runtime.getRuntime().availableProcessors();
        try (BufferedReader in = Corpora.text(Corpora.open(papers))) {
            CorpusRun.with(comparer, Methods.usual(), threads)
                    .run(Corpora.entries(papers.file(), in, new EntryReading(parser, 1, 1)), digits, done -> {});
        } catch (IOException e) {
            throw Failure.of(Failure.OUTPUT, Said.of("cli.file.corpus.read", Saying.of(e)));
        }
        return digits;
    }

    /** The results that 'corpus run -o' wrote; a {@link Failure} if there is none among them that was judged. */
    public static CorpusResults read(Path file) {
        InputFile.require(file, Said.of("cli.file.missing.quoted", file), Said.of("cli.help.corpus.run"));
        try {
            CorpusResults results = CorpusResults.read(file);
            if (results.digits().entries() == 0) {
                throw Failure.of(Failure.OUTPUT, Said.of("cli.file.judged", file));
            }
            return results;
        } catch (IOException e) {
            throw Failure.of(Failure.OUTPUT, Saying.of(e), Said.of("cli.help.corpus.results"));
        }
    }
}
