package tridiff.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tridiff.expr.Expr;

/** A function as an expression, and the same function and its gradient as a Java programmer would write them by hand. */
abstract class Problem {

    /** Rounding apart, which includes that of other libraries' exp, log and tanh. */
    static final double SAME = 1e-9;

    /** The function of that name, such as {@code speelpenning:100}. */
    static Problem of(String name) {
        String[] parts = name.split(":", 2);
        int n = Integer.parseInt(parts[1]);
        return switch (parts[0]) {
            case "speelpenning" -> new Speelpenning(n);
            case "helmholtz" -> new Helmholtz(n);
            case "rosenbrock" -> new Rosenbrock(n);
            case "logistic" -> new Logistic(n);
            case "mixture" -> new Mixture(n, 5);
            case "gmm" -> new Mixture(n, 25);
            case "perceptron" -> new Perceptron(n);
            case "llsq" -> new LeastSquares(n);
            case "lse" -> new LogSumExp(n);
            case "det" -> new Determinant(n);
            case "ode" -> new RungeKutta(n, 10);
            case "states" -> new RungeKutta(20, n);
            case "particle" -> new Particle(n);
            default -> throw new IllegalArgumentException("there is no problem " + name);
        };
    }

    /** x(1) … x(n). */
    static List<Expr.Var> variables(int n) {
        return IntStream.rangeClosed(1, n).mapToObj(i -> Expr.variable("x" + i)).toList();
    }

    static Expr sum(List<Expr> terms) {
        return terms.stream().reduce(Expr::plus).orElseThrow();
    }

    abstract List<Expr.Var> variables();

    abstract Expr expression();

    /** Where it is measured. */
    abstract double[] point();

    /** The data over which it sums, column after column; none where it sums over none, or over what it computes. */
    double[] data() {
        return new double[0];
    }

    /** The value by hand. */
    abstract double value(double[] x);

    /** The gradient by hand, in the way of reverse mode; returns the value. */
    abstract double gradient(double[] x, double[] gradient);

    /** The expression with all its variables, for a method or an evaluator. */
    final tridiff.wengert.method.Problem byAll() {
        return tridiff.wengert.method.Problem.of(expression(), variables(), variables());
    }

    /** That two computations of a value agree but for rounding; nothing is timed that does not. */
    static void requireSame(String what, double found, double expected) {
        requireSame(what, new double[] {found}, new double[] {expected}, SAME);
    }

    /** The same of a gradient, relative to its largest entry. */
    static void requireSame(String what, double[] found, double[] expected, double tolerance) {
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(found[i] - expected[i]) <= tolerance * largest)) {
                throw new IllegalStateException(what + ": " + found[i] + " instead of " + expected[i]);
            }
        }
    }

    /** Whether difference quotients mean anything at all here. */
    boolean isSmooth() {
        return true;
    }
}
