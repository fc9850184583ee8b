package tridiff.compare;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import tridiff.compare.ComparisonReport.MethodResult;
import tridiff.compare.ComparisonReport.NodeCounts;
import tridiff.compare.ComparisonReport.TruePartial;
import tridiff.compare.time.Batch;
import tridiff.compare.time.Stopwatch;
import tridiff.compare.time.Timing;
import tridiff.compare.time.TimingMode;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.said.IllegalInput;
import tridiff.expr.said.Said;
import tridiff.expr.said.SaidException;
import tridiff.expr.text.Printer;
import tridiff.reference.Conditioning;
import tridiff.reference.Reference;
import tridiff.reference.enclosure.Enclosure;
import tridiff.reference.enclosure.Enclosures;
import tridiff.symbolic.Simplifier;
import tridiff.wengert.OpKind;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.MethodId;
import tridiff.wengert.method.Operator;
import tridiff.wengert.method.Problem;
import tridiff.wengert.run.Evaluator;

/** Measures methods on one function at one point: errors against the reference, sizes, operations, time. */
public final class Comparer {

    /**
     * What to compare.
     *
     * @param text the expression as typed
     * @param variables its inputs, in the order of the point
     * @param wanted the variables to differentiate by
     * @param methods ids
     * @param notes on how the text was understood, to be handed on
     * @param exactPoint where the reference is taken: the point itself, or the numbers that it was rounded from
     */
    public record Question(
            String text,
            Expr f,
            List<Expr.Var> variables,
            double[] point,
            List<Expr.Var> wanted,
            List<MethodId> methods,
            List<Said> notes,
            List<Rational> exactPoint) {

        /** A question at a point that is meant to be exactly these doubles. */
        public Question(
                String text,
                Expr f,
                List<Expr.Var> variables,
                double[] point,
                List<Expr.Var> wanted,
                List<MethodId> methods,
                List<Said> notes) {
            this(
                    text,
                    f,
                    variables,
                    point,
                    wanted,
                    methods,
                    notes,
                    Arrays.stream(point).mapToObj(Rational::of).toList());
        }
    }

    /** f has no value at the point, or none that can be settled, so that there is nothing to compare. */
    public static final class NoValue extends SaidException {
        private static final long serialVersionUID = 1;
        private final Kind kind;

        /** What is missing. */
        public enum Kind {
            /** f is proved to have no value there. */
            VALUE,
            /** It has a value, and is proved to have no derivative. */
            DERIVATIVE,
            /** It could not be settled whether there is one. */
            UNSETTLED
        }

        public NoValue(Said said, Kind kind) {
            super(said);
            this.kind = kind;
        }

        public Kind kind() {
            return kind;
        }

        /** True if it is proved to be missing; false if that could not be settled. */
        public boolean isUndefined() {
            return kind != Kind.UNSETTLED;
        }
    }

    /** Digits of slopes and limits in sentences. */
    private static final int SHORT = 12;

    /** Variables along which a point without a value is described. */
    private static final int MOST_SIDES = 4;

    /** A gradient that takes longer is run once. */
    private static final double MOST_NANOS = 500e6;

    /** What takes longer is prepared once. */
    private static final double MOST_PREPARATION_NANOS = 200e6;

    private final Reference.Effort effort;
    private final TimingMode care;
    private final boolean withValue;

    /** Compares gradients. */
    public Comparer(Reference.Effort effort, TimingMode care) {
        this(effort, care, false);
    }

    /**
     * Compares gradients, or values and gradients.
     *
     * @param withValue whether every method computes the value of f, too
     */
    public Comparer(Reference.Effort effort, TimingMode care, boolean withValue) {
        this.effort = effort;
        this.care = care;
        this.withValue = withValue;
    }

    /** This comparer, its reference proved to so many digits unless they are more than its limit allows. */
    public Comparer provingAtLeast(int digits) {
        int most = effort.mostDigits() - Reference.GUARD_DIGITS;
        return digits <= effort.digits()
                ? this
                : new Comparer(
                        new Reference.Effort(Math.min(digits, most), effort.mostDigits(), effort.mostSeconds()),
                        care,
                        withValue);
    }

    /** Compares, or throws {@link NoValue}; without a variable to differentiate by, an {@link IllegalInput}. */
    public ComparisonReport compare(Question q) {
        var problem = Problem.of(q.f, q.variables, q.wanted);
        WengertList list = problem.list();
        boolean[] wanted = problem.active();
        Reference truth = reference(list, q, wanted);
        if (q.wanted.isEmpty()) {
            throw new IllegalInput(Said.of("compare.usage.variable"));
        }
        var contenders = new ArrayList<PreparedMethod>();
        q.methods.forEach(id -> contenders.add(PreparedMethod.prepare(Methods.of(id), problem, operator(), q.point)));
        List<Timing> times = care == TimingMode.NONE
                ? Collections.nCopies(contenders.size() + 1, null)
                : time(care, list, q.point, contenders);
        List<Expr.Var> ordered = ordered(q, wanted);
        List<Conditioning> conditioning =
                Conditioning.of(list, q.f, q.variables, q.exactPoint, truth, wanted, effort.mostDigits());
        Map<Expr.Var, Integer> places = new HashMap<>();
        ordered.forEach(v -> places.put(v, places.size()));
        var judge = new PreparedMethod.Judge(places, truth, conditioning);
        var results = new ArrayList<MethodResult>();
        int next = 1;
        for (PreparedMethod c : contenders) {
            results.add(
                    c.gradient() == null
                            ? c.refused()
                            : again(c, problem).judged(q, judge, times.get(next++), times.get(0)));
        }
        var report = new ComparisonReport(
                ComparisonReport.SCHEMA,
                input(q),
                ComparisonReport.Environment.here(),
                function(list, q, truth, times.get(0)),
                truth(truth, ordered, conditioning),
                results,
                List.of(),
                notes(list, q),
                care == TimingMode.NONE ? null : new ComparisonReport.Clock(care, 1, care == TimingMode.CAREFUL));
        return report.judged();
    }

    private Operator operator() {
        return withValue ? Operator.VALUE_AND_GRADIENT : Operator.GRADIENT;
    }

    private Reference reference(WengertList list, Question q, boolean[] wanted) {
        for (int i = 0; i < list.size(); i++) {
            boolean call = list.kind(i) == OpKind.UNARY || list.kind(i) == OpKind.BINARY;
            if (call && !Enclosures.know(list.operation(i))) {
                throw new NoValue(
                        Said.of("compare.limit.enclosure", list.operation(i).symbol()), NoValue.Kind.UNSETTLED);
            }
        }
        Reference truth = Reference.at(list, q.exactPoint, wanted, effort);
        if (!truth.value().isNumber() && !truth.isTooLong()) {
            throw noValue(q, truth, wanted);
        }
        return truth;
    }

    /** The notes of the question, and one where doubles cannot hold f or something inside it. */
    private static List<Said> notes(WengertList list, Question q) {
        Said trouble =
                Double.isFinite(new Evaluator(list).run(q.point)) ? Said.NOTHING : FirstNonFinite.in(list, q.point);
        var notes = new ArrayList<>(q.notes);
        if (!trouble.isEmpty()) {
            notes.add(Said.of("compare.note.doubles", trouble));
        }
        return notes;
    }

    private NoValue noValue(Question q, Reference truth, boolean[] wanted) {
        Said culprit = truth.obstacle().orElse(Said.words(q.text));
        if (!truth.value().isUndefined()) {
            return new NoValue(Said.of("compare.unsettled", culprit, effort.mostDigits()), NoValue.Kind.UNSETTLED);
        }
        var reasons = new ArrayList<Said>(List.of(
                Said.of("compare.undefined", culprit, truth.value().cause().said())));
        for (int i = 0; i < Math.min(q.wanted.size(), MOST_SIDES); i++) {
            String name = ordered(q, wanted).get(i).name();
            truth.beside(i)
                    .map(n -> n.describe(SHORT))
                    .map(there -> q.variables.size() == 1 ? there : Said.of("compare.along", name, there))
                    .ifPresent(reasons::add);
        }
        return new NoValue(Said.list("; ", reasons), NoValue.Kind.VALUE);
    }

    private static List<Expr.Var> ordered(Question q, boolean[] wanted) {
        return IntStream.range(0, wanted.length)
                .filter(i -> wanted[i])
                .mapToObj(q.variables::get)
                .toList();
    }

    /** Times f and every method that did not refuse; the first timing is that of f. */
    public static List<Timing> time(
            TimingMode care, WengertList list, double[] point, List<PreparedMethod> contenders) {
        var f = care == TimingMode.CAREFUL ? Evaluator.compiled(list) : Evaluator.interpreted(list);
        var runs = new ArrayList<Batch>();
        double[] x = point.clone();
        runs.add(repetitions -> {
            for (int i = 0; i < repetitions; i++) {
                f.run(x);
            }
        });
        List<PreparedMethod> prepared =
                contenders.stream().filter(c -> c.gradient() != null).toList();
        for (PreparedMethod c : prepared) {
            if (c.firstNanos() <= MOST_NANOS) {
                runs.add(batch(c, care, point));
            }
        }
        Iterator<Timing> measured = new Stopwatch(care).time(runs).iterator();
        var times = new ArrayList<>(List.of(measured.next()));
        prepared.forEach(c -> times.add(c.firstNanos() <= MOST_NANOS ? measured.next() : Timing.once(c.firstNanos())));
        return times;
    }

    private static Batch batch(PreparedMethod c, TimingMode care, double[] point) {
        double[] x = point.clone();
        double[] results = new double[c.values().length];
        if (care == TimingMode.CAREFUL) {
            c.gradient().compile();
            return Batch.ofItsOwn(c.gradient(), x, results);
        }
        c.gradient().interpret();
        return Batch.of(c.gradient(), x, results);
    }

    /** With the time of preparing it when classes are loaded and code is warm: the first time is that of Java, not of the method. */
    private PreparedMethod again(PreparedMethod c, Problem problem) {
        return care == TimingMode.NONE || c.preparationNanos() > MOST_PREPARATION_NANOS
                ? c
                : c.preparedAgain(problem, operator(), care.millisEach / 5);
    }

    private static ComparisonReport.Function function(WengertList list, Question q, Reference truth, Timing time) {
        double value = new Evaluator(list).run(q.point);
        BigInteger simplified =
                WengertList.of(Simplifier.simplify(q.f), List.of()).treeSize();
        return new ComparisonReport.Function(
                value,
                Double.toHexString(value),
                Double.isFinite(value) && truth.value().isNumber()
                        ? truth.value().ulps(value)
                        : Double.NaN,
                new NodeCounts(list.treeSize(), list.sharedSize()),
                simplified,
                list.operations(),
                time);
    }

    private ComparisonReport.Input input(Question q) {
        return new ComparisonReport.Input(
                q.text,
                Printer.PLAIN.printUpTo(2000, q.f),
                ComparisonReport.Coordinate.of(q.variables, q.point),
                q.wanted.stream().map(Expr.Var::name).toList(),
                withValue);
    }

    private ComparisonReport.Truth truth(Reference truth, List<Expr.Var> ordered, List<Conditioning> conditioning) {
        var partials = new ArrayList<TruePartial>();
        for (int i = 0; i < ordered.size(); i++) {
            partials.add(truePartial(ordered.get(i).name(), truth, i, conditioning.get(i)));
        }
        return new ComparisonReport.Truth(effort.digits(), truth.value().toString(effort.digits()), partials);
    }

    /** With the formula to blame, if there is one. */
    public static Said blamed(Said what, Reference truth) {
        return truth.obstacle().map(o -> Said.of("compare.blamed", what, o)).orElse(what);
    }

    private TruePartial truePartial(String name, Reference truth, int i, Conditioning conditioning) {
        Enclosure partial = truth.gradient().get(i);
        String kind = truth.beside(i)
                .map(n -> n.kind().name().toLowerCase(Locale.ROOT))
                .orElse("smooth");
        Said beside = truth.beside(i).map(n -> blamed(n.describe(SHORT), truth)).orElse(null);
        if (partial.isNumber() && !partial.hasDigits()) {
            return new TruePartial(
                    name,
                    null,
                    TruePartial.State.UNSETTLED,
                    kind,
                    Said.of("compare.unsettled.size", partial.toString(SHORT)),
                    conditioning);
        }
        if (partial.isNumber() && partial.accurateTo(effort.digits())) {
            return new TruePartial(
                    name, partial.toString(effort.digits()), TruePartial.State.PROVED, kind, beside, conditioning);
        }
        boolean undecided = partial.isUndecided() || kind.equals("unknown") || partial.isNumber();
        Said reason = beside != null
                ? beside
                : truth.isTooLong()
                        ? truth.obstacle().orElseThrow()
                        : partial.isUndefined()
                                ? blamed(partial.cause().said(), truth)
                                : blamed(Said.of("reference.point.unsettled", effort.mostDigits()), truth);
        return new TruePartial(
                name,
                null,
                undecided ? TruePartial.State.UNSETTLED : TruePartial.State.UNDEFINED,
                kind,
                reason,
                conditioning);
    }
}
