package tridiff.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tridiff.compare.sweep.FunctionFamily;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.Refusal;
import tridiff.expr.text.Parser;
import tridiff.reference.enclosure.Enclosure;
import tridiff.reference.enclosure.Enclosures;
import tridiff.symbolic.SymbolicDerivative;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.Method;
import tridiff.wengert.method.Operator;
import tridiff.wengert.method.Prepared;
import tridiff.wengert.method.Problem;

/** Every operator of every method agrees with proved derivatives or is refused with a reason. */
class OperatorTest {

    private static final Expr.Var X = Expr.variable("x");
    private static final Expr.Var Y = Expr.variable("y");
    private static final Expr.Var Z = Expr.variable("z");
    private static final List<Expr.Var> XYZ = List.of(X, Y, Z);
    private static final double[] POINT = {0.75, 1.25, -0.5};
    private static final double[] VECTOR = {2, -0.5, 1.5};
    private static final Enclosures K = new Enclosures(60);

    /** Smooth at the point, and complex differentiable. */
    private static final List<String> FUNCTIONS = List.of(
            "x^2*y + z", "exp(x*y)*sin(z)", "log(x + y^2)/(1 + x*z)", "atan(x*y*z) + sqrt(x*y)", "x*y*z*cos(x - z)");

    /** Relative to the largest entry, or to 1, the size of the functions: exact methods lose a few roundings, differences what their step costs. */
    private static double tolerance(Method method, Operator what, int order) {
        String name = method.id().toString();
        if (!method.id().isNumerical() || name.equals("numerical.complex-step")) {
            return 64 * Math.ulp(1.0) * order;
        }
        boolean second = what == Operator.HESSIAN || what == Operator.HESSIAN_VECTOR || order > 1;
        return switch (method.id().name()) {
            case "forward", "backward" -> second ? 1e-2 : 1e-6;
            case "central6", "central8" -> second ? 4e-3 : 1e-8; // their step is long for the logarithm
            default -> second ? 1e-5 : 1e-8;
        };
    }

    static Stream<Arguments> methodsAndOperators() {
        return Methods.ids().stream().map(Methods::of).flatMap(method -> Stream.of(Operator.values())
                .map(what -> Arguments.of(method, what)));
    }

    /** The problems that an operator is asked for. */
    private static List<Problem> problems(Operator what) {
        var problems = new ArrayList<Problem>();
        if (what == Operator.JACOBIAN) {
            problems.add(Problem.of(FUNCTIONS.stream().map(Parser::parse).toList(), XYZ, List.of(Z, X)));
            return problems;
        }
        for (String text : FUNCTIONS) {
            var p = Problem.of(Parser.parse(text), XYZ, List.of(Z, X));
            if (what == Operator.DERIVATIVE) {
                problems.addAll(List.of(p.by(Y, 1), p.by(Y, 2), p.by(X, 3), p.by(List.of(X, Y))));
            } else {
                problems.addAll(List.of(p, p.by(XYZ)));
            }
        }
        return problems;
    }

    private static double[] given(Problem p, Operator what) {
        double[] x = Arrays.copyOf(POINT, what.inputs(p));
        System.arraycopy(VECTOR, 0, x, POINT.length, x.length - POINT.length);
        return x;
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("methodsAndOperators")
    void it_agrees_with_proved_derivatives_or_says_why_not(Method method, Operator what) {
        for (Problem p : problems(what)) {
            int order = what == Operator.DERIVATIVE ? p.wanted().size() : 1;
            Prepared prepared;
            try {
                prepared = method.prepare(p, what);
            } catch (Refusal refusal) {
                assertFalse(refusal.getMessage().isBlank());
                assertFalse(what != Operator.DERIVATIVE && method.operators().contains(what), refusal.getMessage());
                assertFalse(order == 1 && Operator.OF_FIRST_ORDER.contains(what), refusal.getMessage());
                continue;
            }
            assertTrue(order == 1 && what == Operator.DERIVATIVE
                    || method.operators().contains(what));
            double[] x = given(p, what);
            double[] results = new double[what.results(p)];
            double[] before = x.clone();
            prepared.at(x, results);
            assertArrayEquals(before, x, "the point is left as it is");
            double[] truth = truth(p, what);
            double size = Arrays.stream(truth).map(Math::abs).reduce(1, Math::max);
            for (int i = 0; i < truth.length; i++) {
                double allowed = tolerance(method, what, order) * size;
                String entry = p.functions() + " by " + p.wanted() + ", entry " + i;
                assertEquals(truth[i], results[i], allowed, entry);
                double estimate = estimate(prepared, x, i);
                assertTrue(!(Math.abs(truth[i] - results[i]) > 10 * estimate + 1e-12 * size), entry + " " + estimate);
            }
        }
    }

    /** The method's own estimate of its error; NaN where it makes none. */
    private static double estimate(Prepared prepared, double[] x, int i) {
        return prepared.errorEstimates(x)
                .filter(errors -> i < errors.length)
                .map(errors -> errors[i])
                .orElse(Double.NaN);
    }

    /** By textbook differentiation in enclosures. */
    private static double[] truth(Problem p, Operator what) {
        int n = p.wanted().size();
        return switch (what) {
            case GRADIENT, JACOBIAN ->
                p.functions().stream()
                        .flatMap(f -> p.wanted().stream().map(v -> List.of(v)).map(by -> proved(p, f, by)))
                        .mapToDouble(d -> d)
                        .toArray();
            case VALUE_AND_GRADIENT ->
                Stream.concat(p.wanted().stream().map(v -> List.of(v)), Stream.of(List.<Expr.Var>of()))
                        .mapToDouble(by -> proved(p, p.f(), by))
                        .toArray();
            case HESSIAN ->
                IntStream.range(0, n * n)
                        .mapToDouble(i -> proved(
                                p,
                                p.f(),
                                List.of(p.wanted().get(i / n), p.wanted().get(i % n))))
                        .toArray();
            case HESSIAN_VECTOR -> {
                double[] hessian = truth(p, Operator.HESSIAN);
                yield IntStream.range(0, n)
                        .mapToDouble(i -> IntStream.range(0, n)
                                .mapToDouble(j -> hessian[i * n + j] * VECTOR[j])
                                .sum())
                        .toArray();
            }
            case DERIVATIVE -> new double[] {proved(p, p.f(), p.wanted())};
        };
    }

    private static double proved(Problem p, Expr f, List<Expr.Var> by) {
        Expr derivative = SymbolicDerivative.raw().differentiate(f, by).expr();
        List<Enclosure> point =
                Arrays.stream(POINT).mapToObj(x -> Enclosure.of(Rational.of(x))).toList();
        return WengertList.of(by.isEmpty() ? f : derivative, p.inputs())
                .in(K, point)
                .get(0)
                .midpoint(30)
                .doubleValue();
    }

    private static double[] run(Method method, Problem p, Operator what) {
        double[] results = new double[what.results(p)];
        method.prepare(p, what).at(given(p, what), results);
        return results;
    }

    /** Second differences, second formulas, forward over forward and forward over reverse: one operator. */
    @Test
    void the_hessians_of_all_families_agree_and_are_symmetric() {
        for (Problem p : problems(Operator.HESSIAN)) {
            int n = p.wanted().size();
            double[] formulas = run(Methods.of("symbolic.dag"), p, Operator.HESSIAN);
            double size = Arrays.stream(formulas).map(Math::abs).max().orElseThrow();
            for (String id : List.of("autodiff.forward", "autodiff.reverse", "symbolic.raw", "numerical.adaptive")) {
                double[] hessian = run(Methods.of(id), p, Operator.HESSIAN);
                assertArrayEquals(formulas, hessian, (id.startsWith("numerical") ? 1e-9 : 1e-14) * size, id);
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < i; j++) {
                        assertEquals(hessian[i * n + j], hessian[j * n + i], 4 * Math.ulp(size), id);
                    }
                }
            }
        }
    }

    @Test
    void what_is_composed_and_what_is_its_own_agree() {
        Problem p = Problem.of(Parser.parse("exp(x*y)*sin(z) + x^3"), XYZ, List.of(X, Z));
        for (Method method : Methods.own()) {
            double[] both = run(method, p, Operator.VALUE_AND_GRADIENT);
            assertArrayEquals(run(method, p, Operator.GRADIENT), Arrays.copyOf(both, 2), 1e-15 * Math.abs(both[0]));
        }
        double[] own = run(Methods.of("autodiff.reverse"), p, Operator.HESSIAN_VECTOR);
        double[] composed = run(Methods.of("autodiff.forward"), p, Operator.HESSIAN_VECTOR);
        assertArrayEquals(own, composed, 1e-14 * Math.abs(own[0]));
    }

    /** Forward over reverse along a vector costs some evaluations of f, whatever n is; the Hessian n times that. */
    @Test
    void a_hessian_times_a_vector_costs_no_hessian() {
        Expr f = FunctionFamily.named("helmholtz", FunctionFamily.By.VARS)
                .orElseThrow()
                .members()
                .apply(30);
        var p = Problem.of(f);
        Method reverse = Methods.of("autodiff.reverse");
        long product = reverse.hessianVector(p).operations().orElseThrow();
        assertTrue(product < 12 * p.list().operations());
        assertTrue(10 * product < reverse.hessian(p).operations().orElseThrow());
    }

    @Test
    void an_operator_on_one_function_does_not_take_several() {
        var two = Problem.of(List.of(X, Y), List.of(X, Y), List.of(X));
        for (Method method : Methods.own()) {
            assertThrows(IllegalStateException.class, () -> method.gradient(two));
        }
        assertThrows(IllegalArgumentException.class, () -> Problem.of(X.times(Y), List.of(X), List.of(X)));
        assertThrows(IllegalArgumentException.class, () -> Problem.of(X, List.of(X), List.of(Y)));
    }
}
