package tridiff.peers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import net.finmath.montecarlo.automaticdifferentiation.RandomVariableDifferentiable;
import net.finmath.montecarlo.automaticdifferentiation.backward.RandomVariableDifferentiableAADFactory;
import net.finmath.stochastic.RandomVariable;
import net.finmath.stochastic.Scalar;
import tridiff.expr.Arithmetic;
import tridiff.expr.Bivariate;
import tridiff.expr.Elementary;
import tridiff.wengert.WengertList;

/** finmath's random variables, each a single number, as an algebra. Its powers have numbers as exponents. */
record FinmathNumbers() implements LibraryNumbers<RandomVariable> {

    // spotless:off - this is a table
    static final Vocabulary<RandomVariable> HAS = new Vocabulary<>("finmath", "RandomVariable", Map.ofEntries(
            Map.entry(Elementary.NEGATE, x -> x.mult(-1)),
            Map.entry(Elementary.SQRT,   RandomVariable::sqrt),
            Map.entry(Elementary.EXP,    RandomVariable::exp),
            Map.entry(Elementary.EXPM1,  RandomVariable::expm1),
            Map.entry(Elementary.LOG,    RandomVariable::log),
            Map.entry(Elementary.SIN,    RandomVariable::sin),
            Map.entry(Elementary.COS,    RandomVariable::cos),
            Map.entry(Elementary.ABS,    RandomVariable::abs)), Map.of(
            Arithmetic.PLUS,  RandomVariable::add,
            Arithmetic.MINUS, RandomVariable::sub,
            Arithmetic.TIMES, RandomVariable::mult,
            Arithmetic.OVER,  RandomVariable::div,
            Bivariate.MIN,    RandomVariable::cap,
            Bivariate.MAX,    RandomVariable::floor));
    // spotless:on

    /** The gradient of a list's result; inputs that are no direction are parameters. */
    static double[] gradient(WengertList list, int[] directions, double[] x) {
        var factory = new RandomVariableDifferentiableAADFactory();
        var inputs = new ArrayList<RandomVariable>();
        for (double value : x) {
            inputs.add(new Scalar(value));
        }
        for (int i : directions) {
            inputs.set(i, factory.createRandomVariable(x[i]));
        }
        RandomVariable result = list.in(new FinmathNumbers(), inputs).get(0);
        Map<Long, RandomVariable> partials =
                result instanceof RandomVariableDifferentiable y ? y.getGradient() : Map.of();
        return Arrays.stream(directions)
                .mapToDouble(i -> partial(partials, (RandomVariableDifferentiable) inputs.get(i)))
                .toArray();
    }

    /** Zero for what the sweep did not come to. */
    private static double partial(Map<Long, RandomVariable> partials, RandomVariableDifferentiable x) {
        RandomVariable partial = partials.get(x.getID());
        return partial == null ? 0 : partial.doubleValue();
    }

    @Override
    public Vocabulary<RandomVariable> vocabulary() {
        return HAS;
    }

    @Override
    public RandomVariable number(double value) {
        return new Scalar(value);
    }

    @Override
    public double value(RandomVariable x) {
        return x.doubleValue();
    }

    @Override
    public RandomVariable power(RandomVariable x, int n) {
        return x.pow(n);
    }

    @Override
    public RandomVariable power(RandomVariable x, double n) {
        return x.pow(n);
    }
}
