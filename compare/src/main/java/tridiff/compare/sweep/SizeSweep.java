package tridiff.compare.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import tridiff.autodiff.reverse.Adjoints;
import tridiff.compare.ComparisonReport;
import tridiff.compare.table.Result;
import tridiff.compare.table.Result.Nullable;
import tridiff.compare.table.Table;
import tridiff.expr.Expr;
import tridiff.expr.said.Language;
import tridiff.expr.said.Said;
import tridiff.expr.text.Printer;
import tridiff.symbolic.SimplificationLevel;
import tridiff.symbolic.SymbolicDerivative;
import tridiff.symbolic.measure.Sizes;

/**
 * The sizes of f and of its derivatives' formulas as a family grows.
 *
 * @param schema version of the JSON form
 * @param family its name
 * @param about how it is made
 * @param by what grows: depth, order or vars
 * @param last the largest member, cut where it is long
 * @param rows one for each member measured
 * @param growth how each size grows
 * @param stop why there are no more rows, if they were asked for
 */
public record SizeSweep(
        String schema,
        String family,
        Said about,
        String by,
        String last,
        List<Row> rows,
        List<GrowthLaw> growth,
        Optional<Said> stop)
        implements Result {

    /** Larger derivatives, in distinct nodes, are not written. */
    public static final int MOST_SHARED = 200_000;

    /** Of larger gradients, in variables times operations of f, nothing is written. */
    private static final double MOST_WORK = 4.0 * MOST_SHARED;

    /** Larger ones are not simplified. */
    private static final int MOST_SIMPLIFIED = 3_000;

    private static final double MOST_SECONDS = 20;
    private static final int MOST_TEXT = 2_000;

    /**
     * One member of a family.
     *
     * @param n the number that grows
     * @param f the function
     * @param raw its derivative, or all partial derivatives together, by the textbook's rules and no more
     * @param local without 0·u, 1·u and u + 0, numbers computed; null for higher orders
     * @param simplified the smallest trees found; null where that was not tried
     * @param adjoint operations of f and its gradient by one reverse sweep; null for higher orders
     * @param errors of derivatives written in several ways, where they were asked for
     */
    public record Row(
            int n,
            Sizes f,
            Sizes raw,
            @Nullable Sizes local,
            @Nullable Sizes simplified,
            Long adjoint,
            List<FormErrors.FormError> errors) {}

    /** Where and how to measure errors: nowhere, or at that many points. */
    public record Accuracy(int points, long seed) {
        public static final Accuracy NONE = new Accuracy(0, 1);
    }

    /** Measures members from one number to another, or up to where a limit is met. */
    public static SizeSweep of(FunctionFamily family, int from, int to, Accuracy accuracy, IntConsumer progress) {
        return of(family, IntStream.rangeClosed(from, to).boxed().toList(), accuracy, progress);
    }

    /** Measures these members, orders of derivatives one after the other, or up to where a limit is met. */
    public static SizeSweep of(FunctionFamily family, List<Integer> numbers, Accuracy accuracy, IntConsumer progress) {
        long start = System.nanoTime();
        var rows = new ArrayList<Row>();
        Said stop = null;
        Expr f = null;
        Expr raw = null;
        for (int n : numbers) {
            if ((System.nanoTime() - start) / 1e9 > MOST_SECONDS || isTooLarge(family, n)) {
                stop = Said.of("compare.stop.long", n);
                break;
            }
            f = family.members().apply(n);
            List<Expr.Var> by = family.wanted(n, f);
            raw = family.by() == FunctionFamily.By.ORDER && raw != null ? next(raw, by) : null;
            List<Expr> derivatives = raw == null ? raw(family, f, by) : List.of(raw);
            raw = derivatives.get(0);
            Sizes sizes = Sizes.of(derivatives);
            if (sizes.dag() > MOST_SHARED) {
                stop = Said.of("compare.stop.nodes", n, sizes.dag());
                break;
            }
            rows.add(row(family, n, f, by, sizes, accuracy));
            progress.accept(n);
        }
        return new SizeSweep(
                ComparisonReport.SCHEMA,
                family.name(),
                family.about(),
                family.by().toString(),
                f == null ? "" : Printer.PLAIN.printUpTo(MOST_TEXT, f),
                rows,
                GrowthLaw.of(rows),
                Optional.ofNullable(stop));
    }

    /** Told before it is made: partial derivatives times operations. */
    private static boolean isTooLarge(FunctionFamily family, int n) {
        return family.by() == FunctionFamily.By.VARS && n * family.expectedOperations(n) > MOST_WORK;
    }

    private static Expr next(Expr derivative, List<Expr.Var> by) {
        return SymbolicDerivative.raw().derivative(derivative, by.get(0));
    }

    private static List<Expr> raw(FunctionFamily family, Expr f, List<Expr.Var> by) {
        var method = SymbolicDerivative.raw();
        return family.by() == FunctionFamily.By.VARS
                ? method.gradient(f, by)
                : List.of(method.differentiate(f, by).expr());
    }

    private static Row row(FunctionFamily family, int n, Expr f, List<Expr.Var> by, Sizes raw, Accuracy accuracy) {
        boolean first = family.by() != FunctionFamily.By.ORDER;
        Sizes local = first ? Sizes.ofLocalDerivatives(f, by) : null;
        Sizes simplified = raw.dag() > MOST_SIMPLIFIED ? null : simplified(family, f, by);
        Long adjoint = first ? Adjoints.program(f, by).operations() : null;
        boolean one = family.by() == FunctionFamily.By.DEPTH && f.variables().size() == 1 && accuracy.points > 0;
        return new Row(
                n, Sizes.of(List.of(f)), raw, local, simplified, adjoint, one ? FormErrors.of(f, accuracy) : List.of());
    }

    private static Sizes simplified(FunctionFamily family, Expr f, List<Expr.Var> by) {
        var method = SymbolicDerivative.with(SimplificationLevel.FULL);
        return Sizes.of(
                family.by() == FunctionFamily.By.VARS
                        ? method.gradient(f, by)
                        : List.of(method.differentiate(f, by).expr()));
    }

    @Override
    public String text(Language say) {
        return SizeReport.text(this, say);
    }

    @Override
    public List<Table> tables() {
        return SizeReport.tables(this);
    }

    @Override
    public String csv() {
        return SizeReport.csv(this);
    }
}
