package tridiff.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tridiff.compare.Care;
import tridiff.compare.Comparer;
import tridiff.compare.CorpusText;
import tridiff.compare.Reference;
import tridiff.compare.corpus.Corpora;
import tridiff.compare.corpus.CorpusRun;
import tridiff.compare.corpus.Entry;
import tridiff.compare.corpus.FailCondition;
import tridiff.compare.corpus.Reading;
import tridiff.compare.corpus.Summary;
import tridiff.expr.FunctionTable;
import tridiff.expr.Parser;

/** Runs a corpus. */
@Command(
        name = "run",
        header = {
            "Judges all methods on the functions of a corpus.",
            "",
            "Examples:",
            "  tridiff corpus run feynman",
            "  tridiff corpus run cases.txt -o results.jsonl --fail-if 'ulps(autodiff.reverse) > 8'",
            ""
        },
        description = {
            "Prints how many results of each method are right within conditioning, inaccurate, undefined,",
            "refused or wrong, and where exact methods are furthest off. With -o every result is appended to",
            "a file; a run that was stopped goes on where the file ends.",
            ""
        },
        footer = {
            "",
            "Conditions: MEASURE(METHOD) SIGN NUMBER with the measures ulps (the largest error), median, right,",
            "inaccurate, undefined, refused, wrong and a method or pattern; or COUNT SIGN NUMBER with the counts",
            "bad, contradicted, unsettled. The signs are < <= > >=. Exit code 1 if one of them holds."
        },
        mixinStandardHelpOptions = true)
final class CorpusRunCommand implements Callable<Integer> {

    private static final int MOST_POINTS = 1_000_000;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE|NAME", description = "A file, or a corpus that 'tridiff corpus list' names.")
    private String corpus;

    @Mixin
    private MethodsArgument methods;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Append one line of JSON a result; go on there if the file exists.")
    private Path output;

    @Option(
            names = "--points",
            paramLabel = "N",
            description = "Points for an entry with ranges (default: ${DEFAULT-VALUE}).")
    private int points = 1;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of those points (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--fail-if",
            paramLabel = "CONDITION",
            description =
                    "End with exit code 1 if this holds, such as 'ulps(autodiff.reverse) > 8'; may be given again.")
    private List<String> failIf = List.of();

    @Option(names = "--threads", paramLabel = "N", description = "How many threads judge (default: all processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--double-literals",
            description = "Round the numbers in formulas to doubles, as program code does.")
    private boolean doubleLiterals;

    @Override
    public Integer call() {
        if (points < 1 || points > MOST_POINTS || threads < 1 || threads > 256) {
            throw Failure.of(
                    Failure.USAGE, "--points must be from 1 to " + MOST_POINTS + ", --threads from 1 to 256", "");
        }
        List<FailCondition> conditions = conditions();
        var summary = new Summary();
        Optional<Corpora.BuiltIn> builtIn = Corpora.builtIn(corpus);
        var parser = new Parser(FunctionTable.standard(), Parser.Limits.DEFAULT, Set.of());
        boolean doubles =
                doubleLiterals || builtIn.map(Corpora.BuiltIn::doubleLiterals).orElse(false);
        var reading = new Reading(doubles ? parser.withDoubleLiterals() : parser, points, seed);
        var comparer = new Comparer(new Reference.Effort(25, Reference.MOST_DIGITS, 5), Care.NONE);
        var run = CorpusRun.with(comparer, methods.ids(), threads);
        try (BufferedReader in = open(builtIn);
                var progress = new Progress(
                        "corpus", Progress.UNKNOWN, spec.commandLine().getErr())) {
            Iterator<Entry> entries =
                    Corpora.entries(builtIn.map(Corpora.BuiltIn::file).orElse(corpus), in, reading);
            run.run(entries, output, summary, done -> progress.accept((int) Math.min(done, Integer.MAX_VALUE)));
        } catch (UncheckedIOException | IOException e) {
            throw Failure.of(Failure.OUTPUT, "cannot read or write: " + e.getMessage(), "");
        }
        spec.commandLine().getOut().print(CorpusText.of(summary));
        var failures = new ArrayList<String>();
        conditions.forEach(c -> c.failure(summary).ifPresent(failures::add));
        failures.forEach(f -> spec.commandLine().getErr().println("failed: " + f));
        return failures.isEmpty() ? 0 : Failure.CHECK;
    }

    private List<FailCondition> conditions() {
        try {
            return failIf.stream().map(FailCondition::of).toList();
        } catch (IllegalArgumentException e) {
            throw Failure.of(Failure.USAGE, "--fail-if: " + e.getMessage(), "for example 'ulps(autodiff.*) > 8'");
        }
    }

    private BufferedReader open(Optional<Corpora.BuiltIn> builtIn) throws IOException {
        if (builtIn.isPresent()) {
            return Corpora.open(builtIn.get());
        }
        if (!Files.isRegularFile(Path.of(corpus))) {
            throw Failure.of(
                    Failure.OUTPUT,
                    "there is no file '" + corpus + "', nor a corpus of that name",
                    "'tridiff corpus list' names them");
        }
        return Corpora.open(Path.of(corpus));
    }
}
