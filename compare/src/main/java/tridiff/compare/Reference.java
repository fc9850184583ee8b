package tridiff.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tridiff.compare.enclosure.Enclosure;
import tridiff.expr.Line;
import tridiff.expr.Printer;
import tridiff.expr.Rational;
import tridiff.expr.WengertList;

/**
 * The judge: value and gradient by reverse mode in enclosures, the precision raised until they are as narrow as wanted.
 *
 * <p>What it says is proved, up to the correctness of this program: a number lies in its enclosure, or does not exist. Where that
 * cannot be settled within the limits it says so, and never falls back on anything else.
 *
 * @param value f at the point
 * @param gradient the partial derivatives by the wanted variables
 * @param obstacle the sub-expression to blame where f has no value, or a partial derivative does not exist or is not settled
 */
public record Reference(Enclosure value, List<Enclosure> gradient, Optional<String> obstacle) {

    /**
     * How far to go.
     *
     * @param digits relative accuracy wanted, in decimal digits
     * @param mostDigits the highest working precision
     * @param mostSeconds no higher precision is begun after this time
     */
    public record Effort(int digits, int mostDigits, double mostSeconds) {
        public static final Effort DEFAULT = new Effort(40, 1000, 10);
    }

    /**
     * The reference at a point that is known exactly.
     *
     * @param point one number for each input of the list
     * @param wanted which inputs to differentiate by
     */
    public static Reference at(WengertList f, List<Rational> point, boolean[] wanted, Effort effort) {
        long start = System.nanoTime();
        int precision = effort.digits + 15;
        while (true) {
            Reference reference = atPrecision(f, point, wanted, precision);
            boolean last = 2 * precision > effort.mostDigits || (System.nanoTime() - start) / 1e9 > effort.mostSeconds;
            if (last || reference.isSettled(effort.digits)) {
                return reference;
            }
            precision *= 2;
        }
    }

    private static Reference atPrecision(WengertList f, List<Rational> point, boolean[] wanted, int precision) {
        var k = new Enclosures(precision);
        List<Enclosure> inputs = point.stream().map(Enclosure::of).toList();
        List<Enclosure> values = f.sweep(k, inputs);
        Enclosure value = values.get(f.output(0));
        if (!value.isNumber()) {
            return new Reference(value, List.of(), Optional.of(firstWithout(f, values)));
        }
        List<Enclosure> all = f.gradient(k, inputs, wanted);
        var gradient = new ArrayList<Enclosure>();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i]) {
                gradient.add(all.get(i));
            }
        }
        boolean complete = gradient.stream().allMatch(Enclosure::isNumber);
        return new Reference(value, gradient, complete ? Optional.empty() : kink(f, k, values));
    }

    /** The formula of the first line with a partial derivative that is not a number. */
    private static Optional<String> kink(WengertList f, Enclosures k, List<Enclosure> values) {
        for (int i = 0; i < f.size(); i++) {
            for (Enclosure partial : f.partials(k, i, values)) {
                if (!partial.isNumber()) {
                    return Optional.of(Printer.PLAIN.printUpTo(200, f.expression(i)));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isSettled(int digits) {
        boolean valueSettled = value.isUndefined() || value.isNumber() && value.accurateTo(digits);
        return valueSettled && gradient.stream().allMatch(g -> g.isUndefined() || g.isNumber() && g.accurateTo(digits));
    }

    /** The formula of the first line that is not a number although its arguments are. */
    private static String firstWithout(WengertList f, List<Enclosure> values) {
        for (int i = 0; i < f.size(); i++) {
            boolean begins = !values.get(i).isNumber() && f.kind(i) != Line.INPUT;
            for (int argument : f.arguments(i)) {
                begins &= values.get(argument).isNumber();
            }
            if (begins && reaches(f, i, values)) {
                return Printer.PLAIN.printUpTo(200, f.expression(i));
            }
        }
        return Printer.PLAIN.printUpTo(200, f.expression(f.output(0)));
    }

    /** Whether the trouble at line i is what the result suffers from: not so in the branch of a choice that is not taken. */
    private static boolean reaches(WengertList f, int i, List<Enclosure> values) {
        boolean[] tainted = new boolean[f.size()];
        tainted[i] = true;
        for (int j = i + 1; j < f.size(); j++) {
            for (int argument : f.arguments(j)) {
                tainted[j] |= tainted[argument] && !values.get(j).isNumber();
            }
        }
        return tainted[f.output(0)];
    }

    /** Whether value and all partial derivatives are numbers, known to the digits asked for. */
    public boolean isComplete(int digits) {
        return isSettled(digits) && value.isNumber() && gradient.stream().allMatch(Enclosure::isNumber);
    }
}
