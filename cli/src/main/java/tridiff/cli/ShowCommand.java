package tridiff.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tridiff.cli.output.Failure;
import tridiff.cli.output.OutputArgument;
import tridiff.cli.output.PrintingCommand;
import tridiff.compare.json.JsonReport;
import tridiff.compare.table.Result;
import tridiff.expr.said.IllegalInput;
import tridiff.expr.said.Said;

/** Writes a saved result again, in any form. */
@Command(
        name = "show",
        header = {
            "Shows a saved result again, as a table or a picture.",
            "",
            "Examples:",
            "  tridiff compare 'sin(x)/x' --at x=1 -o result.json",
            "  tridiff show result.json",
            "  tridiff show result.json --format latex -o table.tex",
            "  tridiff sweep h 'exp(x)' --at x=1 -o steps.json; tridiff show steps.json -o steps.png",
            ""
        },
        description = {
            "Reads what compare and sweep have written as JSON, and writes it in another form. Nothing is",
            "measured again. A file of several results (JSON lines) is shown from first to last.",
            ""
        })
final class ShowCommand extends PrintingCommand {

    private static final int MEBIBYTE = 1 << 20;
    private static final int LARGEST = 2000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    @Parameters(paramLabel = "FILE", description = "A saved result.")
    private Path file;

    @Option(names = "--max-size", paramLabel = "MIB", description = "Largest file (default: ${DEFAULT-VALUE}).")
    private int maxSize = 100;

    @Mixin
    private OutputArgument output;

    @Override
    public Integer call() {
        List<Result> results = read();
        if (results.isEmpty()) {
            throw Failure.of(Failure.OUTPUT, Said.of("cli.file.result.none", file));
        }
        if (results.size() > 1 && output.isFile()) {
            throw Failure.usage(Said.of("cli.usage.results", results.size(), file), Said.of("cli.help.out"));
        }
        for (Result result : results) {
            output.write(result, out());
        }
        return 0;
    }

    /** Where it cannot be read on; what the JSON library says of it is for programmers. */
    private Said place(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        return at == null || at.getLineNr() < 1
                ? Said.of("cli.file.result.not", file)
                : Said.of("cli.file.result.not.at", file, at.getLineNr(), at.getColumnNr());
    }

    /** No more of it than is allowed: what has no size, such as a pipe, may have no end. */
    private String content() throws IOException {
        if (maxSize < 1 || maxSize > LARGEST) {
            throw Failure.usage(Said.of("cli.usage.range", "--max-size", "1", LARGEST));
        }
        int most = maxSize * MEBIBYTE;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = Files.size(file) > most ? new byte[0] : in.readNBytes(most + 1);
            if (bytes.length > most || Files.size(file) > most) {
                throw Failure.of(
                        Failure.LIMIT, Said.of("cli.file.large", file, maxSize), Said.of("cli.help.limit.size"));
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        }
    }

    private List<Result> read() {
        try {
            return JsonReport.readAll(content());
        } catch (NoSuchFileException e) {
            throw Failure.of(Failure.OUTPUT, Said.of("cli.file.missing", file));
        } catch (IOException e) {
            throw Failure.reading(file, e);
        } catch (JacksonException e) {
            throw Failure.of(Failure.OUTPUT, place(e), Said.of("cli.help.save"));
        } catch (IllegalInput e) {
            throw Failure.of(
                    Failure.OUTPUT, Said.of("cli.file.result.not.why", file, e.said()), Said.of("cli.help.save"));
        }
    }
}
