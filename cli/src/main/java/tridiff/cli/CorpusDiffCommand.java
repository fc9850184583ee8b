package tridiff.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tridiff.cli.input.InputFile;
import tridiff.cli.output.Failure;
import tridiff.cli.output.PrintingCommand;
import tridiff.compare.corpus.CorpusDiff;
import tridiff.compare.corpus.CorpusText;
import tridiff.expr.said.Said;
import tridiff.expr.said.Saying;

/** What changed between two runs. */
@Command(
        name = "diff",
        header = {
            "Tells what changed between two runs of a corpus.",
            "",
            "Example:",
            "  tridiff corpus diff old.jsonl new.jsonl",
            ""
        },
        description = {"Ends with exit code 1 if anything became worse.", ""})
final class CorpusDiffCommand extends PrintingCommand {

    @Parameters(index = "0", paramLabel = "OLD", description = "Results of an earlier run.")
    private Path old;

    @Parameters(index = "1", paramLabel = "NEW", description = "Results of a later run.")
    private Path now;

    @Override
    public Integer call() {
        for (Path file : List.of(old, now)) {
            InputFile.require(file, Said.of("cli.file.missing", file), Said.of("cli.help.corpus.results"));
        }
        try {
            CorpusDiff diff = CorpusDiff.of(old, now);
            if (diff.common() == 0) {
                throw Failure.usage(Said.of("cli.file.common", old, now), Said.of("cli.help.corpus.common"));
            }
            out().print(CorpusText.of(diff, language()));
            return diff.worse().isEmpty() ? 0 : Failure.CHECK;
        } catch (IOException e) {
            throw Failure.of(Failure.OUTPUT, Saying.of(e), Said.of("cli.help.corpus.results"));
        }
    }
}
