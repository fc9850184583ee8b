package tridiff.cli.input;

import java.nio.file.Files;
import java.nio.file.Path;
import tridiff.cli.output.Failure;
import tridiff.expr.said.Said;

/** A file that is read more than once, or from a place: a pipe or a device is none. */
public final class InputFile {

    private InputFile() {}

    /** Says what a file is that cannot be read so. */
    public static void require(Path file, Said missing, Said help) {
        if (!Files.exists(file)) {
            throw Failure.of(Failure.OUTPUT, missing, help);
        }
        if (Files.isDirectory(file)) {
            throw Failure.of(Failure.OUTPUT, Said.of("cli.file.is.folder", file), help);
        }
        if (!Files.isRegularFile(file)) {
            throw Failure.of(Failure.OUTPUT, Said.of("cli.file.pipe", file), Said.of("cli.help.direct"));
        }
    }
}
