package tridiff.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tridiff.cli.output.Failure;
import tridiff.cli.output.LanguageArgument;
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
        },
        mixinStandardHelpOptions = true)
final class PaperCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "A name from 'tridiff paper list'.")
    private String name;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "text, latex, markdown, html or csv (default: text).")
    private Table.Format format = Table.Format.TEXT;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Language say = LanguageArgument.of(spec.commandLine());
        if (name.equals("list")) {
            Paper.all()
                    .forEach(p -> out.printf("%-16s %s%n", p.name(), p.source().in(say)));
            return 0;
        }
        Paper paper = Paper.named(name)
                .orElseThrow(() -> Failure.of(
                        Failure.USAGE,
                        Said.of("cli.usage.paper", name),
                        Said.of(
                                "cli.help.papers",
                                Paper.all().stream().map(Paper::name).collect(Collectors.joining(", ")))));
        out.print(paper.table().in(format, say));
        return 0;
    }
}
