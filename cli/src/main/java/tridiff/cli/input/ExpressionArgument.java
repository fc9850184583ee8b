package tridiff.cli.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tridiff.cli.output.Failure;
import tridiff.expr.Expr;
import tridiff.expr.FunctionTable;
import tridiff.expr.said.Said;
import tridiff.expr.text.Parser;
import tridiff.expr.text.SyntaxError;
import tridiff.wengert.MissingRow;

/** The expression of a command, and the limits on it. */
public final class ExpressionArgument {

    /** Stands before an argument such as -x^2, so that it is not taken for an option. */
    private static final char PROTECTION = '\u0001';

    private static final List<String> SHORT_OPTIONS = List.of("-a", "-w", "-m", "-f", "-n", "-o", "-h", "-V");

    /** Takes the protection away again, from every argument that is text. */
    public static final class Unprotect implements ITypeConverter<String> {
        @Override
        public String convert(String value) {
            return value.length() > 0 && value.charAt(0) == PROTECTION ? value.substring(1) : value;
        }
    }

    @Parameters(
            paramLabel = "EXPR",
            description =
                    "The function, for example 'exp(sin(x))/(1+x^2)'; quoted, so that the shell leaves it alone. @FILE is the function in a file, - that of the standard input.")
    private String given;

    private String text;

    @Option(
            names = "--max-length",
            paramLabel = "N",
            description = "Longest expression, in characters (default: ${DEFAULT-VALUE}).")
    private int maxLength = Parser.Limits.DEFAULT.length();

    @Option(
            names = "--max-nesting",
            paramLabel = "N",
            description = "Deepest nesting of parentheses (default: ${DEFAULT-VALUE}).")
    private int maxNesting = Parser.Limits.DEFAULT.nesting();

    @Option(
            names = "--max-repetitions",
            paramLabel = "N",
            description = "Most repetitions of a sum, product or iteration (default: ${DEFAULT-VALUE}).")
    private long maxRepetitions = Parser.Limits.DEFAULT.repetitions();

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description =
                    "Columns of numbers under a line of names, separated by commas, semicolons or tabs; sum(i, 0, 9, t(i)) is then the sum of the first ten of column t.")
    private Path data;

    @Option(
            names = "--double-literals",
            description = "Round the numbers in EXPR to doubles, as program code does; else 0.1 is 1/10.")
    private boolean doubleLiterals;

    /** A message that quotes arguments, with the protection taken away. */
    public static String unprotected(String message) {
        return message.replace(String.valueOf(PROTECTION), "");
    }

    /** Marks arguments that begin with a minus sign but are expressions: no option has a single dash and more than one letter. */
    public static String[] protect(String[] args) {
        return IntStream.range(0, args.length)
                .mapToObj(i -> looksNegative(args[i]) && !isValue(args, i) ? PROTECTION + args[i] : args[i])
                .toArray(String[]::new);
    }

    /** Whether an argument is a negative number after an option, and so the option's value. */
    private static boolean isValue(String[] args, int i) {
        boolean number = args[i].matches("-[0-9.]+([eE][-+]?[0-9]+)?");
        return number && i > 0 && args[i - 1].startsWith("-");
    }

    private static boolean looksNegative(String arg) {
        return arg.startsWith("-") && !arg.startsWith("--") && !SHORT_OPTIONS.contains(arg) && arg.length() > 1;
    }

    /** The function as it was written, here or in a file; null if none was. */
    public String text() {
        if (text == null && given != null) {
            text = FormulaFile.isOne(given) ? FormulaFile.read(given, maxLength) : given;
        }
        return text;
    }

    /** The options with which it was read, as a command takes them; empty if there are none. */
    public String options() {
        var options = new ArrayList<String>();
        if (doubleLiterals) {
            options.add("--double-literals");
        }
        if (data != null) {
            options.add("--data '" + data + "'");
        }
        Parser.Limits usual = Parser.Limits.DEFAULT;
        changed("--max-length", maxLength, usual.length()).ifPresent(options::add);
        changed("--max-nesting", maxNesting, usual.nesting()).ifPresent(options::add);
        changed("--max-repetitions", maxRepetitions, usual.repetitions()).ifPresent(options::add);
        return String.join(" ", options);
    }

    private static Optional<String> changed(String name, long value, long usual) {
        return value == usual ? Optional.empty() : Optional.of(name + " " + value);
    }

    /** The expression, where other names than those known are variables only if they do not look like a slip. */
    public Parser.Parsed read(Set<String> knownVariables) {
        return read(text(), knownVariables);
    }

    /** The expression, where these are some of its variables; one that does not occur may be part of a name that looks like a slip. */
    public Parser.Parsed readFor(Set<String> wanted) {
        Parser parser = parser(wanted);
        Parser.Parsed parsed = read(text(), parser.amongOthers());
        Set<String> names =
                parsed.expr().variables().stream().map(Expr.Var::name).collect(Collectors.toSet());
        return names.containsAll(wanted) ? parsed : read(text(), parser);
    }

    /** The same of another text than the argument. */
    public Parser.Parsed read(String formula, Set<String> knownVariables) {
        return read(formula, parser(knownVariables));
    }

    private Parser parser(Set<String> known) {
        var limits = new Parser.Limits(maxLength, maxNesting, Parser.Limits.DEFAULT.arguments(), maxRepetitions);
        var table = FunctionTable.standard();
        var parser = new Parser(data == null ? table : DataFile.extend(table, data), limits, known);
        return doubleLiterals ? parser.withDoubleLiterals() : parser;
    }

    private Parser.Parsed read(String formula, Parser parser) {
        try {
            Parser.Parsed parsed = parser.read(formula);
            MissingRow.in(parsed.expr()).ifPresent(missing -> {
                throw Failure.of(
                        Failure.OUTPUT,
                        Said.of("cli.file.row.none", data, missing.row(), missing.column()),
                        Said.of("cli.help.data.rows", (missing.rows() - 1)));
            });
            return parsed;
        } catch (SyntaxError e) {
            boolean file = formula.startsWith(FormulaFile.MARK) && formula.length() > FormulaFile.MARK.length();
            throw file ? Failure.of(e, FormulaFile.help(formula)) : Failure.of(e);
        }
    }
}
