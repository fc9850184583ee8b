package tridiff.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tridiff.charts.OutputFile;
import tridiff.charts.StepSizeChart;
import tridiff.compare.Comparer;
import tridiff.compare.JsonReport;
import tridiff.compare.StepSweep;
import tridiff.compare.StepSweepText;
import tridiff.expr.Expr;
import tridiff.expr.Parser;

/** The error of differences against their step. */
@Command(
        name = "h",
        header = {
            "Measures the error of differences against their step h.",
            "",
            "Examples:",
            "  tridiff sweep h 'exp(sin(x))/(1+x^2)' --at x=0.7",
            "  tridiff sweep h 'exp(x)/(cos(x)^3+sin(x)^3)' --at x=5.5 --methods 'numerical.central*'",
            "  tridiff sweep h 'sin(x)' --at x=1 --from 1e-1 --to 1e-17 -o v-curve.svg",
            ""
        },
        description = {
            "Prints the error at each step, the best step, the fitted slopes on both sides of it beside",
            "those of theory, and the error of each method beside its evaluations of f.",
            ""
        },
        mixinStandardHelpOptions = true)
final class SweepStepsCommand implements Callable<Integer> {

    private static final int IN_PICTURES = 10;
    private static final int IN_TABLES = 1;
    private static final int MOST_PER_DECADE = 1000;

    enum Format {
        TEXT,
        JSON,
        CSV,
        PNG,
        SVG
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private ExpressionArgument expression;

    @Mixin
    private PointArgument point;

    @Option(
            names = {"-m", "--methods"},
            split = ",",
            paramLabel = "ID",
            description = "Methods by id or pattern: those with a step are swept, the others are level lines.")
    private List<String> methods = StepSweep.USUAL;

    @Option(names = "--from", paramLabel = "H", description = "One end of the steps (default: ${DEFAULT-VALUE}).")
    private String from = "1e-1";

    @Option(names = "--to", paramLabel = "H", description = "The other end (default: ${DEFAULT-VALUE}).")
    private String to = "1e-17";

    @Option(
            names = "--per-decade",
            paramLabel = "N",
            description = "Steps in each decade (default: 1 in a table, 10 in a picture).")
    private Integer perDecade;

    @Option(
            names = {"-f", "--format"},
            description = "text, csv or json (default: text, or what the name of the file says).")
    private Format format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "A file to write instead: .png and .svg are pictures, .csv and .json numbers.")
    private Path file;

    @Override
    public Integer call() {
        Parser.Parsed parsed = expression.read(point.coordinates().keySet());
        List<Expr.Var> variables = parsed.expr().variables();
        Format wanted = format();
        boolean picture = wanted == Format.PNG || wanted == Format.SVG;
        StepSweep sweep = sweep(parsed.expr(), variables, picture ? IN_PICTURES : IN_TABLES);
        byte[] content =
                switch (wanted) {
                    case PNG -> StepSizeChart.of(sweep).png();
                    case SVG -> StepSizeChart.of(sweep).svg().getBytes(StandardCharsets.UTF_8);
                    case CSV -> StepSweepText.csv(sweep).getBytes(StandardCharsets.UTF_8);
                    case JSON -> (JsonReport.of(sweep) + "\n").getBytes(StandardCharsets.UTF_8);
                    case TEXT -> StepSweepText.of(sweep).getBytes(StandardCharsets.UTF_8);
                };
        if (file == null) {
            spec.commandLine().getOut().print(new String(content, StandardCharsets.UTF_8));
        } else {
            write(content);
        }
        return 0;
    }

    private Format format() {
        if (file == null) {
            if (format == Format.PNG || format == Format.SVG) {
                throw usage(
                        "a picture needs a file",
                        "add -o step-size." + format.name().toLowerCase(Locale.ROOT));
            }
            return format == null ? Format.TEXT : format;
        }
        if (format != null) {
            return format;
        }
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        String extension = name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        return switch (extension) {
            case "PNG" -> Format.PNG;
            case "SVG" -> Format.SVG;
            case "CSV" -> Format.CSV;
            case "JSON" -> Format.JSON;
            case "TXT" -> Format.TEXT;
            default ->
                throw usage(
                        "-o: the name of the file does not say what to write: " + file,
                        "end it with .png, .svg, .csv, .json or .txt");
        };
    }

    private StepSweep sweep(Expr f, List<Expr.Var> variables, int usual) {
        double a = step("--from", from);
        double b = step("--to", to);
        int steps = perDecade == null ? usual : perDecade;
        if (steps < 1 || steps > MOST_PER_DECADE) {
            throw usage("--per-decade must be from 1 to " + MOST_PER_DECADE, "");
        }
        List<String> ids = MethodsArgument.matching(methods);
        double[] values = point.values(variables);
        try {
            return StepSweep.of(f, variables, values, by(variables), Math.min(a, b), Math.max(a, b), steps, ids);
        } catch (Comparer.NoValue e) {
            throw Failure.of(e);
        }
    }

    private static double step(String option, String text) {
        double h = PointArgument.number(option, text);
        if (!(h > 0)) {
            throw usage(option + " must be a positive step, not " + text, "for example --from 1e-1 --to 1e-17");
        }
        return h;
    }

    private Expr.Var by(List<Expr.Var> variables) {
        List<Expr.Var> wanted = point.wanted(variables);
        if (wanted.size() != 1) {
            throw usage(
                    wanted.isEmpty()
                            ? "there is no variable to differentiate by"
                            : "which variable is to be differentiated by?",
                    wanted.isEmpty()
                            ? "the expression has no variables"
                            : "add --wrt " + variables.get(0).name());
        }
        return wanted.get(0);
    }

    private static Failure usage(String message, String help) {
        return Failure.of(Failure.USAGE, message, help);
    }

    private void write(byte[] content) {
        try {
            OutputFile.write(file, content);
            spec.commandLine().getOut().println(file);
        } catch (IOException e) {
            throw Failure.of(
                    Failure.OUTPUT, "cannot write " + file + ": " + e.getMessage(), "choose another file with -o");
        }
    }
}
