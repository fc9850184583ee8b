package tridiff.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tridiff.cli.input.InputFile;
import tridiff.cli.input.MethodsArgument;
import tridiff.cli.output.Failure;
import tridiff.cli.output.FileEnding;
import tridiff.cli.output.PrintingCommand;
import tridiff.cli.output.Progress;
import tridiff.compare.Comparer;
import tridiff.compare.corpus.Corpora;
import tridiff.compare.corpus.CorpusRun;
import tridiff.compare.corpus.CorpusText;
import tridiff.compare.corpus.Entry;
import tridiff.compare.corpus.EntryReading;
import tridiff.compare.corpus.FailCondition;
import tridiff.compare.corpus.Heading;
import tridiff.compare.corpus.Outcome.Status;
import tridiff.compare.corpus.Summary;
import tridiff.compare.time.TimingMode;
import tridiff.expr.said.IllegalInput;
import tridiff.expr.said.Language;
import tridiff.expr.said.Said;
import tridiff.expr.text.Parser;
import tridiff.reference.Reference;

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
            "a file, whose first line says of which corpus and methods they are; a run that was stopped goes on",
            "where the file ends, if all of that is the same.",
            ""
        },
        footer = {
            "",
            "Conditions: MEASURE(METHOD) SIGN NUMBER with the measures ulps (the largest error), median, right,",
            "inaccurate, undefined, refused, wrong and a method or pattern; or COUNT SIGN NUMBER with the counts",
            "bad, contradicted, unsettled. The signs are < <= > >=. Exit code 1 if one of them holds,",
            "or an entry contradicts the reference; else 3 if an entry cannot be read, or there is none."
        })
final class CorpusRunCommand extends PrintingCommand {

    private static final int MOST_POINTS = 1_000_000;

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
            throw Failure.usage(Said.of("cli.usage.range.two", "--points", "1", MOST_POINTS, "--threads", "1", "256"));
        }
        if (output != null) {
            FileEnding.require("jsonl", output);
        }
        List<FailCondition> conditions = conditions();
        var summary = new Summary();
        Optional<Corpora.BuiltIn> builtIn = Corpora.builtIn(corpus);
        var parser = new Parser();
        var reading = new EntryReading(roundsLiterals(builtIn) ? parser.withDoubleLiterals() : parser, points, seed);
        try {
            run(builtIn, reading, summary);
        } catch (Heading.Other e) {
            throw Failure.usage(e.said(), Said.of("cli.help.file.delete"));
        } catch (UncheckedIOException e) {
            throw Failure.reading(corpus, e.getCause());
        } catch (IOException e) {
            throw Failure.writing(output, e, Said.of("cli.help.file"));
        }
        out().print(CorpusText.of(summary, roundsLiterals(builtIn), language()));
        return outcome(summary, conditions);
    }

    private void run(Optional<Corpora.BuiltIn> builtIn, EntryReading reading, Summary summary) throws IOException {
        var comparer = new Comparer(new Reference.Effort(25, Reference.MOST_DIGITS, 5), TimingMode.NONE);
        var run = CorpusRun.with(comparer, methods.ids(), threads);
        try (BufferedReader in = Corpora.text(open(builtIn));
                var progress = new Progress(commandLine(), "corpus", Progress.UNKNOWN)) {
            Iterator<Entry> entries =
                    Corpora.entries(builtIn.map(Corpora.BuiltIn::file).orElse(corpus), in, reading);
            LongConsumer done = n -> progress.accept((int) Math.min(n, Integer.MAX_VALUE));
            if (output == null) {
                run.run(entries, summary, done);
            } else {
                run.run(entries, output, heading(builtIn), summary, done);
            }
        }
    }

    private boolean roundsLiterals(Optional<Corpora.BuiltIn> builtIn) {
        return doubleLiterals || builtIn.map(Corpora.BuiltIn::doubleLiterals).orElse(false);
    }

    private Heading heading(Optional<Corpora.BuiltIn> builtIn) throws IOException {
        try (InputStream in = open(builtIn)) {
            return new Heading(
                    builtIn.map(Corpora.BuiltIn::name)
                            .orElseGet(() -> Path.of(corpus).getFileName().toString()),
                    Heading.sha256(in),
                    methods.ids(),
                    points,
                    seed,
                    roundsLiterals(builtIn));
        }
    }

    /** What failed is said on the error stream; the gravest of it decides on the exit code. */
    private int outcome(Summary summary, List<FailCondition> conditions) {
        var failures = new ArrayList<Said>();
        conditions.forEach(c -> c.failure(summary).ifPresent(failures::add));
        Language say = language();
        failures.forEach(f -> commandLine().getErr().println(say.text("cli.label.failed") + " " + f.in(say)));
        if (!failures.isEmpty()) {
            return Failure.CHECK;
        }
        long contradicted = summary.count(Status.CONTRADICTED);
        if (contradicted > 0) {
            throw Failure.of(Failure.CHECK, Said.of("cli.corpus.contradict", contradicted, summary.entries()));
        }
        long bad = summary.count(Status.BAD);
        if (bad > 0) {
            throw Failure.of(Failure.EXPRESSION, Said.of("cli.corpus.unread", bad, summary.entries()));
        }
        if (summary.entries() == 0) {
            throw Failure.of(Failure.EXPRESSION, Said.of("cli.file.entries", corpus), Said.of("cli.help.corpus.files"));
        }
        return 0;
    }

    private List<FailCondition> conditions() {
        List<FailCondition> conditions;
        try {
            conditions = failIf.stream().map(FailCondition::of).toList();
        } catch (IllegalInput e) {
            throw Failure.usage(
                    Said.of("cli.usage.condition", e.said()), Said.of("expr.help.example", "'ulps(autodiff.*) > 8'"));
        }
        conditions.stream().filter(c -> c.isVoid(methods.ids())).findFirst().ifPresent(c -> {
            throw Failure.usage(
                    Said.of("cli.usage.condition", Said.of("cli.condition.void", c)),
                    Said.of("cli.help.methods.run", MethodsArgument.listed(methods.ids())));
        });
        return conditions;
    }

    private InputStream open(Optional<Corpora.BuiltIn> builtIn) throws IOException {
        if (builtIn.isPresent()) {
            return Corpora.open(builtIn.get());
        }
        InputFile.require(Path.of(corpus), Said.of("cli.file.corpus", corpus), Said.of("cli.help.corpus.list"));
        return Files.newInputStream(Path.of(corpus));
    }
}
