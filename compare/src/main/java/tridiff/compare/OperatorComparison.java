package tridiff.compare;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tridiff.compare.ComparisonReport.TruePartial;
import tridiff.compare.table.Result;
import tridiff.compare.table.Result.Nullable;
import tridiff.compare.table.Table;
import tridiff.compare.time.Timing;
import tridiff.compare.time.TimingMode;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.said.Language;
import tridiff.expr.said.Said;
import tridiff.expr.text.Printer;
import tridiff.reference.JudgedError;
import tridiff.reference.Reference;
import tridiff.reference.enclosure.Enclosure;
import tridiff.wengert.method.MethodId;
import tridiff.wengert.method.Operator;
import tridiff.wengert.method.Problem;

/**
 * All methods beside each other in one operator at one point: a Hessian by second differences, by formulas and by forward over reverse
 * mode, with what each is wrong by and what it takes.
 *
 * @param function what is differentiated; several functions are joined by "; "
 * @param by the variables, in the order of rows and columns
 * @param vector what a Hessian is multiplied by; else empty
 * @param digits how many digits of the truth were asked for
 * @param truth row by row
 * @param results in the order asked for
 */
public record OperatorComparison(
        String schema,
        Operator operator,
        String function,
        List<ComparisonReport.Coordinate> point,
        List<String> by,
        List<Double> vector,
        int digits,
        List<Entry> truth,
        List<OperatorResult> results)
        implements Result {

    private static final int MOST_TEXT = 2_000;

    /**
     * One number that the operator should compute.
     *
     * @param name such as d^2f/dx dy
     * @param value in decimal digits; null where there is none or it is not settled
     * @param nearest the double nearest to it; NaN likewise
     */
    public record Entry(String name, @Nullable String value, double nearest, TruePartial.State state) {}

    /**
     * What one method makes of it.
     *
     * @param refusal why it does not have the operator; else null
     * @param values as computed; null where it refused
     * @param relativeError of its worst entry; NaN where an entry is not finite or has no truth to be judged by
     * @param ulps the same in units in the last place
     * @param operations null where they are not known
     * @param time of one run; null where times were not taken
     */
    public record OperatorResult(
            MethodId id,
            @Nullable Said refusal,
            @Nullable List<Double> values,
            double relativeError,
            double ulps,
            int evaluations,
            Long operations,
            double preparationNanos,
            @Nullable Timing time) {}

    /**
     * Compares.
     *
     * @param methods which
     * @param point what the operator is given: one value for each input, and behind them a vector where it takes one
     * @throws IllegalArgumentException if the point has another length
     */
    public static OperatorComparison of(
            Problem p,
            Operator what,
            double[] point,
            List<MethodId> methods,
            Reference.Effort effort,
            TimingMode care) {
        if (point.length != what.inputs(p)) {
            throw new IllegalArgumentException(what + " takes " + what.inputs(p) + " numbers, not " + point.length);
        }
        List<Rational> exactly = Arrays.stream(point).mapToObj(Rational::of).toList();
        List<Enclosure> truth = ProvedDerivatives.of(p, what, exactly, effort);
        List<PreparedMethod> contenders = methods.stream()
                .map(id -> PreparedMethod.prepare(Methods.of(id), p, what, point))
                .toList();
        Iterator<Timing> times = care == TimingMode.NONE
                ? null
                : Comparer.time(care, p.list(), point, contenders).stream()
                        .skip(1)
                        .iterator();
        double scale = truth.stream()
                .filter(Enclosure::isNumber)
                .flatMapToDouble(t -> t.nearest().stream())
                .map(Math::abs)
                .max()
                .orElse(0);
        int inputs = p.inputs().size();
        return new OperatorComparison(
                ComparisonReport.SCHEMA,
                what,
                p.functions().stream()
                        .map(f -> Printer.PLAIN.printUpTo(MOST_TEXT, f))
                        .collect(Collectors.joining("; ")),
                ComparisonReport.Coordinate.of(p.inputs(), point),
                p.wanted().stream().map(Expr.Var::name).toList(),
                Arrays.stream(point).skip(inputs).boxed().toList(),
                effort.digits(),
                IntStream.range(0, truth.size())
                        .mapToObj(i -> entry(name(p, what, i), truth.get(i), effort))
                        .toList(),
                contenders.stream()
                        .map(c -> result(c, truth, scale == 0 ? 1 : scale, times))
                        .toList());
    }

    private static String name(Problem p, Operator what, int i) {
        List<String> by = p.wanted().stream().map(Expr.Var::name).toList();
        int n = by.size();
        return switch (what) {
            case GRADIENT -> "df/d" + by.get(i);
            case VALUE_AND_GRADIENT -> i < n ? "df/d" + by.get(i) : "f";
            case JACOBIAN -> "df" + (i / n + 1) + "/d" + by.get(i % n);
            case HESSIAN -> partial(List.of(by.get(i / n), by.get(i % n)));
            case HESSIAN_VECTOR -> "(Hv)" + by.get(i);
            case DERIVATIVE -> partial(by);
        };
    }

    /** The name of the derivative by one variable after the other, such as d^2f/dx dy. */
    public static String partial(List<String> by) {
        if (by.isEmpty()) {
            return "f";
        }
        String order = by.size() == 1 ? "" : "^" + by.size();
        boolean one = by.stream().distinct().count() == 1;
        return "d" + order + "f/d" + (one ? by.get(0) + order : String.join(" d", by));
    }

    private static Entry entry(String name, Enclosure truth, Reference.Effort effort) {
        boolean known = truth.isNumber() && truth.accurateTo(effort.digits());
        return known
                ? new Entry(
                        name,
                        truth.toString(effort.digits()),
                        truth.nearest().orElse(Double.NaN),
                        TruePartial.State.PROVED)
                : new Entry(
                        name,
                        null,
                        Double.NaN,
                        truth.isUndefined() ? TruePartial.State.UNDEFINED : TruePartial.State.UNSETTLED);
    }

    /** The first entry that does not exist, or is not settled. */
    public Optional<Entry> missing() {
        return truth.stream().filter(e -> e.value == null).findFirst();
    }

    @Override
    public String text(Language say) {
        return OperatorTables.text(this, say);
    }

    @Override
    public List<Table> tables() {
        return List.of(OperatorTables.results(this));
    }

    @Override
    public String csv() {
        return OperatorTables.full(this).in(Table.Format.CSV);
    }

    private static OperatorResult result(
            PreparedMethod c, List<Enclosure> truth, double scale, Iterator<Timing> times) {
        MethodId id = c.id();
        if (c.gradient() == null) {
            return new OperatorResult(id, c.refusal(), null, Double.NaN, Double.NaN, 0, null, 0, null);
        }
        double relative = 0;
        double ulps = 0;
        for (int i = 0; i < truth.size(); i++) {
            var error = JudgedError.of(c.values()[i], truth.get(i), scale);
            relative = Math.max(relative, error.relative()); // NaN stays
            ulps = Math.max(ulps, error.ulps());
        }
        return new OperatorResult(
                id,
                null,
                Arrays.stream(c.values()).boxed().toList(),
                relative,
                ulps,
                c.gradient().evaluations(),
                c.gradient().operations().orElse(null),
                c.preparationNanos(),
                times == null ? null : times.next());
    }
}
