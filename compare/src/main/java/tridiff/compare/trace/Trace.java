package tridiff.compare.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tridiff.autodiff.forward.Duals;
import tridiff.autodiff.reverse.Adjoints;
import tridiff.expr.Binary;
import tridiff.expr.DoubleAlgebra;
import tridiff.expr.Expr;
import tridiff.expr.Unary;
import tridiff.expr.said.IllegalInput;
import tridiff.expr.said.Said;
import tridiff.symbolic.Simplifier;
import tridiff.wengert.Expressions;
import tridiff.wengert.OpKind;
import tridiff.wengert.WengertList;

/**
 * What forward and reverse mode do, operation by operation, with numbers: the evaluation traces of Baydin, Pearlmutter, Radul,
 * Siskind, "Automatic differentiation in machine learning: a survey", JMLR 18(153), 2018, tables 2 and 3.
 *
 * <p>Inputs are v(1-n) … v(0), intermediate values v(1) … in the order of their depth, the last of them the result. Numbers are
 * written into the operations that use them and are no lines of their own.
 *
 * @param lines inputs first
 * @param directions the inputs that were differentiated by, by their position
 * @param steps of the reverse sweep, in the order in which they are carried out
 */
public record Trace(String function, List<TraceLine> lines, List<Integer> directions, List<Step> steps) {

    /** Lists with more lines are not written down: a cell may name every line, so that a table grows with the square. */
    public static final int MOST_LINES = 1_000;

    /**
     * A value.
     *
     * @param index from 1-n for the first input
     * @param name of an input; else null
     * @param operation over the values that it uses, named v1, v2 … and m0, m1 … for inputs v0, v(-1) …
     * @param value in doubles
     * @param tangents for each direction; 0 where it does not depend on it
     * @param rule the tangent over the values and, with a d in front of their names, the tangents of what it uses
     */
    public record TraceLine(
            int index, String name, Expr operation, double value, List<Double> tangents, Expr rule, double adjoint) {}

    /**
     * One step back: {@code adjoint of to += adjoint of from · partial}.
     *
     * @param from index of the value whose adjoint is handed on; null for the seed
     * @param partial derivative of the operation by the value at {@code to}
     * @param factor its value
     * @param isFirst whether this is the first contribution, which begins the adjoint
     * @param adjoint what it is after this step
     */
    public record Step(Integer from, int to, Expr partial, double factor, boolean isFirst, double adjoint) {}

    /** The variable that stands for the value of an index, as in {@link TraceLine#operation}. */
    static String nameOf(int index) {
        return index > 0 ? "v" + index : "m" + -index;
    }

    /**
     * Traces the only result of a list.
     *
     * @param directions which inputs to differentiate by
     * @throws IllegalArgumentException if the list has loops or more than {@link #MOST_LINES} lines
     */
    public static Trace of(WengertList f, double[] x, List<Integer> directions) {
        if (f.hasLoops()) {
            throw new IllegalInput(Said.of("compare.limit.trace.loops"));
        }
        if (f.size() > MOST_LINES) {
            throw new IllegalInput(Said.of("compare.limit.trace", f.size(), MOST_LINES));
        }
        return new Tracer(f, x, directions).trace();
    }

    /** Holds the sweeps while the trace is put together. */
    private static final class Tracer {
        private final WengertList f;
        private final List<Integer> directions;
        private final LineNumbers numbers;
        private final List<Double> values;
        private final List<List<Double>> tangents =
                new ArrayList<>(); // of all lines, for each direction; null: does not depend
        private final List<Expr> named; // each line over the names of the lines that it uses

        Tracer(WengertList f, double[] x, List<Integer> directions) {
            this.f = f;
            this.directions = directions;
            this.numbers = new LineNumbers(f);
            List<Double> inputs = Arrays.stream(x).boxed().toList();
            this.values = f.sweep(DoubleAlgebra.ALGEBRA, inputs);
            var duals = new Duals<>(DoubleAlgebra.ALGEBRA);
            for (int direction : directions) {
                List<Duals.Dual<Double>> seeded = IntStream.range(0, x.length)
                        .mapToObj(i -> i == direction ? duals.seeded(x[i]) : duals.parameter(x[i]))
                        .toList();
                tangents.add(
                        f.sweep(duals, seeded).stream().map(duals::derivative).toList());
            }
            this.named = named();
        }

        private List<Expr> named() {
            var named = new ArrayList<Expr>();
            for (int i = 0; i < f.size(); i++) {
                int[] a = f.arguments(i);
                named.add(
                        switch (f.kind(i)) {
                            case UNARY -> Expr.apply((Unary) f.operation(i), numbers.reference(a[0]));
                            case BINARY ->
                                Expr.apply((Binary) f.operation(i), numbers.reference(a[0]), numbers.reference(a[1]));
                            case CHOICE ->
                                Expr.choose(numbers.reference(a[0]), numbers.reference(a[1]), numbers.reference(a[2]));
                            default -> numbers.reference(i);
                        });
            }
            return named;
        }

        /** The partial derivatives of a line by its arguments that vary, in their order, over the names. */
        private List<Expr> partials(int line) {
            List<Expr> names =
                    IntStream.range(0, f.size()).mapToObj(numbers::reference).toList();
            return f.partials(Expressions.ALGEBRA, line, names).stream()
                    .map(Simplifier::simplify)
                    .toList();
        }

        Trace trace() {
            List<Double> adjoints = new ArrayList<>(java.util.Collections.nCopies(f.size(), null));
            List<Step> steps = reverse(adjoints);
            var lines = new ArrayList<TraceLine>();
            for (int line : numbers.order()) {
                List<Double> ofDirections = tangents.stream()
                        .map(t -> t.get(line))
                        .map(t -> t == null ? 0.0 : t)
                        .toList();
                boolean input = f.kind(line) == OpKind.INPUT;
                lines.add(new TraceLine(
                        numbers.of(line),
                        input ? f.input(line) : null,
                        named.get(line),
                        values.get(line),
                        ofDirections,
                        input ? null : tangentRule(line),
                        adjoints.get(line) == null ? 0 : adjoints.get(line)));
            }
            return new Trace(
                    tridiff.expr.text.Printer.PLAIN.printUpTo(2000, f.expression(f.output(0))),
                    lines,
                    directions,
                    steps);
        }

        private Expr tangentRule(int line) {
            List<Integer> arguments = numbers.varying(line);
            if (isStep(line)) {
                return Expr.constant(0);
            }
            if (f.kind(line) == OpKind.CHOICE) {
                int[] a = f.arguments(line);
                return Expr.choose(numbers.reference(a[0]), tangentName(a[1]), tangentName(a[2]));
            }
            List<Expr> partials = partials(line);
            Expr sum = null;
            for (int i = 0; i < arguments.size(); i++) {
                Expr term = partials.get(i).times(tangentName(arguments.get(i)));
                sum = sum == null ? term : sum.plus(term);
            }
            return sum == null ? Expr.constant(0) : Simplifier.simplify(sum);
        }

        private Expr tangentName(int line) {
            return numbers.varies(line) ? Expr.variable("d" + nameOf(numbers.of(line))) : Expr.constant(0);
        }

        private List<Step> reverse(List<Double> adjoints) {
            var steps = new ArrayList<Step>();
            int output = f.output(0);
            adjoints.set(output, 1.0);
            if (numbers.has(output)) {
                steps.add(new Step(null, numbers.of(output), Expr.constant(1), 1, true, 1));
            }
            for (int position = numbers.order().size() - 1; position >= f.inputCount(); position--) {
                int line = numbers.order().get(position);
                Double w = adjoints.get(line);
                if (w != null) {
                    back(line, w, adjoints, steps);
                }
            }
            jumps(adjoints, steps);
            return steps;
        }

        private boolean isStep(int line) {
            boolean call = f.kind(line) == OpKind.UNARY || f.kind(line) == OpKind.BINARY;
            return call && f.operation(line).facts().isStep();
        }

        /** What steps and conditions say: nothing, unless they change at this point. Then there is no derivative by what they depend on. */
        private void jumps(List<Double> adjoints, List<Step> steps) {
            boolean[] wanted = new boolean[f.inputCount()];
            directions.forEach(direction -> wanted[direction] = true);
            List<Double> all = Adjoints.of(f, DoubleAlgebra.ALGEBRA, values, wanted, f.output(0));
            int[] inputs = f.inputLines();
            for (int direction : directions) {
                int input = inputs[direction];
                Double truth = all.get(input);
                Double before = adjoints.get(input);
                boolean hidden = truth != null && truth.isNaN() && (before == null || !before.isNaN());
                int from = hidden ? jumping(direction) : -1;
                if (from >= 0) {
                    adjoints.set(input, Double.NaN);
                    Expr none = Expr.constant(0).over(Expr.constant(0));
                    steps.add(new Step(
                            numbers.of(from), numbers.of(input), none, Double.NaN, before == null, Double.NaN));
                }
            }
        }

        /** The last line that depends on an input and jumps at this point; -1 if none does. */
        private int jumping(int direction) {
            boolean[] alone = new boolean[f.inputCount()];
            alone[direction] = true;
            boolean[] depends = f.dependsOn(alone);
            for (int line = f.size() - 1; line >= 0; line--) {
                int[] a = f.arguments(line);
                boolean boundary =
                        f.kind(line) == OpKind.CHOICE && values.get(a[0]) == 0 && !isStep(a[0]) && depends[a[0]];
                boolean jumps = depends[line] && numbers.has(line) && f.kind(line) != OpKind.CHOICE && f.mayJump(line);
                if (boundary
                        || jumps
                                && f.partials(DoubleAlgebra.ALGEBRA, line, values).stream()
                                        .anyMatch(p -> p.isNaN())) {
                    return line;
                }
            }
            return -1;
        }

        private void back(int line, double w, List<Double> adjoints, List<Step> steps) {
            if (f.kind(line) == OpKind.CHOICE) {
                int[] a = f.arguments(line);
                int taken = values.get(a[0]) != 0 ? a[1] : a[2];
                if (numbers.varies(taken)) {
                    step(line, taken, Expr.constant(1), 1, w, adjoints, steps);
                }
                return;
            }
            if (isStep(line)) {
                return;
            }
            List<Integer> arguments = numbers.varying(line);
            List<Expr> partials = partials(line);
            List<Double> factors = f.partials(DoubleAlgebra.ALGEBRA, line, values);
            for (int i = 0; i < arguments.size(); i++) {
                step(line, arguments.get(i), partials.get(i), factors.get(i), w, adjoints, steps);
            }
        }

        private void step(
                int from, int to, Expr partial, double factor, double w, List<Double> adjoints, List<Step> steps) {
            Double before = adjoints.get(to);
            double after = (before == null ? 0 : before) + w * factor;
            adjoints.set(to, after);
            steps.add(new Step(numbers.of(from), numbers.of(to), partial, factor, before == null, after));
        }
    }
}
