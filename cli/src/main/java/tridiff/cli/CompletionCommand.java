package tridiff.cli;

import java.io.PrintWriter;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tridiff.cli.output.PrintingCommand;

/** A script with which a shell completes commands and options. */
@Command(
        name = CompletionCommand.NAME,
        header = {
            "Prints a script with which a shell completes commands and options.",
            "",
            "Examples:",
            "  source <(tridiff completion bash)",
            "  tridiff completion zsh > ~/.tridiff-completion.zsh",
            ""
        })
final class CompletionCommand extends PrintingCommand {

    static final String NAME = "completion";

    enum Shell {
        BASH,
        ZSH
    }

    @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
    private Shell shell;

    /** zsh reads the script of bash once it has loaded what understands it. */
    @Override
    public Integer call() {
        PrintWriter out = out();
        if (shell == Shell.ZSH) {
            out.println("autoload -U +X compinit && compinit");
            out.println("autoload -U +X bashcompinit && bashcompinit");
        }
        out.print(AutoComplete.bash("tridiff", root()));
        return 0;
    }
}
