package tridiff.cli.output;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tridiff.charts.FamilySizeChart;
import tridiff.charts.GradientCostChart;
import tridiff.charts.StepSizeChart;
import tridiff.charts.style.OutputFile;
import tridiff.charts.style.Picture;
import tridiff.compare.json.JsonReport;
import tridiff.compare.sweep.CostSweep;
import tridiff.compare.sweep.SizeSweep;
import tridiff.compare.sweep.StepSweep;
import tridiff.compare.sweep.VariableSweep;
import tridiff.compare.table.Result;
import tridiff.compare.table.Table;
import tridiff.expr.said.Said;

/** In which form a command writes its result, and where to. */
public final class OutputArgument {

    enum Format {
        TEXT("txt"),
        JSON("json"),
        JSONL("jsonl"),
        CSV("csv"),
        MARKDOWN("md"),
        LATEX("tex"),
        PNG("png"),
        SVG("svg");

        private static final Map<String, Format> BY_ENDING = Arrays.stream(values())
                .collect(Collectors.toMap(f -> f.ending, f -> f, (f, g) -> f, LinkedHashMap::new));

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }

        private boolean isPicture() {
            return this == PNG || this == SVG;
        }
    }

    private static final String STANDARD_OUTPUT = "-";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = {
                "text, json, jsonl (one line), csv, markdown or latex; sweeps h, depth, order and vars also png and svg",
                "(default: text, or what the ending of the file says)."
            })
    private Format format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "Write to this file, which may end with .txt, .json, .jsonl, .csv, .md, .tex, .png or .svg; - is the terminal.")
    private String file;

    /** Whether a picture is asked for; a {@link Failure} if it cannot be known what is. */
    public boolean isPicture() {
        return format().isPicture();
    }

    /** Whether something else than the terminal is written to. */
    public boolean isFile() {
        return file != null && !file.equals(STANDARD_OUTPUT);
    }

    private Format format() {
        Format wanted = FileEnding.form(isFile() ? Path.of(file) : null, Format.BY_ENDING, format, Format.TEXT);
        if (wanted.isPicture() && !isFile()) {
            throw Failure.usage(
                    Said.of("cli.usage.picture.file"), Said.of("cli.help.picture.file", "picture." + wanted.ending));
        }
        return wanted;
    }

    /** Writes the result to the file and the name of the file to the terminal, or else the result to the terminal. */
    public void write(Result result, PrintWriter out) {
        byte[] content =
                switch (format()) {
                    case PNG -> shown(result, true).png();
                    case SVG -> shown(result, false).svg().getBytes(StandardCharsets.UTF_8);
                    default -> text(result).getBytes(StandardCharsets.UTF_8);
                };
        if (!isFile()) {
            String text = new String(content, StandardCharsets.UTF_8);
            out.print(
                    format() == Format.TEXT
                            ? Colour.of(spec.commandLine()).headings(text, LanguageArgument.of(spec.commandLine()))
                            : text);
            out.flush();
            return;
        }
        try {
            OutputFile.write(Path.of(file), content);
            out.println(file);
        } catch (IOException e) {
            throw Failure.writing(file, e, Said.of("cli.help.file"));
        }
    }

    private String text(Result result) {
        return switch (format()) {
            case JSON -> JsonReport.of(result) + "\n";
            case JSONL -> JsonReport.line(result) + "\n";
            case CSV -> harmless(result.csv());
            case MARKDOWN -> tables(result, Table.Format.MARKDOWN);
            case LATEX -> tables(result, Table.Format.LATEX);
            default -> harmless(result.text(LanguageArgument.of(spec.commandLine())));
        };
    }

    private static String tables(Result result, Table.Format format) {
        return harmless(result.tables().stream().map(t -> t.in(format)).collect(Collectors.joining("\n")));
    }

    /** Without control characters, which a saved file might carry to the terminal. */
    private static String harmless(String text) {
        return text.codePoints().anyMatch(OutputArgument::isHarmful)
                ? text.codePoints()
                        .map(c -> isHarmful(c) ? 0xFFFD : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : text;
    }

    private static boolean isHarmful(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\r' || Character.getType(c) == Character.FORMAT;
    }

    private Picture shown(Result result, boolean pixels) {
        return new PictureLanguage(spec.commandLine()).in(picture(result), pixels);
    }

    private static Picture picture(Result result) {
        if (result instanceof StepSweep sweep) {
            return StepSizeChart.of(sweep);
        }
        if (result instanceof SizeSweep sweep) {
            return FamilySizeChart.of(sweep);
        }
        if (result instanceof CostSweep sweep) {
            return GradientCostChart.of(sweep);
        }
        if (result instanceof VariableSweep sweep) {
            return GradientCostChart.of(sweep.gradients());
        }
        throw Failure.usage(Said.of("cli.usage.picture.kind"), Said.of("cli.help.picture.kind"));
    }
}
