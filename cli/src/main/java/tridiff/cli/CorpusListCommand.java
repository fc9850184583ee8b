package tridiff.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import tridiff.cli.output.PrintingCommand;
import tridiff.compare.corpus.Corpora;
import tridiff.expr.said.Language;
import tridiff.expr.said.Said;

/** The corpora that tridiff brings along. */
@Command(
        name = "list",
        header = {"Lists the corpora that tridiff brings along.", "", "Example:", "  tridiff corpus list", ""})
final class CorpusListCommand extends PrintingCommand {

    private static final List<Said> FILES = List.of(
            Said.of("cli.corpus.file"),
            Said.of("cli.corpus.file.txt"),
            Said.of("cli.corpus.file.csv"),
            Said.words(
                    "  .jsonl   {\"id\": \"a\", \"expr\": \"x*y\", \"point\": {\"x\": 1, \"y\": 2}, \"grad\": {\"x\": \"2\"}}"),
            Said.of("cli.corpus.file.fpcore"));

    @Override
    public Integer call() {
        PrintWriter out = out();
        Language say = language();
        Corpora.builtIn()
                .forEach(c -> out.printf("%-18s %s%n", c.name(), c.about().in(say)));
        out.println();
        FILES.forEach(line -> out.println(line.in(say)));
        return 0;
    }
}
