package tridiff.cli.output;

import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import tridiff.compare.Comparer;
import tridiff.expr.Expr;
import tridiff.expr.said.Language;
import tridiff.expr.said.Said;
import tridiff.expr.said.SaidException;
import tridiff.expr.said.Saying;
import tridiff.expr.text.SyntaxError;

/** Why a command ends without its result: a message, where it applies the place in the text, what to do, and the exit code. */
public final class Failure extends SaidException {

    private static final long serialVersionUID = 1;

    /** A condition that was to be checked does not hold. */
    public static final int CHECK = 1;

    public static final int USAGE = 2;
    public static final int EXPRESSION = 3;
    public static final int UNDEFINED = 4;
    public static final int UNSETTLED = 5;
    public static final int OUTPUT = 6;
    public static final int LIMIT = 7;
    public static final int INTERNAL = 70;

    private static final int LONGEST = 400;

    private final int code;
    private final String excerpt;
    private final transient Said help;

    private Failure(int code, Said message, String excerpt, Said help) {
        super(message);
        this.code = code;
        this.excerpt = excerpt;
        this.help = help;
    }

    public static Failure of(int code, Said message, Said help) {
        return new Failure(code, message, "", help);
    }

    public static Failure of(int code, Said message) {
        return of(code, message, Said.NOTHING);
    }

    public static Failure usage(Said message, Said help) {
        return of(USAGE, message, help);
    }

    public static Failure usage(Said message) {
        return of(USAGE, message);
    }

    /** What a command can do nothing without. */
    public static Failure noVariable() {
        return usage(Said.of("compare.usage.variable"), Said.of("cli.usage.none"));
    }

    /** One variable is asked for, and there is none, or it is not said which. */
    public static Failure notOne(List<Expr.Var> choice, String which, String help) {
        return choice.isEmpty()
                ? noVariable()
                : usage(Said.of(which), Said.of(help, choice.get(0).name()));
    }

    public static Failure of(SyntaxError e) {
        return of(e, e.help());
    }

    public static Failure of(SyntaxError e, Said help) {
        return new Failure(e.isLimit() ? LIMIT : EXPRESSION, e.said(), e.excerpt(), help);
    }

    public static Failure of(Comparer.NoValue e) {
        return switch (e.kind()) {
            case VALUE -> of(UNDEFINED, e.said(), Said.of("cli.help.domain"));
            case DERIVATIVE -> of(UNDEFINED, e.said(), Said.of("cli.help.point"));
            case UNSETTLED -> of(UNSETTLED, e.said(), Said.of("cli.help.settle"));
        };
    }

    /** A file that cannot be read, by the name under which the user knows it. */
    public static Failure reading(Object file, Throwable e, Said help) {
        return of(OUTPUT, Said.of("cli.file.read", file, reason(e)), help);
    }

    public static Failure reading(Object file, Throwable e) {
        return reading(file, e, Said.NOTHING);
    }

    /** The same of one that cannot be written. */
    public static Failure writing(Object file, Throwable e, Said help) {
        return of(OUTPUT, Said.of("cli.file.write", file, reason(e)), help);
    }

    private static Said reason(Throwable e) {
        if (e instanceof NoSuchFileException) {
            return Said.of("cli.file.none");
        }
        if (e instanceof AccessDeniedException) {
            return Said.of("cli.file.denied");
        }
        if (e instanceof FileAlreadyExistsException) {
            return Said.of("cli.file.folder");
        }
        return e instanceof FileSystemException f && f.getReason() != null ? Said.words(f.getReason()) : Saying.of(e);
    }

    /** Something that should not happen, whatever the input. */
    public static Failure internal(Throwable e) {
        Said what = e.getStackTrace().length == 0
                ? Said.of("compare.machine.failed", e)
                : Said.of("cli.machine.failed.at", e, e.getStackTrace()[0]);
        return of(INTERNAL, what, Said.of("cli.help.report"));
    }

    public int code() {
        return code;
    }

    public void printTo(PrintWriter err, Colour colour, Language say) {
        err.println(colour.error(say.text("cli.label.error")) + " " + oneLine(said().in(say)));
        excerpt.lines().filter(line -> !line.isBlank()).forEach(line -> err.println("  " + line));
        if (!help.isEmpty()) {
            err.println(say.text("cli.label.help") + " " + oneLine(help.in(say)));
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
