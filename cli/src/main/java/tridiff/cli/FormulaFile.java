package tridiff.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import tridiff.compare.Lines;

/** A formula in a file, which may be longer than a shell takes, and needs no quotes: {@code @formula.txt}. */
final class FormulaFile {

    static final String MARK = "@";

    private static final int CHUNK = 1 << 13;

    private FormulaFile() {}

    /** Whether an argument is meant so, and there is the file; if not, it is no formula either. */
    static boolean isOne(String argument) {
        try {
            String name = argument.startsWith(MARK) ? argument.substring(MARK.length()) : "";
            return !name.isBlank() && Files.exists(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** What to say where it is not. */
    static String help(String argument) {
        return "there is no file '" + argument.substring(MARK.length()) + "', of which this would be the formula";
    }

    /** The formula, without blanks around it; never more of the file than is allowed. */
    static String read(String argument, int longest) {
        String name = argument.substring(MARK.length());
        try (Reader in = Lines.strictText(Files.newInputStream(Path.of(name)))) {
            var text = new StringBuilder();
            char[] chunk = new char[CHUNK];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                text.append(chunk, 0, n);
                if (text.length() > longest) {
                    throw Failure.of(
                            Failure.LIMIT,
                            "the formula in " + name + " is longer than " + longest + " characters",
                            "--max-length raises the limit");
                }
            }
            return text.toString().strip();
        } catch (CharacterCodingException e) {
            throw Failure.of(Failure.OUTPUT, name + " is not text in UTF-8", "@FILE stands for the formula in a file");
        } catch (IOException e) {
            throw Failure.of("cannot read " + name, e, "@FILE stands for the formula in a file");
        }
    }
}
