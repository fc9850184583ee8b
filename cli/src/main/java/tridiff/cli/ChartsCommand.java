package tridiff.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tridiff.charts.ErrorOverXChart;
import tridiff.charts.ExpressionSizeChart;
import tridiff.charts.StepSizeChart;
import tridiff.charts.TaylorChart;
import tridiff.charts.TimingChart;
import tridiff.charts.WorkPrecisionChart;
import tridiff.charts.style.OutputFile;
import tridiff.charts.style.Picture;
import tridiff.charts.style.PictureWindow;
import tridiff.cli.input.FunctionCommand;
import tridiff.cli.input.PointArgument;
import tridiff.cli.output.Failure;
import tridiff.cli.output.FileEnding;
import tridiff.cli.output.PictureLanguage;
import tridiff.compare.Comparer;
import tridiff.compare.ComparisonReport;
import tridiff.compare.Methods;
import tridiff.compare.sweep.OrderSweep;
import tridiff.compare.sweep.PointErrors;
import tridiff.compare.sweep.PointSweep;
import tridiff.compare.sweep.StepSweep;
import tridiff.compare.sweep.TaylorErrors;
import tridiff.compare.time.TimingMode;
import tridiff.expr.Expr;
import tridiff.expr.said.Said;
import tridiff.expr.text.Spelling;
import tridiff.reference.Reference;
import tridiff.wengert.method.MethodId;

/** Draws pictures: of one function, or those that tell the story. */
@Command(
        name = "charts",
        header = {
            "Draws pictures.",
            "",
            "Examples:",
            "  tridiff charts all -o pictures",
            "  tridiff charts gradient-cost -o pictures --format svg",
            "  tridiff charts 'sin(x)/x' --at x=1 -o pictures",
            "  tridiff charts corpus-digits --corpus results.jsonl --show",
            "  tridiff charts error-over-x --expr 'atanh(x)' --from 0.5 --to 0.999999 -o pictures",
            ""
        },
        description = {
            "EXPR is a function, of which step-size and expression-size are drawn; or the name of a picture:",
            "step-size, error-over-x, taylor, expression-size, work-precision, timing (of one function: --expr",
            "and --at, or an example), size-depth, form-error, gradient-cost, digits, corpus-digits (of --corpus,",
            "or of the functions of the literature); or all.",
            ""
        })
final class ChartsCommand extends FunctionCommand {

    private static final double LEAST_STEP = 1e-17;
    private static final int STEPS_PER_DECADE = 10;
    private static final int POINTS = 200;
    private static final String EXAMPLE = "exp(sin(x))/(1+x^2)";
    private static final double EXAMPLE_AT = 0.7;
    private static final String OVER_X = "error-over-x";
    private static final List<String> OF_FUNCTION =
            List.of("step-size", OVER_X, "taylor", "expression-size", "work-precision", "timing");

    /** Drawn where only a function is given. */
    private static final List<String> OF_ONE = List.of("step-size", "expression-size");

    enum Format {
        PNG,
        SVG
    }

    @Option(names = "--expr", paramLabel = "EXPR", description = "The function, where a picture is asked for by name.")
    private String named;

    @Option(names = "--from", paramLabel = "A", description = "One end of error-over-x (default: ${DEFAULT-VALUE}).")
    private String from = "0.05";

    @Option(names = "--to", paramLabel = "B", description = "The other end (default: ${DEFAULT-VALUE}).")
    private String to = "3";

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORM",
            description = "png or svg (default: png).")
    private Format form = Format.PNG;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "The folder for the pictures; made if it is not there (default: the current one).")
    private Path folder;

    @Option(
            names = "--show",
            description =
                    "Open a window with the pictures, and end when it is closed; files are then written with -o only.")
    private boolean show;

    @Option(
            names = "--corpus",
            paramLabel = "FILE",
            description =
                    "Results that 'corpus run -o' wrote, for corpus-digits (default: the corpus 'papers', run now).")
    private Path corpus;

    @Option(
            names = {"-n", "--order"},
            paramLabel = "N",
            description = "The highest order of derivative to measure (default: ${DEFAULT-VALUE}).")
    private int order = 6;

    @Override
    public Integer call() {
        if (order < 0) {
            throw Failure.usage(Said.of("cli.usage.negative", "--order"));
        }
        if (show && !PictureWindow.isPossible()) {
            throw Failure.of(Failure.OUTPUT, Said.of("cli.machine.screen"), Said.of("cli.help.screen"));
        }
        if (folder != null) {
            FileEnding.requireFolder(folder);
        }
        var shown = new PictureLanguage(commandLine());
        var drawn = new LinkedHashMap<String, Picture>();
        pictures().forEach((name, picture) -> {
            Picture finished = shown.in(drawn(picture), form == Format.PNG || show);
            drawn.put(name, finished);
            if (!show || folder != null) {
                write(name + "." + form.name().toLowerCase(Locale.ROOT), finished);
            }
        });
        if (show) {
            show(drawn);
        }
        return 0;
    }

    private static Picture drawn(Supplier<Picture> picture) {
        try {
            return picture.get();
        } catch (Comparer.NoValue e) {
            throw Failure.of(e);
        }
    }

    private static void show(Map<String, Picture> pictures) {
        try {
            PictureWindow.show(pictures);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Supplier<Picture>> pictures() {
        String asked = expression.text();
        var pictures = new LinkedHashMap<String, Supplier<Picture>>();
        boolean all = asked.equals("all");
        boolean byName = all || OF_FUNCTION.contains(asked) || StoryPictures.NAMES.contains(asked);
        if (!byName) {
            requireNoMisspeltName(asked);
        }
        List<String> names = all
                ? Stream.concat(OF_FUNCTION.stream(), StoryPictures.NAMES.stream())
                        .toList()
                : byName ? List.of(asked) : OF_ONE;
        boolean ofFunction = names.stream().anyMatch(OF_FUNCTION::contains);
        if (!ofFunction && (named != null || !point.coordinates().isEmpty())) {
            throw Failure.usage(
                    Said.of("cli.usage.picture.function", asked),
                    Said.of("cli.help.picture.function", String.join(", ", OF_FUNCTION)));
        }
        if (ofFunction) {
            Comparer.Question question = question(names);
            ofFunction(question).forEach((name, picture) -> {
                if (names.contains(name)) {
                    pictures.put(name, picture);
                }
            });
        }
        StoryPictures.of(corpus).forEach((name, picture) -> {
            if (names.contains(name)) {
                pictures.put(name, picture);
            }
        });
        return pictures;
    }

    /** A word without a value is not a function of which there could be pictures, but a picture that is called otherwise. */
    private void requireNoMisspeltName(String asked) {
        List<String> known = Stream.concat(OF_FUNCTION.stream(), StoryPictures.NAMES.stream())
                .toList();
        Optional<String> near = Spelling.nearest(asked, known);
        boolean name = asked.matches("[a-z]{4,}(-[a-z]+)*") && (near.isPresent() || !asked.contains("-"));
        if (name && point.coordinates().isEmpty()) {
            Said pictures = Said.of("cli.help.all", String.join(", ", known));
            throw Failure.usage(
                    Said.of("cli.usage.picture", asked),
                    near.map(n -> Said.of("cli.help.meant.command", n, pictures))
                            .orElse(Said.of("cli.help.pictures", pictures)));
        }
    }

    private Comparer.Question question(List<String> names) {
        boolean byName = !OF_ONE.equals(names);
        boolean example = byName && named == null;
        String text = example ? EXAMPLE : byName ? named : expression.text();
        Expr f = expression.read(text, point.coordinates().keySet()).expr();
        List<Expr.Var> variables = f.variables();
        if (variables.isEmpty()) {
            throw Failure.noVariable();
        }
        Expr.Var by = point.wanted(variables).get(0);
        boolean runs = names.equals(List.of(OVER_X)) && !point.coordinates().containsKey(by.name());
        double[] values = example && point.coordinates().isEmpty()
                ? new double[] {EXAMPLE_AT}
                : runs ? point.values(variables, by, PointArgument.number("--from", from)) : point.values(variables);
        return new Comparer.Question(text, f, variables, values, List.of(by), Methods.usual(), List.of());
    }

    private Map<String, Supplier<Picture>> ofFunction(Comparer.Question q) {
        Expr.Var by = q.wanted().get(0);
        var pictures = new LinkedHashMap<String, Supplier<Picture>>();
        pictures.put(
                "step-size",
                () -> StepSizeChart.of(
                        StepSweep.of(q.f(), q.variables(), q.point(), by, LEAST_STEP, 1, STEPS_PER_DECADE)));
        pictures.put(OVER_X, () -> ErrorOverXChart.of(overX(q, by)));
        pictures.put("taylor", () -> TaylorChart.of(TaylorErrors.of(q, by)));
        pictures.put("expression-size", () -> ExpressionSizeChart.of(OrderSweep.of(q.f(), by, order)));
        pictures.put("work-precision", () -> WorkPrecisionChart.of(comparison(q)));
        pictures.put("timing", () -> TimingChart.of(comparison(q)));
        return pictures;
    }

    private PointErrors overX(Comparer.Question q, Expr.Var by) {
        double a = PointArgument.number("--from", from);
        double b = PointArgument.number("--to", to);
        if (!(a < b)) {
            throw Failure.usage(Said.of("cli.usage.less"));
        }
        var methods = List.of(
                MethodId.numerical("forward"),
                MethodId.numerical("central2"),
                MethodId.numerical("central4"),
                MethodId.symbolic("simplified"),
                MethodId.autodiff("forward"));
        var question =
                new Comparer.Question(q.text(), q.f(), q.variables(), q.point(), List.of(by), methods, List.of());
        PointErrors errors = PointErrors.of(question, by, new PointSweep.Range(a, b, false, POINTS, 1));
        if (errors.methods().stream().allMatch(m -> m.ulps().stream().allMatch(u -> u.isNaN()))) {
            throw Failure.of(
                    Failure.UNDEFINED, Said.of("cli.usage.derivative.range", a, b), Said.of("cli.help.domain.sweep"));
        }
        return errors;
    }

    private static ComparisonReport comparison(Comparer.Question q) {
        ComparisonReport report = new Comparer(Reference.Effort.DEFAULT, TimingMode.QUICK).compare(q);
        CompareCommand.outcome(report); // without a derivative there is nothing to judge, or to draw
        return report;
    }

    private void write(String name, Picture picture) {
        Path file = folder == null ? Path.of(name) : folder.resolve(name);
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
            byte[] content = form == Format.PNG ? picture.png() : picture.svg().getBytes(StandardCharsets.UTF_8);
            OutputFile.write(file, content);
            out().println(file);
            out().flush();
        } catch (IOException e) {
            throw Failure.writing(file, e, Said.of("cli.help.folder"));
        }
    }
}
