package tridiff.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import tridiff.compare.language.Messages;
import tridiff.expr.Expr;
import tridiff.expr.WengertList;

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
        String schema, String family, String about, List<Cost> costs, List<Slope> slopes, Optional<String> stop)
        implements Result {

    /** The methods whose costs differ in kind. */
    public static final List<String> USUAL =
            List.of("numerical.forward", "numerical.central2", "symbolic.dag", "autodiff.forward", "autodiff.reverse");

    /** Members of a sweep: as many in each factor of ten, evenly in the logarithm. */
    private static final int PER_DECADE = 6;

    private static final double MOST_SECONDS = 20;

    /** A gradient or a function of more operations than this is left out. */
    private static final double MOST_OPERATIONS = 2e6;

    /** The members from which the sizes of the others are told before they are made. */
    private static final int PROBE = 16;

    private static final int FEWEST = 3;

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
            int n, String method, long function, long operations, double ratio, Timing time, Double timeRatio) {}

    /**
     * The exponent p of cost ~ n^p, fitted by least squares to the logarithms of the upper half of n.
     *
     * @param operations of the ratio of operations; NaN where there are too few members
     * @param time of the ratio of times; NaN likewise
     */
    public record Slope(String method, double operations, double time) {}

    /** Measures members of a family from one number of variables to another, or up to where a limit is met. */
    public static CostSweep of(Family family, int from, int to, List<String> methods, Care care, IntConsumer progress) {
        long start = System.nanoTime();
        var costs = new ArrayList<Cost>();
        String stop = null;
        int done = 0;
        for (int n : members(from, to)) {
            double expected = operations(family, n);
            stop = expected > MOST_OPERATIONS
                    ? n + " variables would take about " + Figures.error(expected) + " operations"
                    : (System.nanoTime() - start) / 1e9 > MOST_SECONDS ? n + " variables would take too long" : null;
            if (stop != null) {
                break;
            }
            var affordable = methods.stream()
                    .filter(id -> expected * (id.equals("autodiff.reverse") ? 5 : 2.0 * n) <= MOST_OPERATIONS)
                    .toList();
            Expr member = family.members().apply(n);
            if (operations(member) > 0) { // else there is nothing to compare with
                costs.addAll(costs(member, n, affordable, care));
            }
            progress.accept(++done);
        }
        return new CostSweep(
                ComparisonReport.SCHEMA,
                family.name(),
                family.about(),
                costs,
                slopes(costs, methods),
                Optional.ofNullable(stop));
    }

    /** How many members there are. */
    public static int count(int from, int to) {
        return members(from, to).size();
    }

    private static TreeSet<Integer> members(int from, int to) {
        var members = new TreeSet<>(List.of(from, to));
        for (int k = 0; Math.pow(10, (double) k / PER_DECADE) < to; k++) {
            int n = (int) Math.round(Math.pow(10, (double) k / PER_DECADE));
            if (n > from) {
                members.add(n);
            }
        }
        return members;
    }

    /** Of a member's value, told from two small ones as a power of n, before it is made. */
    private static double operations(Family family, int n) {
        double small = operations(family.members().apply(PROBE));
        double twice = operations(family.members().apply(2 * PROBE));
        double power = Math.log(twice / small) / Math.log(2);
        return twice * Math.pow(n / (2.0 * PROBE), power);
    }

    private static double operations(Expr f) {
        return WengertList.of(f, f.variables()).operations();
    }

    private static List<Cost> costs(Expr f, int n, List<String> methods, Care care) {
        List<Expr.Var> variables = f.variables();
        double[] point = new double[variables.size()];
        Arrays.setAll(point, i -> (i + 1) / (10.0 * (n + 1)));
        var q = new Comparer.Question("", f, variables, point, variables, methods, List.of());
        var list = WengertList.of(f, variables);
        List<Contender> contenders = methods.stream()
                .map(id -> Contender.prepare(Methods.of(id), q))
                .filter(c -> c.gradient() != null && c.gradient().operations().isPresent())
                .toList();
        contenders.forEach(c -> c.gradient().at(point.clone(), new double[n]));
        List<Timing> times = care == Care.NONE ? List.of() : Comparer.time(care, list, q, contenders);
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

    private static List<Slope> slopes(List<Cost> costs, List<String> methods) {
        return methods.stream()
                .map(id -> slope(
                        id, costs.stream().filter(c -> c.method().equals(id)).toList()))
                .toList();
    }

    private static Slope slope(String id, List<Cost> all) {
        List<Cost> upper = all.subList(all.size() / 2, all.size());
        if (upper.size() < FEWEST) {
            return new Slope(id, Double.NaN, Double.NaN);
        }
        double[] n = upper.stream().mapToDouble(c -> Math.log(c.n())).toArray();
        double[] operations =
                upper.stream().mapToDouble(c -> Math.log(c.ratio())).toArray();
        boolean timed = upper.stream().allMatch(c -> c.timeRatio() != null);
        return new Slope(
                id,
                GrowthLaw.fit(n, operations)[0],
                timed
                        ? GrowthLaw.fit(
                                n,
                                upper.stream()
                                        .mapToDouble(c -> Math.log(c.timeRatio()))
                                        .toArray())[0]
                        : Double.NaN);
    }

    @Override
    public String text(Messages say) {
        String times = "\n" + say.text("cost.times") + "\n"
                + (isTimed() ? say.translated(ratios(true)).in(Grid.Format.TEXT) : "");
        return family + ": " + say.translated(about) + "\n\n" + say.text("cost.operations") + "\n"
                + say.translated(ratios(false)).in(Grid.Format.TEXT)
                + (isTimed() ? times : "") + "\n"
                + say.translated(fitted()).in(Grid.Format.TEXT)
                + stop.map(s -> say.text("stopped", say.translated(s)) + "\n").orElse("");
    }

    private boolean isTimed() {
        return costs.stream().anyMatch(c -> c.timeRatio() != null);
    }

    private Grid ratios(boolean time) {
        var headings = new ArrayList<>(List.of(">VARIABLES", ">f"));
        slopes.forEach(s -> headings.add(">" + s.method()));
        Map<Integer, List<Cost>> members = new LinkedHashMap<>();
        costs.forEach(
                c -> members.computeIfAbsent(c.n(), n -> new ArrayList<>()).add(c));
        var rows = new ArrayList<List<String>>();
        members.forEach((n, all) -> {
            var cells = new ArrayList<>(List.of(
                    Integer.toString(n),
                    time
                            ? Figures.nanos(
                                    all.get(0).time().medianNanos() / all.get(0).timeRatio())
                            : Long.toString(all.get(0).function())));
            for (Slope s : slopes) {
                cells.add(all.stream()
                        .filter(c -> c.method().equals(s.method()))
                        .map(c -> Figures.ratio(time ? c.timeRatio() : c.ratio()))
                        .findFirst()
                        .orElse("-"));
            }
            rows.add(cells);
        });
        return new Grid("", headings, rows);
    }

    private Grid fitted() {
        return new Grid(
                "",
                List.of("METHOD", ">OPERATIONS", ">TIME"),
                slopes.stream()
                        .map(s -> List.of(s.method(), power(s.operations()), power(s.time())))
                        .toList());
    }

    private static String power(double p) {
        return Double.isNaN(p) ? "-" : String.format(java.util.Locale.ROOT, "~ n^%.2f", p + 0.0);
    }

    @Override
    public List<Grid> tables() {
        return isTimed() ? List.of(ratios(false), ratios(true), fitted()) : List.of(ratios(false), fitted());
    }

    @Override
    public String csv() {
        var rows = costs.stream()
                .map(c -> List.of(
                        Integer.toString(c.n()),
                        c.method(),
                        Long.toString(c.function()),
                        Long.toString(c.operations()),
                        Double.toString(c.ratio()),
                        c.time() == null ? "" : Double.toString(c.time().medianNanos()),
                        c.time() == null ? "" : Double.toString(c.time().lowNanos()),
                        c.time() == null ? "" : Double.toString(c.time().highNanos()),
                        c.timeRatio() == null ? "" : c.timeRatio().toString()))
                .toList();
        return new Grid(
                        "",
                        List.of(
                                "variables",
                                "method",
                                "function_operations",
                                "operations",
                                "ratio",
                                "time_ns",
                                "time_low_ns",
                                "time_high_ns",
                                "time_ratio"),
                        rows)
                .in(Grid.Format.CSV);
    }
}
