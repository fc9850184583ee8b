package tridiff.cli.input;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import tridiff.cli.output.Failure;
import tridiff.compare.corpus.Lines;
import tridiff.expr.said.Said;

/** A formula in a file, which may be longer than a shell takes, and needs no quotes: {@code @formula.txt}; - is the standard input. */
final class FormulaFile {

    static final String MARK = "@";

    private static final String STANDARD_INPUT = "-";

    private static final int CHUNK = 1 << 13;

    private FormulaFile() {}

    /** Whether an argument is meant so, and there is the file; if not, it is no formula either. */
    static boolean isOne(String argument) {
        if (argument.equals(STANDARD_INPUT)) {
            return true;
        }
        try {
            String name = argument.startsWith(MARK) ? argument.substring(MARK.length()) : "";
            return !name.isBlank() && Files.exists(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** What to say where it is not. */
    static Said help(String argument) {
        return Said.of("cli.parser.mark", argument.substring(MARK.length()));
    }

    /** The formula, without blanks behind it, so that its lines keep their numbers; never more of the file than is allowed. */
    static String read(String argument, int longest) {
        boolean standardInput = argument.equals(STANDARD_INPUT);
        String name = standardInput ? argument : argument.substring(MARK.length());
        try (Reader in = Lines.strictText(standardInput ? System.in : Files.newInputStream(Path.of(name)))) {
            var text = new StringBuilder();
            char[] chunk = new char[CHUNK];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                text.append(chunk, 0, n);
                if (text.length() > longest) {
                    throw Failure.of(
                            Failure.LIMIT,
                            Said.of("cli.file.formula.long", name, longest),
                            Said.of("expr.help.limit.length"));
                }
            }
            return text.toString().stripTrailing();
        } catch (CharacterCodingException e) {
            throw Failure.of(Failure.OUTPUT, Said.of("cli.file.utf8", name), Said.of("cli.help.formula.file"));
        } catch (IOException e) {
            throw Failure.reading(name, e, Said.of("cli.help.formula.file"));
        }
    }
}
