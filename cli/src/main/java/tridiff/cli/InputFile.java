package tridiff.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is read more than once, or from a place: a pipe or a device is none. */
final class InputFile {

    private InputFile() {}

    /** Says what a file is that cannot be read so. */
    static void require(Path file, String missing, String help) {
        if (!Files.exists(file)) {
            throw Failure.of(Failure.OUTPUT, missing, help);
        }
        if (Files.isDirectory(file)) {
            throw Failure.of(Failure.OUTPUT, file + " is a folder", help);
        }
        if (!Files.isRegularFile(file)) {
            throw Failure.of(
                    Failure.OUTPUT, file + " is a pipe or a device", "direct it into a file, and name that file");
        }
    }
}
