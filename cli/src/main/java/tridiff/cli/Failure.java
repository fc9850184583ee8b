package tridiff.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import tridiff.compare.Comparer;
import tridiff.compare.language.Messages;
import tridiff.expr.text.SyntaxError;

/** Why a command ends without its result: a message, where it applies the place in the text, what to do, and the exit code. */
final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** A condition that was to be checked does not hold. */
    static final int CHECK = 1;

    static final int USAGE = 2;
    static final int EXPRESSION = 3;
    static final int UNDEFINED = 4;
    static final int UNSETTLED = 5;
    static final int OUTPUT = 6;
    static final int LIMIT = 7;
    static final int INTERNAL = 70;

    private static final int LONGEST = 400;

    private final int code;
    private final String excerpt;
    private final String help;

    private Failure(int code, String message, String excerpt, String help) {
        super(message);
        this.code = code;
        this.excerpt = excerpt;
        this.help = help;
    }

    static Failure of(int code, String message, String help) {
        return new Failure(code, message, "", help);
    }

    static Failure of(SyntaxError e) {
        return of(e, e.help());
    }

    static Failure of(SyntaxError e, String help) {
        return new Failure(e.isLimit() ? LIMIT : EXPRESSION, e.getMessage(), e.excerpt(), help);
    }

    static Failure of(Comparer.NoValue e) {
        boolean kink = e.getMessage().startsWith("df/d"); // f itself has a value there
        return e.isUndefined()
                ? of(UNDEFINED, e.getMessage(), kink ? "choose another point" : "choose a point inside the domain")
                : of(UNSETTLED, e.getMessage(), "no more digits are tried; another point or another formula may do");
    }

    /** A file that cannot be read or written, by the name under which the user knows it. */
    static Failure of(String cannot, IOException e, String help) {
        return of(OUTPUT, cannot + ": " + reason(e), help);
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "a file has the name of the folder";
        }
        return e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : e.getMessage();
    }

    /** Something that should not happen, whatever the input. */
    static Failure internal(Throwable e) {
        String where = e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
        return of(
                INTERNAL,
                "tridiff itself failed: " + e + where,
                "please report this line with the command that caused it");
    }

    int code() {
        return code;
    }

    void printTo(PrintWriter err, Colour colour, Messages say) {
        err.println(colour.error(say.translated("error:")) + " " + oneLine(say.translated(getMessage())));
        excerpt.lines().filter(line -> !line.isBlank()).forEach(line -> err.println("  " + line));
        if (!help.isEmpty()) {
            err.println(say.translated("help:") + " " + oneLine(say.translated(help)));
        }
    }

    /** Text for one line of a terminal: without control characters, and not too long. */
    static String oneLine(String text) {
        var line = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> {
            boolean control = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
            line.appendCodePoint(control ? c == '\n' ? ' ' : 0xFFFD : c);
        });
        return text.codePointCount(0, text.length()) > LONGEST ? line + "…" : line.toString();
    }
}
