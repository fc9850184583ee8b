package tridiff.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tridiff.charts.page.CorpusReport;
import tridiff.charts.page.HtmlReport;
import tridiff.charts.style.OutputFile;
import tridiff.cli.input.ExpressionArgument;
import tridiff.cli.input.MethodsArgument;
import tridiff.cli.input.PointArgument;
import tridiff.cli.output.Failure;
import tridiff.cli.output.LanguageArgument;
import tridiff.compare.Comparer;
import tridiff.compare.ComparisonReport;
import tridiff.compare.corpus.CorpusResults;
import tridiff.compare.study.Study;
import tridiff.compare.time.TimingMode;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.said.IllegalInput;
import tridiff.expr.said.Language;
import tridiff.expr.said.Said;
import tridiff.expr.text.Parser;
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
        modelTransformer = ReportCommand.OptionalExpression.class,
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ExpressionArgument expression;

    @Mixin
    private PointArgument point;

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
            throw Failure.of(
                    Failure.USAGE, Said.of("cli.argument.missing", "'EXPR'"), Said.of("cli.help.command", "report"));
        }
        return corpus != null ? ofCorpus() : ofFunction();
    }

    private int ofCorpus() {
        if (expression.text() != null) {
            throw Failure.of(Failure.USAGE, Said.of("cli.usage.either"));
        }
        CorpusResults results = StoryPictures.read(corpus);
        write(CorpusReport.of(results, command(), language()));
        return 0;
    }

    private Language language() {
        return LanguageArgument.of(spec.commandLine());
    }

    private int ofFunction() {
        Parser.Parsed parsed = expression.read(point.coordinates().keySet());
        List<Expr.Var> variables = parsed.expr().variables();
        double[] values = point.values(variables);
        var question = new Comparer.Question(
                expression.text(),
                parsed.expr(),
                variables,
                values,
                point.wanted(variables),
                methods.ids(),
                notes(parsed, variables, values),
                Arrays.stream(values).mapToObj(Rational::of).toList());
        ComparisonReport report;
        try {
            report = new Comparer(Reference.Effort.DEFAULT, TimingMode.QUICK).compare(question);
        } catch (IllegalInput e) {
            throw Failure.of(Failure.USAGE, e.said(), Said.of("cli.usage.none"));
        } catch (Comparer.NoValue e) {
            throw Failure.of(e);
        }
        Study study = Study.of(command(), question, report);
        write(HtmlReport.of(study, language()));
        return CompareCommand.outcome(report);
    }

    private List<Said> notes(Parser.Parsed parsed, List<Expr.Var> variables, double[] x) {
        return Stream.of(parsed.notes(), methods.notes(variables, x, point.wanted(variables)))
                .flatMap(List::stream)
                .toList();
    }

    /** The arguments as a shell takes them. */
    private String command() {
        return spec.commandLine().getParseResult().originalArgs().stream()
                .map(ExpressionArgument::unprotected)
                .map(a -> a.matches("[\\w./=,:@+-]+") ? a : "'" + a.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" ", "./tridiff ", ""));
    }

    private void write(String page) {
        try {
            OutputFile.write(file, page.getBytes(StandardCharsets.UTF_8));
            spec.commandLine().getOut().println(file);
            spec.commandLine().getOut().flush();
        } catch (IOException e) {
            throw Failure.writing(file, e, Said.of("cli.help.file"));
        }
    }
}
