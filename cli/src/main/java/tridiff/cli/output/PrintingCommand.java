package tridiff.cli.output;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tridiff.charts.style.OutputFile;
import tridiff.expr.said.Language;
import tridiff.expr.said.Said;

/** What all commands have that print something: help, where they print, and in which language. */
@Command(mixinStandardHelpOptions = true)
public abstract class PrintingCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    protected final CommandLine commandLine() {
        return spec.commandLine();
    }

    /** The whole command line that this command belongs to. */
    protected final CommandLine root() {
        return spec.root().commandLine();
    }

    protected final PrintWriter out() {
        return commandLine().getOut();
    }

    protected final Language language() {
        return LanguageArgument.of(commandLine());
    }

    /** Writes a file, and says that it has. */
    protected final void write(Path file, String text) {
        try {
            OutputFile.write(file, text.getBytes(StandardCharsets.UTF_8));
            out().println(file);
            out().flush();
        } catch (IOException e) {
            throw Failure.writing(file, e, Said.of("cli.help.file"));
        }
    }
}
