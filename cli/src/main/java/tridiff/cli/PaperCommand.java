package tridiff.cli;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tridiff.cli.output.Failure;
import tridiff.cli.output.PrintingCommand;
import tridiff.compare.table.Table;
import tridiff.expr.said.Language;
import tridiff.expr.said.Said;
import tridiff.teaching.paper.Paper;

/** Published numbers beside ours. */
@Command(
        name = "paper",
        header = {
            "Computes published numbers again, and says why ours differ where they do.",
            "",
            "Examples:",
            "  tridiff paper list",
            "  tridiff paper dezero",
            "  tridiff paper baydin-2-3 --format markdown",
            ""
        })
final class PaperCommand extends PrintingCommand {

    @Parameters(paramLabel = "NAME", description = "A name from 'tridiff paper list'.")
    private String name;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "text, latex, markdown, html or csv (default: text).")
    private Table.Format format = Table.Format.TEXT;

    @Override
    public Integer call() {
        PrintWriter out = out();
        Language say = language();
        if (name.equals("list")) {
            Paper.all()
                    .forEach(p -> out.printf("%-16s %s%n", p.name(), p.source().in(say)));
            return 0;
        }
        Paper paper = Paper.named(name)
                .orElseThrow(() -> Failure.usage(
                        Said.of("cli.usage.paper", name),
                        Said.of(
                                "cli.help.papers",
                                Paper.all().stream().map(Paper::name).collect(Collectors.joining(", ")))));
        out.print(paper.table().in(format, say));
        return 0;
    }
}
