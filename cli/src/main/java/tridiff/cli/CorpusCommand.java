package tridiff.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Many functions at their points. */
@Command(
        name = "corpus",
        header = {
            "Judges all methods on many functions.",
            "",
            "Examples:",
            "  tridiff corpus list",
            "  tridiff corpus run feynman",
            "  tridiff corpus run cases.txt -o results.jsonl --fail-if 'ulps(autodiff.reverse) > 8'",
            "  tridiff corpus diff old.jsonl results.jsonl",
            ""
        },
        mixinStandardHelpOptions = true,
        subcommands = {CorpusListCommand.class, CorpusRunCommand.class, CorpusDiffCommand.class})
final class CorpusCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    /** Without saying what to do, shows what can be done. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
