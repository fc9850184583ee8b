package tridiff.autodiff.reverse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import tridiff.expr.Algebra;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.wengert.ListBuilder;
import tridiff.wengert.WengertList;

/** Gradients of a list by reverse mode, in any algebra: one forward sweep for the values and one {@link ReverseSweep} back. */
public final class Adjoints {

    private Adjoints() {}

    /** The gradient of the only result by all inputs. */
    public static <T> List<T> gradient(WengertList f, Algebra<T> k, List<T> inputs) {
        return gradient(f, k, inputs, f.allInputs());
    }

    /**
     * The gradient of the only result.
     *
     * @param wanted which inputs to differentiate by; the others are parameters, and no rule is asked for their sake
     * @return one partial derivative for each input, null for those not wanted
     */
    public static <T> List<T> gradient(WengertList f, Algebra<T> k, List<T> inputs, boolean[] wanted) {
        return ofInputs(f, k, of(f, k, f.sweep(k, inputs), wanted, f.output(0)), wanted);
    }

    /**
     * The gradient of the only result, with as few operations as we know: local derivatives are written first where that saves
     * operations. Last bits may differ from those of {@link #gradient}.
     *
     * @param values of all lines, by {@link WengertList#sweep}
     * @param wanted as there
     */
    public static <T> List<T> preaccumulatedGradient(WengertList f, Algebra<T> k, List<T> values, boolean[] wanted) {
        var sweep = new ReverseSweep<>(k, f, values, wanted).withPreaccumulation();
        sweep.seed(f.output(0), k.constant(1));
        return ofInputs(f, k, sweep.from(f.output(0)), wanted);
    }

    private static <T> List<T> ofInputs(WengertList f, Algebra<T> k, List<T> adjoints, boolean[] wanted) {
        var gradient = new ArrayList<T>(Collections.nCopies(f.inputCount(), null));
        int[] lines = f.inputLines();
        for (int i = 0; i < lines.length; i++) {
            if (wanted[i]) {
                gradient.set(i, adjoints.get(lines[i]) == null ? k.constant(0) : adjoints.get(lines[i]));
            }
        }
        return gradient;
    }

    /**
     * The pull-back: the derivatives of Σ seed·result by the inputs, with local derivatives first where that saves operations.
     *
     * @param seeds one for each result; null for those left out
     * @return one adjoint for each input; null for those not wanted and those that do not matter
     */
    public static <T> List<T> pullBack(WengertList f, Algebra<T> k, List<T> inputs, boolean[] wanted, List<T> seeds) {
        var sweep = new ReverseSweep<>(k, f, f.sweep(k, inputs), wanted).withPreaccumulation();
        for (int i = 0; i < f.outputCount(); i++) {
            if (seeds.get(i) != null) {
                sweep.seed(f.output(i), seeds.get(i));
            }
        }
        List<T> all = sweep.from(f.size() - 1);
        int[] lines = f.inputLines();
        return IntStream.range(0, lines.length)
                .mapToObj(i -> wanted[i] ? all.get(lines[i]) : null)
                .toList();
    }

    /**
     * The derivatives of one line by all lines before it.
     *
     * @param values of all lines, by {@link WengertList#sweep}
     * @param wanted which inputs to differentiate by
     * @return an adjoint for each line; null where the line does not matter
     */
    public static <T> List<T> of(WengertList f, Algebra<T> k, List<T> values, boolean[] wanted, int line) {
        var sweep = new ReverseSweep<>(k, f, values, wanted);
        sweep.seed(line, k.constant(1));
        return sweep.from(line);
    }

    /** The same by all lines that may be rounded, numbers included; exponents that are exact doubles are none of them. */
    public static <T> List<T> sensitivities(WengertList f, Algebra<T> k, List<T> values, int line) {
        boolean[] rounded = new boolean[f.size()];
        for (int i = 0; i < rounded.length; i++) {
            Rational exact = f.exact(i);
            double nearest = exact == null ? Double.NaN : exact.doubleValue();
            rounded[i] = !Double.isFinite(nearest) || !exact.equals(Rational.of(nearest));
        }
        var sweep = ReverseSweep.ofLines(k, f, values, rounded);
        sweep.seed(line, k.constant(1));
        return sweep.from(line);
    }

    /** f and its partial derivatives as a program, by one plain reverse sweep. */
    public static WengertList program(Expr f, List<Expr.Var> wanted) {
        var list = WengertList.of(f, wanted);
        var writer = ListBuilder.folding();
        List<Integer> values =
                list.sweep(writer, list.inputs().stream().map(writer::input).toList());
        List<Integer> adjoints = of(list, writer, values, list.allInputs(), list.output(0));
        int[] outputs = new int[wanted.size() + 1];
        outputs[0] = values.get(list.output(0));
        for (int i = 0; i < wanted.size(); i++) {
            Integer adjoint = adjoints.get(i);
            outputs[i + 1] = adjoint == null ? writer.constant(0) : adjoint;
        }
        return writer.finish(outputs);
    }
}
