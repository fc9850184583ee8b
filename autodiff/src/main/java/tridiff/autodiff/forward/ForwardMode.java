package tridiff.autodiff.forward;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tridiff.autodiff.Program;
import tridiff.autodiff.forward.Duals.Dual;
import tridiff.expr.Algebra;
import tridiff.expr.Expr;
import tridiff.expr.Refusal;
import tridiff.wengert.ListBuilder;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.Differentiator;

/**
 * Forward mode: tangents beside the values, one direction for each wanted variable.
 *
 * <p>Its cost grows with the number of variables; values are computed once for all directions.
 */
public final class ForwardMode implements Differentiator {

    /** Variables times lines: each direction is a sweep of its own. */
    private static final long MOST_WORK = 5_000_000;

    @Override
    public String id() {
        return "autodiff.forward";
    }

    @Override
    public Gradient prepare(Expr f, List<Expr.Var> variables, List<Expr.Var> wanted) {
        return program(f, variables, wanted, false);
    }

    @Override
    public Gradient prepareWithValue(Expr f, List<Expr.Var> variables, List<Expr.Var> wanted) {
        return program(f, variables, wanted, true);
    }

    private static Gradient program(Expr f, List<Expr.Var> variables, List<Expr.Var> wanted, boolean withValue) {
        var list = WengertList.of(f, variables);
        long work = (long) wanted.size() * list.size();
        if (work > MOST_WORK) {
            throw new Refusal(wanted.size() + " sweeps would take more than " + MOST_WORK
                    + " steps to write; reverse mode takes one");
        }
        return Program.of(list, wanted, withValue, ForwardMode::write);
    }

    private static List<Integer> write(WengertList primal, ListBuilder writer, List<Integer> values, boolean[] wanted) {
        List<Integer> inputs =
                Arrays.stream(primal.inputLines()).mapToObj(values::get).toList();
        var gradient = new ArrayList<Integer>();
        for (int i = 0; i < wanted.length; i++) {
            gradient.add(wanted[i] ? derivative(primal, writer, inputs, i) : null);
        }
        return gradient;
    }

    /**
     * The derivative of a list's only result by one input, in any algebra: one sweep.
     *
     * @return null if the result does not depend on that input
     */
    public static <T> T along(WengertList list, Algebra<T> k, List<T> inputs, int direction) {
        var duals = new Duals<>(k);
        var seeded = new ArrayList<Dual<T>>();
        for (int i = 0; i < inputs.size(); i++) {
            seeded.add(i == direction ? duals.seeded(inputs.get(i)) : duals.parameter(inputs.get(i)));
        }
        return duals.derivative(list.in(duals, seeded).get(0));
    }

    private static Integer derivative(WengertList primal, ListBuilder writer, List<Integer> inputs, int direction) {
        Integer tangent = along(primal, writer, inputs, direction);
        return tangent == null ? writer.constant(0) : tangent;
    }
}
