package tridiff.autodiff;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tridiff.autodiff.forward.Duals;
import tridiff.autodiff.forward.Duals.Dual;
import tridiff.expr.Refusal;
import tridiff.expr.said.Said;
import tridiff.wengert.ListBuilder;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.Method;
import tridiff.wengert.method.MethodId;
import tridiff.wengert.method.PerThread;
import tridiff.wengert.method.Prepared;
import tridiff.wengert.method.Problem;
import tridiff.wengert.run.Evaluator;

/**
 * Forward mode as it is first taught: one sweep with one direction for each wanted variable, value and tangent together.
 *
 * <p>The seed is a vector of numbers given at run time. So every operation carries a tangent in every sweep, even one that is always 0,
 * and n partial derivatives cost n times the same: Griewank &amp; Walther, "Evaluating Derivatives", section 3.2. {@link ForwardMode}
 * knows the seeds beforehand and leaves out what is 0. A zero tangent times an infinite partial derivative is not a number.
 */
public final class DirectionalForward implements Method {

    /** Of one gradient: some ten seconds. */
    private static final double MOST_OPERATIONS = 2e9;

    private static final MethodId ID = MethodId.autodiff("directional");

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public Prepared gradient(Problem p) {
        return sweeps(p, false);
    }

    @Override
    public Prepared valueAndGradient(Problem p) {
        return sweeps(p, true);
    }

    private static Prepared sweeps(Problem p, boolean withValue) {
        WengertList list = p.listOfOne();
        WengertList program = alongVector(list, withValue);
        int directions = p.wanted().size();
        if ((double) directions * program.operations() > MOST_OPERATIONS) {
            throw new Refusal(Said.of("autodiff.refusal.sweeps.long", directions, program.operations()));
        }
        return new Sweeps(program, p.directions(), list.inputCount());
    }

    /** The derivative of a list's only result along a vector, whose components follow the inputs; and before it the value, if wanted. */
    private static WengertList alongVector(WengertList f, boolean withValue) {
        var writer = ListBuilder.folding();
        List<Integer> inputs = f.inputs().stream().map(writer::input).toList();
        List<Integer> vector =
                f.inputs().stream().map(name -> writer.input(name + "'")).toList();
        List<Dual<Integer>> seeded = IntStream.range(0, inputs.size())
                .mapToObj(i -> new Dual<>(inputs.get(i), vector.get(i)))
                .toList();
        var duals = new Duals<>(writer);
        Dual<Integer> result = f.in(duals, seeded).get(0);
        Integer derivative = duals.derivative(result);
        int tangent = derivative == null ? writer.constant(0) : derivative;
        return withValue ? writer.finish(result.value(), tangent) : writer.finish(tangent);
    }

    /** Runs the program once for each unit vector. */
    private static final class Sweeps implements Prepared {
        private final WengertList program;
        private final Evaluator evaluator;
        private final int[] wanted;
        private final PerThread<double[]> pointsAndSeeds;

        Sweeps(WengertList program, int[] wanted, int inputs) {
            this.program = program;
            this.evaluator = new Evaluator(program);
            this.wanted = wanted;
            this.pointsAndSeeds = new PerThread<>(() -> new double[2 * inputs]);
        }

        @Override
        public void at(double[] x, double[] gradient) {
            double[] pointAndSeed = pointsAndSeeds.get();
            System.arraycopy(x, 0, pointAndSeed, 0, x.length);
            for (int i = 0; i < wanted.length; i++) {
                int seed = x.length + wanted[i];
                pointAndSeed[seed] = 1;
                double[] results = evaluator.results(pointAndSeed); // the last is the tangent
                gradient[i] = results[results.length - 1];
                pointAndSeed[seed] = 0;
                if (results.length > 1) {
                    gradient[wanted.length] = results[0];
                }
            }
        }

        @Override
        public List<Evaluator> evaluators() {
            return List.of(evaluator);
        }

        @Override
        public int evaluations() {
            return wanted.length;
        }

        @Override
        public Optional<Long> operations() {
            return Optional.of(wanted.length * program.operations());
        }
    }
}
