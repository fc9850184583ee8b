package tridiff.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tridiff.compare.corpus.Corpora;

/** The corpora that tridiff brings along. */
@Command(
        name = "list",
        header = {"Lists the corpora that tridiff brings along.", "", "Example:", "  tridiff corpus list", ""},
        mixinStandardHelpOptions = true)
final class CorpusListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Corpora.builtIn().forEach(c -> out.printf("%-18s %s%n", c.name(), c.about()));
        out.println();
        out.println("Any other name is a file. Its ending tells how it is read:");
        out.println("  .txt     name: expr @ x=1,y=2     one a line, the name may be left out, # begins a comment");
        out.println("  .csv     name,formula,\"x in [1.0,5.0]; y in [0.0,1.0]\" under a line of headings");
        out.println(
                "  .jsonl   {\"id\": \"a\", \"expr\": \"x*y\", \"point\": {\"x\": 1, \"y\": 2}, \"grad\": {\"x\": \"2\"}}");
        out.println("  .fpcore  cores of FPBench and Herbie, with points in the ranges of :pre");
        return 0;
    }
}
