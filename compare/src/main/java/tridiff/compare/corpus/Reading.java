package tridiff.compare.corpus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import tridiff.expr.Evaluator;
import tridiff.expr.Expr;
import tridiff.expr.Parser;
import tridiff.expr.SyntaxError;
import tridiff.expr.WengertList;

/**
 * How the files of a corpus are read: the language of their formulas, and where points are drawn that they do not give.
 *
 * @param points how many points are drawn for an entry that gives ranges
 * @param seed of the points; an entry's points depend on it and on the entry's number alone
 */
public record Reading(Parser parser, int points, long seed) {

    /** Something that is wrong with an entry, in one line. */
    static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1;

        Fault(String message) {
            super(message);
        }
    }

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

    Expr parse(String text) {
        try {
            return parser.read(text).expr();
        } catch (SyntaxError e) {
            throw new Fault(e.getMessage());
        }
    }

    /** A number, or a formula of numbers such as pi/4. */
    double number(String text) {
        Expr e = parse(text);
        if (!e.variables().isEmpty()) {
            throw new Fault("'" + text.strip() + "' is not a number");
        }
        double value = new Evaluator(WengertList.of(e, List.of())).run(new double[0]);
        if (!Double.isFinite(value)) {
            throw new Fault("'" + text.strip() + "' is " + value + " in doubles");
        }
        return value + 0.0;
    }

    /** A point in ranges. */
    Map<String, Double> draw(Map<String, Range> ranges, long entry, int point) {
        var random = new Random(seed * 1_000_003 + entry * 31 + point);
        random.nextDouble(); // neighbouring seeds begin alike
        var drawn = new LinkedHashMap<String, Double>();
        ranges.forEach((name, range) -> drawn.put(name, range.draw(random)));
        return drawn;
    }

    /** Every variable must have a value. */
    static void requireComplete(Expr f, Set<String> given) {
        f.variables().stream()
                .filter(v -> !given.contains(v.name()))
                .findFirst()
                .ifPresent(v -> {
                    throw new Fault("'" + v.name() + "' has no value");
                });
    }
}
