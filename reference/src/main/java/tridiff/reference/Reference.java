package tridiff.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tridiff.autodiff.reverse.Adjoints;
import tridiff.autodiff.taylor.Taylor;
import tridiff.expr.DataColumn;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.Refusal;
import tridiff.expr.said.Said;
import tridiff.expr.text.Printer;
import tridiff.reference.enclosure.Cause;
import tridiff.reference.enclosure.DomainEnds;
import tridiff.reference.enclosure.Enclosure;
import tridiff.reference.enclosure.Enclosures;
import tridiff.reference.limit.Neighbourhood;
import tridiff.symbolic.SymbolicDerivative;
import tridiff.wengert.OpKind;
import tridiff.wengert.WengertList;

/**
 * The judge: value and gradient by reverse mode in enclosures, the precision raised until they are as narrow as wanted.
 *
 * <p>What it says is proved, up to the correctness of this program: a number lies in its enclosure, or does not exist. Where the rules
 * give no derivative, both sides of the point are examined; where nothing can be settled within the limits it says so, and never
 * falls back on anything else.
 *
 * @param value f at the point
 * @param gradient the partial derivatives by the wanted inputs
 * @param surroundings what f does on both sides of the point, for inputs by which the rules gave no derivative, or f no value
 * @param obstacle the sub-expression to blame where f has no value, or the rules gave no derivative
 */
public record Reference(
        Enclosure value,
        List<Enclosure> gradient,
        List<Optional<Neighbourhood>> surroundings,
        Optional<Said> obstacle) {

    /** The highest working precision there is, in digits. */
    public static final int MOST_DIGITS = 1_000;

    /** Digits of working precision beyond those wanted. */
    public static final int GUARD_DIGITS = 15;

    /** The lowest limit on the precision that makes sense. */
    public static final int LEAST_DIGITS = GUARD_DIGITS + 1;

    /** Larger functions are not examined beside the point. */
    private static final int MOST_LINES = 5_000;

    /** Larger functions are not examined again at higher precision. */
    private static final int MOST_LINES_AGAIN = 300;

    /** The time that may have passed when both sides of a point are examined again. */
    private static final double SHARE_OF_SIDES = 0.05;

    /**
     * How far to go.
     *
     * @param digits relative accuracy wanted, in decimal digits
     * @param mostDigits the highest working precision
     * @param mostSeconds no higher precision is begun after this time
     */
    public record Effort(int digits, int mostDigits, double mostSeconds) {
        public static final Effort DEFAULT = new Effort(40, MOST_DIGITS, 10);
    }

    /**
     * The reference at a point that is known exactly.
     *
     * @param point one number for each input of the list
     * @param wanted which inputs to differentiate by
     */
    public static Reference at(WengertList f, List<Rational> point, boolean[] wanted, Effort effort) {
        long start = System.nanoTime();
        int precision = effort.digits + GUARD_DIGITS;
        while (true) {
            Reference reference = atPrecision(f, point, wanted, precision);
            double seconds = (System.nanoTime() - start) / 1e9;
            boolean last = 2 * precision > effort.mostDigits || seconds > effort.mostSeconds;
            boolean sidesAgain = f.size() <= MOST_LINES_AGAIN && seconds < SHARE_OF_SIDES * effort.mostSeconds;
            if (last || reference.isSettled(effort.digits, sidesAgain)) {
                return reference;
            }
            precision *= 2;
        }
    }

    /**
     * f and its derivatives along one input, by Taylor mode in enclosures, the precision raised in the same way.
     *
     * @param order the highest derivative
     * @return order + 1 enclosures, one of each derivative; what the rules do not give stays undefined or undecided, and so does all but
     *     the value where f may end at the point
     */
    public static List<Enclosure> derivatives(
            WengertList f, List<Rational> point, int input, int order, Effort effort) {
        long start = System.nanoTime();
        int precision = effort.digits + GUARD_DIGITS;
        while (true) {
            List<Enclosure> derivatives = derivatives(f, point, input, order, new Enclosures(precision));
            boolean last = 2 * precision > effort.mostDigits || (System.nanoTime() - start) / 1e9 > effort.mostSeconds;
            if (last
                    || derivatives.stream()
                            .allMatch(d -> d.isUndefined() || d.isNumber() && d.accurateTo(effort.digits))) {
                return derivatives;
            }
            precision *= 2;
        }
    }

    private static List<Enclosure> derivatives(
            WengertList f, List<Rational> point, int input, int order, Enclosures k) {
        var direction = new ArrayList<Enclosure>(Collections.nCopies(point.size(), null));
        direction.set(input, k.constant(1));
        List<Enclosure> coefficients =
                Taylor.expand(f, k, point.stream().map(Enclosure::of).toList(), direction, order);
        var ends = new DomainEnds(k, f.mayJump());
        f.sweep(ends, point.stream().map(Enclosure::of).toList());
        var derivatives = new ArrayList<Enclosure>();
        Rational factorial = Rational.ONE;
        for (int n = 0; n <= order; n++) {
            factorial = n == 0 ? factorial : factorial.times(Rational.of(n));
            boolean open = n > 0 && ends.isMet();
            derivatives.add(open ? Enclosure.undecided() : k.times(coefficients.get(n), Enclosure.of(factorial)));
        }
        return derivatives;
    }

    private static Reference atPrecision(WengertList f, List<Rational> point, boolean[] wanted, int precision) {
        try {
            var rules = rulesAtPrecision(f, point, wanted, precision);
            return rules.reference.examined(f, point, wanted, precision, rules.meetsEnd);
        } catch (Refusal tooLong) {
            List<Enclosure> open = Collections.nCopies(indices(wanted).length, Enclosure.undecided());
            return new Reference(Enclosure.undecided(), open, List.of(), Optional.of(tooLong.said()));
        }
    }

    /**
     * What the rules say.
     *
     * @param meetsEnd whether a domain may end at the point although the rules have values there
     */
    private record ByRules(Reference reference, boolean meetsEnd) {}

    private static ByRules rulesAtPrecision(WengertList f, List<Rational> point, boolean[] wanted, int precision) {
        var k = new Enclosures(precision);
        var ends = new DomainEnds(k, f.mayJump());
        List<Enclosure> inputs = point.stream().map(Enclosure::of).toList();
        List<Enclosure> values = f.sweep(ends, inputs);
        Enclosure value = values.get(f.output(0));
        if (!value.isNumber()) {
            var nothing = new Reference(value, List.of(), List.of(), Optional.of(firstWithout(f, values)));
            return new ByRules(nothing, false);
        }
        List<Enclosure> all = Adjoints.gradient(f, k, inputs, wanted);
        List<Enclosure> gradient = IntStream.of(indices(wanted))
                .mapToObj(input -> settled(all.get(input), f, k, inputs, input))
                .toList();
        boolean complete = gradient.stream().allMatch(Enclosure::isNumber);
        Optional<Said> obstacle = complete ? Optional.empty() : kink(f, k, values, wanted);
        return new ByRules(
                new Reference(value, gradient, List.of(), obstacle), ends.isMet() || variesWholeNumbers(f, wanted));
    }

    /** Whether an argument that must be a whole number, an order or an index, depends on an input: f has no neighbours then. */
    private static boolean variesWholeNumbers(WengertList f, boolean[] wanted) {
        boolean[] depends = f.dependsOn(wanted);
        return IntStream.range(0, f.size())
                .filter(i -> f.kind(i) == OpKind.UNARY || f.kind(i) == OpKind.BINARY)
                .filter(i -> f.operation(i).facts().hasWholeOrder() || f.operation(i) instanceof DataColumn)
                .anyMatch(i -> depends[f.arguments(i)[0]]);
    }

    /** The simplified formula's value where it is narrower: terms that cancel are known to be 0 there, and not only small. */
    private static Enclosure settled(
            Enclosure partial, WengertList f, Enclosures k, List<Enclosure> inputs, int input) {
        if (!partial.isNumber() || partial.signum().isPresent() || f.size() > MOST_LINES) {
            return partial;
        }
        Expr formula = f.expression(f.output(0));
        Expr derivative = SymbolicDerivative.simplified()
                .derivative(formula, Expr.variable(f.inputs().get(input)));
        Enclosure simplified = WengertList.of(
                        derivative, f.inputs().stream().map(Expr::variable).toList())
                .in(k, inputs)
                .get(0);
        if (!simplified.isNumber() || simplified.signum().isEmpty()) {
            return partial;
        }
        requireAgreement(partial, simplified, derivative);
        return simplified;
    }

    /** Two proofs of one number that exclude each other are an error of this program, and never a result. */
    private static void requireAgreement(Enclosure a, Enclosure b, Object what) {
        if (!a.overlaps(b)) {
            throw new IllegalStateException("two proofs contradict each other: " + a + " and " + b + " for " + what);
        }
    }

    public static int[] indices(boolean[] wanted) {
        return IntStream.range(0, wanted.length).filter(i -> wanted[i]).toArray();
    }

    /** This reference, with both sides of the point examined for what the rules left open. */
    private Reference examined(WengertList f, List<Rational> point, boolean[] wanted, int digits, boolean meetsEnd) {
        boolean complete = value.isNumber() && gradient.stream().allMatch(Enclosure::isNumber);
        if (complete && !meetsEnd || value.isUndecided()) {
            return this;
        }
        if (f.size() > MOST_LINES) {
            return complete ? withoutDerivatives() : this;
        }
        int[] inputs = indices(wanted);
        var found = new ArrayList<Optional<Neighbourhood>>();
        var completed = new ArrayList<Enclosure>();
        for (int i = 0; i < inputs.length; i++) {
            boolean open = meetsEnd || !value.isNumber() || !gradient.get(i).isNumber();
            Optional<Enclosure> there = Optional.of(value).filter(Enclosure::isNumber);
            var beside = open
                    ? Optional.of(Neighbourhood.of(f, point, inputs[i], there, digits))
                    : Optional.<Neighbourhood>empty();
            found.add(beside);
            if (value.isNumber()) {
                completed.add(beside.isPresent() ? combined(gradient.get(i), beside.get()) : gradient.get(i));
            }
        }
        return new Reference(value, completed, found, obstacle);
    }

    /** What the rules and both sides say together; where the sides leave it open, so does the judge. */
    private static Enclosure combined(Enclosure byRules, Neighbourhood beside) {
        Optional<Enclosure> derivative = beside.derivative();
        if (derivative.isEmpty()) {
            boolean open = byRules.isNumber() && beside.kind() == Neighbourhood.Kind.UNKNOWN;
            return !byRules.isNumber()
                    ? byRules
                    : open ? Enclosure.undecided() : Enclosure.undefined(Cause.OUTSIDE_DOMAIN);
        }
        if (byRules.isNumber()) {
            requireAgreement(byRules, derivative.get(), "the same derivative");
        }
        return derivative.get();
    }

    /** The same with no derivative settled. */
    private Reference withoutDerivatives() {
        List<Enclosure> open = Collections.nCopies(gradient.size(), Enclosure.undecided());
        return new Reference(value, open, List.of(), obstacle);
    }

    /** What f does beside the point along the i-th wanted input, if that was examined. */
    public Optional<Neighbourhood> beside(int i) {
        return i < surroundings.size() ? surroundings.get(i) : Optional.empty();
    }

    /** The formula where the sweep from the result backwards first meets a partial derivative that is not a number. */
    private static Optional<Said> kink(WengertList f, Enclosures k, List<Enclosure> values, boolean[] wanted) {
        List<Enclosure> adjoints = Adjoints.of(f, k, values, wanted, f.output(0));
        for (int i = f.output(0); i >= 0; i--) {
            Enclosure adjoint = adjoints.get(i);
            boolean matters = adjoint != null && adjoint.isNumber() && !adjoint.isZero();
            if (matters && !f.partials(k, i, values).stream().allMatch(Enclosure::isNumber)) {
                return Optional.of(written(f, i));
            }
        }
        return Optional.empty();
    }

    /**
     * Whether no higher precision is needed.
     *
     * @param sides whether what f does beside the point is to be settled, too
     */
    private boolean isSettled(int digits, boolean sides) {
        boolean open = sides
                && surroundings.stream()
                        .flatMap(Optional::stream)
                        .anyMatch(beside -> beside.kind() == Neighbourhood.Kind.UNKNOWN);
        if (open) {
            return false;
        }
        boolean valueSettled = value.isUndefined() || value.isNumber() && value.accurateTo(digits);
        return valueSettled && gradient.stream().allMatch(g -> g.isUndefined() || g.isNumber() && g.accurateTo(digits));
    }

    /** The formula of the first line that is not a number although its arguments are. */
    private static Said firstWithout(WengertList f, List<Enclosure> values) {
        for (int i = 0; i < f.size(); i++) {
            boolean begins = !values.get(i).isNumber() && f.kind(i) != OpKind.INPUT;
            for (int argument : f.arguments(i)) {
                begins &= values.get(argument).isNumber();
            }
            if (begins && reaches(f, i, values)) {
                return written(f, i);
            }
        }
        return written(f, f.output(0));
    }

    private static Said written(WengertList f, int line) {
        return Said.words(Printer.PLAIN.printUpTo(200, f.expression(line)));
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

    /** Whether it would take too long, so that nothing is known; the obstacle says why. */
    public boolean isTooLong() {
        return value.isUndecided() && !gradient.isEmpty();
    }

    /** Whether value and all partial derivatives are numbers, known to the digits asked for. */
    public boolean isComplete(int digits) {
        return isSettled(digits, false) && value.isNumber() && gradient.stream().allMatch(Enclosure::isNumber);
    }
}
