package tridiff.compare.corpus;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.said.IllegalInput;
import tridiff.expr.said.Said;
import tridiff.expr.said.SaidException;
import tridiff.expr.text.Parser;
import tridiff.expr.text.Printer;
import tridiff.expr.text.SyntaxError;
import tridiff.reference.GivenNumber;

/**
 * How the files of a corpus are read: the language of their formulas, and where points are drawn that they do not give.
 *
 * @param points how many points are drawn for an entry that gives ranges
 * @param seed of the points; an entry's points depend on it and on the entry's number alone
 */
public record EntryReading(Parser parser, int points, long seed) {

    /** Something that is wrong with an entry, in one line. */
    static final class Fault extends SaidException {
        private static final long serialVersionUID = 1;

        Fault(Said said) {
            super(said);
        }
    }

    private static final Pattern DECIMAL = Pattern.compile("\\s*[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?\\s*");
    private static final int LONGEST_DECIMAL = 2_000;
    private static final int MOST_DIGITS = 5_000;
    private static final int SHORT = 40;

    /** Where a variable lies. */
    record Range(double from, double to) {

        /** Evenly over magnitudes where the range spans more than two decades on one side of 0, else evenly. */
        double draw(Random random) {
            double t = random.nextDouble();
            boolean wide = from * Math.signum(to) > 0 && Math.max(from / to, to / from) > 100;
            return wide
                    ? Math.copySign(Math.exp(Math.log(Math.abs(from)) * (1 - t) + Math.log(Math.abs(to)) * t), from)
                    : from * (1 - t) + to * t;
        }
    }

    /** What is wrong with an entry, whatever it is: nothing in one entry ends the run of the others. */
    static Said reason(Throwable e) {
        return e instanceof Fault fault
                ? fault.said()
                : e instanceof StackOverflowError
                        ? Said.of("compare.entry.deep")
                        : e instanceof OutOfMemoryError
                                ? Said.of("compare.entry.memory")
                                : Said.of("compare.machine.failed", e);
    }

    Expr parse(String text) {
        try {
            return parser.read(text).expr();
        } catch (SyntaxError e) {
            throw new Fault(e.said());
        }
    }

    /** A number, or a formula of numbers such as pi/4. */
    double number(String text) {
        Expr e = parse(text);
        if (!e.variables().isEmpty()) {
            throw new Fault(Said.of("compare.condition.number", text.strip()));
        }
        return value(text.strip(), e);
    }

    /** The value of a formula without variables. */
    double value(Expr e) {
        return value(Printer.PLAIN.printUpTo(SHORT, e), e);
    }

    private static double value(String text, Expr e) {
        try {
            return GivenNumber.of(e);
        } catch (GivenNumber.Unfit none) {
            throw unfit(text, none.lack());
        }
    }

    /** A number of a formula as the language of the formulas takes it. */
    Rational literal(Rational exact) {
        return parser.literal(exact);
    }

    /** A number as JSON has them. */
    static double number(BigDecimal number) {
        try {
            return GivenNumber.of(number);
        } catch (GivenNumber.Unfit none) {
            throw unfit(number.toString(), none.lack());
        }
    }

    private static Fault unfit(String text, GivenNumber.Lack lack) {
        return new Fault(
                switch (lack) {
                    case TOO_LARGE -> Said.of("compare.entry.large", text);
                    case TOO_SMALL -> Said.of("compare.entry.small", text);
                    case UNDEFINED -> Said.of("compare.entry.value", text);
                });
    }

    /** A coordinate is given once. */
    static <T> void put(Map<String, T> point, String name, T value) {
        requireName(name);
        if (point.put(name, value) != null) {
            throw new Fault(Said.of("compare.usage.twice", name));
        }
    }

    private static void requireName(String name) {
        try {
            Expr.variable(name);
        } catch (IllegalInput e) {
            throw new Fault(e.said());
        }
    }

    /** A derivative by a variable as a decimal number of bounded size: what it is compared with is computed to so many digits. */
    static BigDecimal derivative(String variable, String text) {
        if (text.length() > LONGEST_DECIMAL || !DECIMAL.matcher(text).matches()) {
            throw new Fault(Said.of("compare.entry.grad.decimal", variable, shortened(text)));
        }
        try {
            return derivative(variable, new BigDecimal(text.strip()));
        } catch (NumberFormatException exponentBeyondIntegers) {
            throw outOfRange(variable, text);
        }
    }

    private static Fault outOfRange(String variable, String number) {
        return new Fault(Said.of("compare.entry.grad.range", variable, shortened(number)));
    }

    /** The same of a number that is read. */
    static BigDecimal derivative(String variable, BigDecimal number) {
        if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            throw outOfRange(variable, number.toString());
        }
        return number;
    }

    private static String shortened(String text) {
        return text.length() > SHORT ? text.substring(0, SHORT) + "…" : text;
    }

    /** A point in ranges. */
    Map<String, Double> draw(Map<String, Range> ranges, long entry, int point) {
        Random random = random(entry, point);
        var drawn = new LinkedHashMap<String, Double>();
        ranges.forEach((name, range) -> drawn.put(name, range.draw(random)));
        return drawn;
    }

    /** What chance depends on. */
    Random random(long entry, int point) {
        var random = new Random(seed * 1_000_003 + entry * 31 + point);
        random.nextDouble(); // neighbouring seeds begin alike
        return random;
    }

    /** Every variable must have a value. */
    static void requireComplete(Expr f, Set<String> given) {
        f.variables().stream()
                .filter(v -> !given.contains(v.name()))
                .findFirst()
                .ifPresent(v -> {
                    throw new Fault(Said.of("compare.entry.value", v.name()));
                });
    }
}
