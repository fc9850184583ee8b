package tridiff.compare.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;
import tridiff.compare.Comparer;
import tridiff.compare.ComparisonReport;
import tridiff.compare.Figures;
import tridiff.compare.Methods;
import tridiff.compare.PreparedMethod;
import tridiff.compare.table.Result;
import tridiff.compare.table.Result.Nullable;
import tridiff.compare.table.Table;
import tridiff.compare.time.Timing;
import tridiff.compare.time.TimingMode;
import tridiff.expr.Expr;
import tridiff.expr.said.Language;
import tridiff.expr.said.Said;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.MethodId;
import tridiff.wengert.method.Operator;
import tridiff.wengert.method.Problem;

/**
 * What the gradient costs, in operations and in time, as the number of variables grows: the cheap-gradient principle, measured.
 *
 * @param schema version of the JSON form
 * @param family its name
 * @param about how it is made
 * @param costs one for each number of variables and method
 * @param slopes how the ratios grow
 * @param stop why there are no more, if they were asked for
 */
public record CostSweep(
        String schema, String family, Said about, List<Cost> costs, List<CostExponent> slopes, Optional<Said> stop)
        implements Result {

    /** The methods whose costs differ in kind, few enough for a table that can be read. */
    public static final List<MethodId> USUAL = List.of(
            MethodId.numerical("central2"),
            MethodId.symbolic("dag"),
            MethodId.autodiff("directional"),
            MethodId.autodiff("forward"),
            MethodId.autodiff("reverse"));

    /** The same with their relatives, for a picture. */
    public static final List<MethodId> WITH_RELATIVES = List.of(
            MethodId.numerical("central2"),
            MethodId.numerical("forward"),
            MethodId.autodiff("directional"),
            MethodId.autodiff("forward"),
            MethodId.autodiff("reverse"),
            MethodId.symbolic("raw"),
            MethodId.symbolic("dag"));

    /** Members of a sweep: as many in each factor of ten, evenly in the logarithm. */
    private static final int PER_DECADE = 6;

    private static final double MOST_SECONDS = 20;

    /** Formulas are written for so many variables times operations of f, at most. */
    private static final double MOST_WRITTEN = 20_000;

    /** A gradient or a function of more operations than this is left out. */
    private static final double MOST_OPERATIONS = 5e6;

    private static final int FEWEST = 3;

    /** The member that is measured before all others and not counted. */
    private static final int FIRST = 10;

    /**
     * The gradient of one member by one method.
     *
     * @param n variables
     * @param function operations of f
     * @param operations of the gradient
     * @param ratio operations of the gradient over those of f
     * @param time of the gradient; null where times were not taken
     * @param timeRatio that time over that of f; null likewise
     */
    public record Cost(
            int n,
            MethodId method,
            long function,
            long operations,
            double ratio,
            @Nullable Timing time,
            Double timeRatio) {}

    /**
     * The exponent p of cost ~ n^p, fitted by least squares to the logarithms of the upper half of n.
     *
     * @param from the first number of variables that was fitted; 0 where there are too few
     * @param to the last one
     * @param operations of the ratio of operations; NaN where there are too few
     * @param time of the ratio of times; NaN likewise
     */
    public record CostExponent(MethodId method, int from, int to, double operations, double time) {}

    /**
     * Measures members of a family, up to where a limit is met. Programs stay with the interpreter, or with {@link TimingMode#CAREFUL}
     * are byte code all: a time of one kind over one of the other would say nothing of the method.
     */
    public static CostSweep of(
            FunctionFamily family,
            List<Integer> numbers,
            List<MethodId> methods,
            TimingMode care,
            IntConsumer progress) {
        var costs = new ArrayList<Cost>();
        Said stop = null;
        if (care != TimingMode.NONE) { // else the first member would wait for HotSpot
            costs(family.members().apply(FIRST), methods, care);
        }
        long start = System.nanoTime();
        for (int n : numbers) {
            double expected = family.expectedOperations(n);
            stop = expected > MOST_OPERATIONS
                    ? Said.of("compare.stop.operations", n, Figures.error(expected))
                    : seconds(start) > MOST_SECONDS ? Said.of("compare.stop.variables", n) : null;
            if (stop != null) {
                break;
            }
            var affordable =
                    methods.stream().filter(id -> isAffordable(id, n, expected)).toList();
            costs.addAll(costs(family.members().apply(n), affordable, care));
            progress.accept(n);
        }
        return new CostSweep(
                ComparisonReport.SCHEMA,
                family.name(),
                family.about(),
                costs,
                slopes(costs, methods),
                Optional.ofNullable(stop));
    }

    private static boolean isAffordable(MethodId id, int n, double operations) {
        double work = operations * (id.equals(MethodId.autodiff("reverse")) ? 5 : 2.0 * n);
        return work <= MOST_OPERATIONS && (!id.isSymbolic() || n * operations <= MOST_WRITTEN);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** Numbers of variables from one to another, evenly in the logarithm. */
    public static List<Integer> numbers(int from, int to) {
        var numbers = new TreeSet<>(List.of(from, to));
        for (int k = 0; Math.pow(10, (double) k / PER_DECADE) < to; k++) {
            int n = (int) Math.round(Math.pow(10, (double) k / PER_DECADE));
            if (n > from) {
                numbers.add(n);
            }
        }
        return List.copyOf(numbers);
    }

    private static List<Cost> costs(Expr f, List<MethodId> methods, TimingMode care) {
        List<Expr.Var> variables = f.variables();
        int n = variables.size();
        double[] point = new double[n];
        Arrays.setAll(point, i -> (i + 1) / (10.0 * (n + 1)));
        var problem = Problem.of(f, variables, variables);
        WengertList list = problem.list();
        if (list.operations() == 0) {
            return List.of(); // nothing to compare with
        }
        List<PreparedMethod> contenders = methods.stream()
                .map(id -> PreparedMethod.prepare(Methods.of(id), problem, Operator.GRADIENT, point))
                .filter(c -> c.gradient() != null && c.gradient().operations().isPresent())
                .toList();
        List<Timing> times = care == TimingMode.NONE ? List.of() : Comparer.time(care, list, point, contenders);
        var costs = new ArrayList<Cost>();
        for (int i = 0; i < contenders.size(); i++) {
            long operations = contenders.get(i).gradient().operations().orElseThrow();
            Timing time = times.isEmpty() ? null : times.get(i + 1);
            costs.add(new Cost(
                    n,
                    contenders.get(i).id(),
                    list.operations(),
                    operations,
                    (double) operations / list.operations(),
                    time,
                    time == null ? null : time.medianNanos() / times.get(0).medianNanos()));
        }
        return costs;
    }

    private static List<CostExponent> slopes(List<Cost> costs, List<MethodId> methods) {
        return methods.stream()
                .map(id -> slope(
                        id, costs.stream().filter(c -> c.method().equals(id)).toList()))
                .toList();
    }

    private static CostExponent slope(MethodId id, List<Cost> all) {
        List<Cost> upper = all.subList(all.size() / 2, all.size());
        if (upper.size() < FEWEST) {
            return new CostExponent(id, 0, 0, Double.NaN, Double.NaN);
        }
        boolean timed = upper.stream().allMatch(c -> c.timeRatio() != null);
        return new CostExponent(
                id,
                upper.get(0).n(),
                upper.get(upper.size() - 1).n(),
                exponent(upper, Cost::ratio),
                timed ? exponent(upper, Cost::timeRatio) : Double.NaN);
    }

    private static double exponent(List<Cost> costs, ToDoubleFunction<Cost> ratio) {
        double[] n = costs.stream().mapToDouble(c -> Math.log(c.n())).toArray();
        double[] y = costs.stream()
                .mapToDouble(c -> Math.log(ratio.applyAsDouble(c)))
                .toArray();
        return GrowthLaw.fit(n, y)[0];
    }

    /** The costs of all methods for each number of variables. */
    public Map<Integer, List<Cost>> byVariables() {
        var members = new LinkedHashMap<Integer, List<Cost>>();
        costs.forEach(
                c -> members.computeIfAbsent(c.n(), n -> new ArrayList<>()).add(c));
        return members;
    }

    @Override
    public String text(Language say) {
        return CostReport.text(this, say);
    }

    @Override
    public List<Table> tables() {
        return CostReport.tables(this);
    }

    @Override
    public String csv() {
        return CostReport.csv(this);
    }
}
