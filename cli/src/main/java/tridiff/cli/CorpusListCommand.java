package tridiff.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tridiff.compare.corpus.Corpora;
import tridiff.compare.language.Messages;

/** The corpora that tridiff brings along. */
@Command(
        name = "list",
        header = {"Lists the corpora that tridiff brings along.", "", "Example:", "  tridiff corpus list", ""},
        mixinStandardHelpOptions = true)
final class CorpusListCommand implements Callable<Integer> {

    private static final List<String> FILES = List.of(
            "Any other name is a file. Its ending tells how it is read:",
            "  .txt     name: expr @ x=1,y=2     one a line, the name may be left out, # begins a comment",
            "  .csv     name,formula,\"x in [1.0,5.0]; y in [0.0,1.0]\" under a line of headings",
            "  .jsonl   {\"id\": \"a\", \"expr\": \"x*y\", \"point\": {\"x\": 1, \"y\": 2}, \"grad\": {\"x\": \"2\"}}",
            "  .fpcore  cores of FPBench and Herbie, with points in the ranges of :pre");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Messages say = LanguageArgument.of(spec.commandLine());
        Corpora.builtIn().forEach(c -> out.printf("%-18s %s%n", c.name(), say.translated(c.about())));
        out.println();
        FILES.forEach(line -> out.println(say.translated(line)));
        return 0;
    }
}
