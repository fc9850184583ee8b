package tridiff.cli.output;

import picocli.CommandLine;
import tridiff.expr.said.Language;

/** What the options of the whole command line ask for, whatever the command. */
public interface Settings {

    Language language();

    Colour colour();

    /** Those of the command line that a command belongs to. */
    static Settings of(CommandLine commandLine) {
        return (Settings) commandLine.getCommandSpec().root().userObject();
    }
}
