package tridiff.autodiff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import tridiff.autodiff.forward.Duals;
import tridiff.autodiff.forward.Duals.Dual;
import tridiff.autodiff.jacobian.Jacobian;
import tridiff.autodiff.taylor.Taylor;
import tridiff.expr.Algebra;
import tridiff.expr.Rational;
import tridiff.expr.Refusal;
import tridiff.expr.said.Said;
import tridiff.wengert.ListBuilder;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.Method;
import tridiff.wengert.method.MethodId;
import tridiff.wengert.method.Operator;
import tridiff.wengert.method.Prepared;
import tridiff.wengert.method.Problem;

/**
 * Forward mode: tangents beside the values, one direction for each wanted variable.
 *
 * <p>Its cost grows with the number of variables; values are computed once for all directions.
 */
public final class ForwardMode implements Method {

    /** Variables times lines: each direction is a sweep of its own. */
    private static final long MOST_WORK = 5_000_000;

    private static final MethodId ID = MethodId.autodiff("forward");

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public Set<Operator> operators() {
        return Operator.ALL;
    }

    @Override
    public Prepared gradient(Problem p) {
        return program(p, false);
    }

    @Override
    public Prepared valueAndGradient(Problem p) {
        return program(p, true);
    }

    private static Prepared program(Problem p, boolean withValue) {
        requireFew(p.wanted().size(), p.listOfOne());
        return PreparedProgram.gradient(p, withValue, ForwardMode::write);
    }

    private static void requireFew(long sweeps, WengertList list) {
        if (sweeps * list.size() > MOST_WORK) {
            throw new Refusal(Said.of("autodiff.refusal.sweeps", sweeps, MOST_WORK));
        }
    }

    /** By columns; columns that no row has both of share a sweep. */
    @Override
    public Prepared jacobian(Problem p) {
        requireFew(p.wanted().size(), p.list());
        return SparseMatrix.of(Jacobian.of(p.list(), p.directions(), Jacobian.Mode.FORWARD));
    }

    /** Forward over forward: a sweep for each pair of variables. */
    @Override
    public Prepared hessian(Problem p) {
        long n = p.wanted().size();
        requireFew(n * (n + 1) / 2, p.listOfOne());
        return PreparedProgram.of(ForwardOverForward.hessian(p));
    }

    /** Taylor mode by one variable; by two of them an entry of the Hessian. */
    @Override
    public Prepared derivative(Problem p) {
        boolean mixed = p.wanted().stream().distinct().count() > 1;
        return mixed ? Method.super.derivative(p) : PreparedProgram.of(taylor(p));
    }

    private static WengertList taylor(Problem p) {
        WengertList f = p.listOfOne();
        int order = p.wanted().size();
        double work = (double) order * order * Math.max(f.size(), f.operations());
        if (work > MOST_WORK) {
            throw new Refusal(Said.of("autodiff.refusal.order", order, MOST_WORK));
        }
        var writer = ListBuilder.folding();
        List<Integer> point = f.inputs().stream().map(writer::input).toList();
        var direction = new ArrayList<Integer>(Collections.nCopies(point.size(), null));
        direction.set(p.directions()[0], writer.constant(1));
        int coefficient = Taylor.expand(f, writer, point, direction, order).get(order);
        return writer.finish(writer.times(writer.constant(Rational.factorial(order)), coefficient));
    }

    private static List<Integer> write(WengertList primal, ListBuilder writer, List<Integer> values, boolean[] wanted) {
        List<Integer> inputs =
                Arrays.stream(primal.inputLines()).mapToObj(values::get).toList();
        return IntStream.range(0, wanted.length)
                .mapToObj(i -> wanted[i] ? derivative(primal, writer, inputs, i) : null)
                .toList();
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
