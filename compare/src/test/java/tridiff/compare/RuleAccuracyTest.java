package tridiff.compare;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tridiff.autodiff.forward.Duals;
import tridiff.expr.Binary;
import tridiff.expr.Bivariate;
import tridiff.expr.DoubleAlgebra;
import tridiff.expr.Elementary;
import tridiff.expr.Rational;
import tridiff.reference.enclosure.Enclosure;
import tridiff.reference.enclosure.Enclosures;

/**
 * Every rule of the table over its whole domain: at most 3 ulp, and what half an ulp of change of the argument would do.
 *
 * <p>Left out are results below the normal doubles, where an ulp is no measure of relative error, and for the gamma family the
 * negative axis: there its derivatives are differences of large terms. The slope of gelu is a sum whose terms cancel at its minimum:
 * the ulps are those of twice the larger one, normcdf(x), which is right to four.
 */
class RuleAccuracyTest {

    private static final int POINTS = 3_000;
    private static final double ALLOWED = 3;
    private static final Set<Elementary> POSITIVE_ONLY =
            Set.of(Elementary.GAMMA, Elementary.LGAMMA, Elementary.DIGAMMA);

    private final Enclosures k = new Enclosures(60);

    /** Ordinary, tiny and huge numbers, numbers near ±1, and the last doubles before ±1 and ±π/2. */
    private static DoubleStream arguments() {
        var random = new Random(2);
        DoubleStream drawn = DoubleStream.generate(() -> switch (random.nextInt(6)) {
                    case 0 -> random.nextGaussian();
                    case 1 -> sign(random) * Math.exp(3 * random.nextGaussian());
                    case 2 -> 2 * random.nextDouble() - 1;
                    case 3 -> sign(random) * (1 + sign(random) * Math.exp(-36 * random.nextDouble()));
                    case 4 -> sign(random) * Math.exp(700 * (2 * random.nextDouble() - 1));
                    default -> 60 * random.nextDouble() - 30;
                })
                .limit(POINTS);
        double[] hard = {
            1e-300,
            1e-20,
            0.5,
            Math.nextDown(1.0),
            1,
            Math.nextUp(1.0),
            Math.PI / 2,
            Math.PI,
            20,
            26,
            300,
            700,
            1e10,
            1e22,
            1e150,
            1e300
        };
        DoubleStream corners = Arrays.stream(hard).flatMap(x -> DoubleStream.of(x, -x));
        return DoubleStream.concat(DoubleStream.concat(drawn, corners), Magnitudes.arguments(POINTS / 30, 9));
    }

    private static double sign(Random random) {
        return random.nextBoolean() ? 1 : -1;
    }

    @ParameterizedTest
    @EnumSource(Elementary.class)
    void a_rule_is_accurate_to_3_ulp_beyond_conditioning(Elementary f) {
        long checked = arguments()
                .filter(x -> !POSITIVE_ONLY.contains(f) || x > 0)
                .filter(x -> check(f, x))
                .count();
        assertTrue(checked > POINTS / 10, "only " + checked + " points are in its domain");
    }

    private boolean check(Elementary f, double x) {
        var duals = new Duals<>(k);
        var argument = duals.seeded(Enclosure.of(Rational.of(x)));
        var y = duals.apply(f, argument);
        var derivative = f.derivative(duals, argument, y);
        return judge(
                f.symbol() + " at " + x,
                f.derivative(DoubleAlgebra.ALGEBRA, x, f.of(x)),
                derivative,
                argument.value(),
                f == Elementary.GELU ? 2 * Elementary.NORMCDF.of(x) : 0);
    }

    /** Judges one rule at one point; false if there is nothing to judge. */
    private boolean judge(String what, double computed, Duals.Dual<Enclosure> derivative, Enclosure x, double least) {
        Enclosure truth = derivative.value();
        double nearest = truth.isNumber() ? truth.nearest().orElse(Double.NaN) : Double.NaN;
        if (truth.isUndefined()) {
            assertTrue(!Double.isFinite(computed), what + " is undefined, and computed as " + computed);
        }
        boolean normal =
                Math.abs(nearest) >= Double.MIN_NORMAL && !Double.isInfinite(nearest) || nearest == 0 && truth.isZero();
        if (!normal) {
            return false;
        }
        double allowed =
                (ALLOWED + condition(derivative, x) / 2) * (least > Math.abs(nearest) ? least / Math.abs(nearest) : 1);
        double ulps = truth.ulps(computed);
        assertTrue(ulps <= allowed, what + ": " + ulps + " ulp, allowed " + allowed);
        return true;
    }

    /** |x f''/f'|: how many times a relative change of the argument is magnified. */
    private double condition(Duals.Dual<Enclosure> derivative, Enclosure x) {
        if (derivative.tangent() == null || derivative.value().isZero()) {
            return 0;
        }
        Enclosure condition = k.over(k.times(x, derivative.tangent()), derivative.value());
        return condition.isNumber() ? Math.abs(condition.nearest().orElse(0)) : 0;
    }

    @ParameterizedTest
    @EnumSource(Bivariate.class)
    void partial_derivatives_are_accurate_to_3_ulp_beyond_conditioning(Bivariate f) {
        var random = new Random(3);
        int checked = 0;
        for (double x : arguments().limit(1_000).toArray()) {
            double y = List.of(1.0, x, -x, 3 * x, random.nextGaussian(), 1 / x).get(random.nextInt(6));
            boolean order = f.facts().hasWholeOrder();
            checked += check(f, order ? 1 + random.nextInt(4) : x, f == Bivariate.POLYGAMMA ? Math.abs(y) : y);
        }
        assertTrue(checked > 200, "only " + checked + " points are in its domain");
    }

    private int check(Binary f, double x, double y) {
        var duals = new Duals<>(k);
        Enclosure first = Enclosure.of(Rational.of(x));
        Enclosure second = Enclosure.of(Rational.of(y));
        var parameter = duals.parameter(first);
        var seeded = duals.seeded(second);
        var bySecond = f.partialY(duals, parameter, seeded, duals.apply(f, parameter, seeded));
        double z = f.of(x, y);
        int checked = judge(
                        f.symbol() + " by its second argument at " + x + ", " + y,
                        f.partialY(DoubleAlgebra.ALGEBRA, x, y, z),
                        bySecond,
                        second,
                        0)
                ? 1
                : 0;
        if (!f.facts().hasWholeOrder()) {
            var seededFirst = duals.seeded(first);
            var fixed = duals.parameter(second);
            var byFirst = f.partialX(duals, seededFirst, fixed, duals.apply(f, seededFirst, fixed));
            checked += judge(
                            f.symbol() + " by its first argument at " + x + ", " + y,
                            f.partialX(DoubleAlgebra.ALGEBRA, x, y, z),
                            byFirst,
                            first,
                            0)
                    ? 1
                    : 0;
        }
        return checked;
    }
}
