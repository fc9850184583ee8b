package tridiff.cli;

import java.nio.file.Path;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Option;
import tridiff.charts.page.CorpusReport;
import tridiff.charts.page.HtmlReport;
import tridiff.cli.input.ExpressionArgument;
import tridiff.cli.input.FunctionCommand;
import tridiff.cli.input.MethodsArgument;
import tridiff.cli.output.Failure;
import tridiff.cli.output.FileEnding;
import tridiff.compare.Comparer;
import tridiff.compare.ComparisonReport;
import tridiff.compare.corpus.CorpusResults;
import tridiff.compare.study.Study;
import tridiff.compare.time.TimingMode;
import tridiff.expr.said.Said;
import tridiff.reference.Reference;

/** Everything about one function at one point, as one page. */
@Command(
        name = "report",
        header = {
            "Writes everything about one function at one point as one web page.",
            "",
            "Examples:",
            "  tridiff report 'exp(sin(x))/(1+x^2)' --at x=0.7 -o report.html",
            "  tridiff report 'log(x1) + x1*x2 - sin(x2)' --at x1=2,x2=5 --lang ko -o report.html",
            "  tridiff report --corpus results.jsonl -o corpus.html",
            ""
        },
        description = {
            "The page has the comparison, the pictures, the derivative with its steps, the traces and the",
            "graph. It is one file that needs no network, in English and Korean, light and dark. With",
            "--corpus it is about the results of a corpus instead: each method, the digits by function and",
            "method, what is furthest off, and bad entries.",
            ""
        },
        modelTransformer = ReportCommand.OptionalExpression.class)
final class ReportCommand extends FunctionCommand {

    @Mixin
    private MethodsArgument methods;

    @Option(
            names = "--corpus",
            paramLabel = "FILE",
            description = "Instead of EXPR: results that 'corpus run -o' wrote.")
    private Path corpus;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The page (default: ${DEFAULT-VALUE}).")
    private Path file = Path.of("report.html");

    /** Lets EXPR be missing, since --corpus may stand for it. */
    static final class OptionalExpression implements CommandLine.IModelTransformer {
        @Override
        public CommandSpec transform(CommandSpec spec) {
            PositionalParamSpec required = spec.positionalParameters().get(0);
            spec.remove(required);
            return spec.add(PositionalParamSpec.builder(required)
                    .required(false)
                    .arity("0..1")
                    .build());
        }
    }

    @Override
    public Integer call() {
        if (corpus == null && expression.text() == null) {
            throw Failure.usage(Said.of("cli.argument.missing", "'EXPR'"), Said.of("cli.help.command", "report"));
        }
        FileEnding.require("html", file);
        return corpus != null ? ofCorpus() : ofFunction();
    }

    private int ofCorpus() {
        if (expression.text() != null) {
            throw Failure.usage(Said.of("cli.usage.either"));
        }
        CorpusResults results = StoryPictures.read(corpus);
        write(file, CorpusReport.of(results, command(), language()));
        return 0;
    }

    private int ofFunction() {
        Comparer.Question question = question(methods, false);
        var comparer = new Comparer(Reference.Effort.DEFAULT, TimingMode.QUICK);
        ComparisonReport report = CompareCommand.compare(comparer, question);
        Study study = Study.of(command(), question, report);
        write(file, HtmlReport.of(study, language()));
        return CompareCommand.outcome(report);
    }

    /** The arguments as a shell takes them. */
    private String command() {
        return commandLine().getParseResult().originalArgs().stream()
                .map(ExpressionArgument::unprotected)
                .map(a -> a.matches("[\\w./=,:@+-]+") ? a : "'" + a.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" ", "./tridiff ", ""));
    }
}
