package tridiff.compare.sweep;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import tridiff.compare.Comparer;
import tridiff.compare.ComparisonReport;
import tridiff.compare.Methods;
import tridiff.compare.PreparedMethod;
import tridiff.compare.table.Result;
import tridiff.compare.table.Result.Nullable;
import tridiff.compare.table.Table;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.said.Language;
import tridiff.expr.said.Said;
import tridiff.reference.Reference;
import tridiff.reference.enclosure.Enclosure;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.MethodId;
import tridiff.wengert.method.Operator;
import tridiff.wengert.method.Prepared;
import tridiff.wengert.method.Problem;

/**
 * The errors of all methods over many points of one variable: one point is luck in the last ulps, a distribution is not.
 *
 * @param by the variable that runs; the others are fixed
 * @param methods one row for each, in the order asked for
 * @param options with which the formula was read, for commands that read it again; null if there were none
 * @param undefined the regions without a derivative, or where it could not be settled
 */
public record PointSweep(
        String schema,
        String function,
        String by,
        List<ComparisonReport.Coordinate> fixed,
        int points,
        long seed,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) String options,
        List<Distribution> methods,
        List<Region> undefined)
        implements Result {

    /** Enough to settle the rounding to double. */
    private static final Reference.Effort EFFORT = new Reference.Effort(20, 300, 2);

    /**
     * The errors of one method in ulps; NaN where it has none.
     *
     * @param refusal why there are none; else null
     * @param failed points where a derivative exists and the method returned no finite number
     * @param wrong points where there is none and the method returned a finite number
     * @param worst the point of the largest error
     */
    public record Distribution(
            MethodId id,
            @Nullable Said refusal,
            double median,
            double percentile95,
            double maximum,
            @Nullable ComparisonReport.Coordinate worst,
            int failed,
            int wrong) {}

    /** A run of neighbouring points of the same kind, by its first and last. */
    public record Region(double from, double to, int points, Said reason) {}

    /**
     * Where to sweep.
     *
     * @param logarithmic points are spread evenly over magnitudes; both ends must have the same sign
     */
    public record Range(double from, double to, boolean logarithmic, int points, long seed) {

        /** One point in each of equal cells, at a place drawn by the seed, in increasing order. */
        double[] draw() {
            var random = new Random(seed);
            return IntStream.range(0, points)
                    .mapToDouble(i -> at((i + random.nextDouble()) / points))
                    .toArray();
        }

        private double at(double t) {
            double x = logarithmic
                    ? Math.copySign(Math.exp(mix(Math.log(Math.abs(from)), Math.log(Math.abs(to)), t)), from)
                    : mix(from, to, t);
            return Math.min(Math.max(x, Math.min(from, to)), Math.max(from, to)) + 0.0;
        }

        private static double mix(double a, double b, double t) {
            return a * (1 - t) + b * t;
        }
    }

    /** One point: the truth, and what each method returned. */
    record Sample(double x, Enclosure truth, Said trouble, double[] values) {

        double ulps(int method) {
            boolean judged = trouble == null && Double.isFinite(values[method]);
            return judged ? truth.ulps(values[method]) : Double.NaN;
        }
    }

    /**
     * Sweeps, on all processors.
     *
     * @param q the function and the methods; its point gives the variables that do not run
     * @param progress told how many points are done, from any thread
     */
    public static PointSweep of(Comparer.Question q, Expr.Var by, Range range, IntConsumer progress) {
        int input = q.variables().indexOf(by);
        var list = WengertList.of(q.f(), q.variables());
        double[] xs = range.draw();
        var workers = ThreadLocal.withInitial(() -> prepare(q, by));
        var done = new java.util.concurrent.atomic.AtomicInteger();
        List<Sample> samples = Arrays.stream(xs)
                .parallel()
                .mapToObj(x -> {
                    Sample sample = sample(list, q, input, x, workers.get());
                    progress.accept(done.incrementAndGet());
                    return sample;
                })
                .toList();
        List<PreparedMethod> contenders = workers.get();
        var rows = new ArrayList<Distribution>();
        for (int i = 0; i < contenders.size(); i++) {
            rows.add(distribution(contenders.get(i), i, samples, by));
        }
        return new PointSweep(
                ComparisonReport.SCHEMA,
                tridiff.expr.text.Printer.PLAIN.printUpTo(2000, q.f()),
                by.name(),
                fixed(q, by),
                xs.length,
                range.seed,
                null,
                rows,
                regions(samples));
    }

    private static List<ComparisonReport.Coordinate> fixed(Comparer.Question q, Expr.Var by) {
        return IntStream.range(0, q.point().length)
                .filter(i -> !q.variables().get(i).equals(by))
                .mapToObj(
                        i -> ComparisonReport.Coordinate.of(q.variables().get(i).name(), q.point()[i]))
                .toList();
    }

    static List<PreparedMethod> prepare(Comparer.Question q, Expr.Var by) {
        var alone = Problem.of(q.f(), q.variables(), List.of(by));
        return q.methods().stream()
                .map(id -> PreparedMethod.prepare(Methods.of(id), alone, Operator.GRADIENT, q.point()))
                .toList();
    }

    static Sample sample(WengertList list, Comparer.Question q, int input, double x, List<PreparedMethod> contenders) {
        double[] point = q.point().clone();
        point[input] = x;
        boolean[] wanted = new boolean[point.length];
        wanted[input] = true;
        Reference truth =
                Reference.at(list, Arrays.stream(point).mapToObj(Rational::of).toList(), wanted, EFFORT);
        double[] values = new double[contenders.size()];
        for (int i = 0; i < values.length; i++) {
            Prepared gradient = contenders.get(i).gradient();
            double[] result = {Double.NaN};
            if (gradient != null) {
                gradient.at(point.clone(), result);
            }
            values[i] = result[0];
        }
        Enclosure partial =
                truth.gradient().isEmpty() ? truth.value() : truth.gradient().get(0);
        return new Sample(x, partial, trouble(truth, partial), values);
    }

    /** Why there is no derivative to judge by; null if there is one. */
    private static Said trouble(Reference truth, Enclosure partial) {
        if (truth.value().isUndefined()) {
            return Comparer.blamed(truth.value().cause().said(), truth);
        }
        boolean settled = truth.value().isNumber() && partial.isNumber() && partial.accurateTo(EFFORT.digits());
        return settled
                ? null
                : Comparer.blamed(
                        Said.of(partial.isUndefined() ? "compare.points.none" : "compare.points.unsettled"), truth);
    }

    private static Distribution distribution(PreparedMethod c, int method, List<Sample> samples, Expr.Var by) {
        List<Sample> judged =
                samples.stream().filter(s -> !Double.isNaN(s.ulps(method))).toList();
        double[] sorted =
                judged.stream().mapToDouble(s -> s.ulps(method)).sorted().toArray();
        int n = sorted.length;
        long failed = samples.stream()
                .filter(s -> s.trouble == null && !Double.isFinite(s.values[method]))
                .count();
        long wrong = samples.stream()
                .filter(s -> s.truth.isUndefined() && Double.isFinite(s.values[method]))
                .count();
        var worst = judged.stream().max(java.util.Comparator.comparingDouble(s -> s.ulps(method)));
        boolean refused = c.gradient() == null;
        return new Distribution(
                c.id(),
                c.refusal(),
                n == 0 ? Double.NaN : sorted[n / 2],
                n == 0 ? Double.NaN : sorted[Math.min(n - 1, (int) Math.ceil(0.95 * n) - 1)],
                n == 0 ? Double.NaN : sorted[n - 1],
                worst.map(s -> ComparisonReport.Coordinate.of(by.name(), s.x)).orElse(null),
                refused ? 0 : (int) failed,
                refused ? 0 : (int) wrong);
    }

    private static List<Region> regions(List<Sample> samples) {
        var regions = new ArrayList<Region>();
        for (Sample s : samples) {
            Region last = regions.isEmpty() ? null : regions.get(regions.size() - 1);
            boolean continues = last != null && last.reason != null && last.reason.equals(s.trouble);
            if (continues) {
                regions.set(regions.size() - 1, new Region(last.from, s.x, last.points + 1, last.reason));
            } else {
                regions.add(new Region(s.x, s.x, 1, s.trouble));
            }
        }
        regions.removeIf(r -> r.reason == null);
        return regions;
    }

    /** The same sweep, of a formula that was read with these options. */
    public PointSweep readWith(String how) {
        return new PointSweep(
                schema, function, by, fixed, points, seed, how.isEmpty() ? null : how, methods, undefined);
    }

    /** The command that looks at the worst point of a method again. */
    public String command(Distribution d) {
        var at = new ArrayList<>(
                fixed.stream().map(c -> c.name() + "=" + c.value()).toList());
        at.add(by + "=" + d.worst().value());
        return "tridiff compare '" + function + "' --at " + String.join(",", at) + " --wrt " + by
                + (options == null ? "" : " " + options);
    }

    @Override
    public String text(Language say) {
        return PointSweepText.of(this, say);
    }

    @Override
    public List<Table> tables() {
        return List.of(PointSweepText.errors(this));
    }

    @Override
    public String csv() {
        return PointSweepText.full(this).in(Table.Format.CSV);
    }
}
