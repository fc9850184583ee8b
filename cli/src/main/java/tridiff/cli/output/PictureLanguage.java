package tridiff.cli.output;

import picocli.CommandLine;
import tridiff.charts.style.Picture;
import tridiff.expr.said.Language;

/** The language of a command's pictures: its own, unless this machine has no font to draw that with, which is said once. */
public final class PictureLanguage {

    private final CommandLine commandLine;
    private boolean isWarned;

    public PictureLanguage(CommandLine commandLine) {
        this.commandLine = commandLine;
    }

    /** The picture in that language; pixels need a font here, while text in a file finds its font where it is seen. */
    public Picture in(Picture picture, boolean pixels) {
        Language say = LanguageArgument.of(commandLine);
        if (!pixels || Picture.canBeDrawnIn(say)) {
            return picture.in(say);
        }
        if (!isWarned) {
            commandLine.getErr().println(say.text("cli.label.note") + " " + say.text("cli.machine.font", say.name()));
            isWarned = true;
        }
        return picture.in(Language.ENGLISH);
    }
}
