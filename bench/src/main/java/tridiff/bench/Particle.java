package tridiff.bench;

import static tridiff.expr.Functions.choose;
import static tridiff.expr.Functions.greater;
import static tridiff.expr.Functions.sqrt;

import java.util.List;
import tridiff.autodiff.reverse.Adjoints;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.wengert.Expressions;
import tridiff.wengert.WengertList;

/**
 * GradBench's particle (Pearlmutter and Siskind, "Using Programming Language Theory to Make Automatic Differentiation Sound and
 * Efficient", 2008): a charged particle between two charges, one of which the variable moves, by Euler's method until it falls through
 * the x-axis; the square of where it does. The acceleration is a gradient itself, so that its derivative is a nested one.
 */
final class Particle extends Problem {

    private static final double STEP = 0.1;

    private final List<Expr.Var> w = variables(1);
    private final int mostSteps; // the flight must be over by then

    Particle(int mostSteps) {
        this.mostSteps = mostSteps;
    }

    @Override
    List<Expr.Var> variables() {
        return w;
    }

    /** An iteration of a fixed length: once the particle would be below the axis, it stands still. */
    @Override
    Expr expression() {
        List<Expr> starts =
                List.of(Expr.constant(0), Expr.constant(8), Expr.constant(Rational.of(3, 4)), Expr.constant(0));
        List<Expr> end = Expr.iterate(mostSteps, List.of("x", "y", "u", "v"), starts, this::step);
        Expr x = end.get(0);
        Expr y = end.get(1);
        Expr u = end.get(2);
        Expr v = end.get(3);
        Expr hit = x.minus(y.over(v).times(u));
        return hit.times(hit);
    }

    private List<Expr> step(List<Expr.Var> state) {
        Expr h = Expr.constant(Rational.of(1, 10));
        List<Expr> force = force(state.get(0), state.get(1));
        Expr y = state.get(1).plus(h.times(state.get(3)));
        Expr isAbove = greater(y, Expr.constant(0));
        return List.of(
                choose(isAbove, state.get(0).plus(h.times(state.get(2))), state.get(0)),
                choose(isAbove, y, state.get(1)),
                choose(isAbove, state.get(2).minus(h.times(force.get(0))), state.get(2)),
                choose(isAbove, state.get(3).minus(h.times(force.get(1))), state.get(3)));
    }

    /** The gradient of the potential, by reverse mode in the algebra of expressions. */
    private List<Expr> force(Expr.Var x, Expr.Var y) {
        Expr ten = Expr.constant(10);
        Expr a = x.minus(ten);
        Expr b = y.minus(ten.minus(w.get(0)));
        Expr first = Expr.constant(1).over(sqrt(a.times(a).plus(b.times(b))));
        Expr second = Expr.constant(1).over(sqrt(a.times(a).plus(y.times(y))));
        Expr potential = first.plus(second);
        return Adjoints.gradient(
                WengertList.of(potential, List.of(x, y, w.get(0))),
                Expressions.ALGEBRA,
                List.of(x, y, w.get(0)),
                new boolean[] {true, true, false});
    }

    @Override
    double[] point() {
        return new double[] {0};
    }

    @Override
    double value(double[] w) {
        double x = 0;
        double y = 8;
        double u = 0.75;
        double v = 0;
        while (y + STEP * v > 0) {
            double a = x - 10;
            double b = y - (10 - w[0]);
            double p = inverseCube(a * a + b * b);
            double q = inverseCube(a * a + y * y);
            double accelerationX = a * (p + q);
            double accelerationY = b * p + y * q;
            x += STEP * u;
            y += STEP * v;
            u += STEP * accelerationX;
            v += STEP * accelerationY;
        }
        double hit = x - y / v * u;
        return hit * hit;
    }

    private static double inverseCube(double square) {
        return 1 / (square * Math.sqrt(square));
    }

    /** One variable: tangents along the flight are what anybody would write. */
    @Override
    double gradient(double[] w, double[] g) {
        double x = 0;
        double y = 8;
        double u = 0.75;
        double v = 0;
        double dx = 0;
        double dy = 0;
        double du = 0;
        double dv = 0;
        while (y + STEP * v > 0) {
            double a = x - 10;
            double b = y - (10 - w[0]);
            double db = dy + 1;
            double r = a * a + b * b;
            double s = a * a + y * y;
            double p = inverseCube(r);
            double q = inverseCube(s);
            double dp = -3 * p / r * (a * dx + b * db);
            double dq = -3 * q / s * (a * dx + y * dy);
            double accelerationX = a * (p + q);
            double accelerationY = b * p + y * q;
            double tangentX = dx * (p + q) + a * (dp + dq);
            double tangentY = db * p + b * dp + dy * q + y * dq;
            x += STEP * u;
            y += STEP * v;
            u += STEP * accelerationX;
            v += STEP * accelerationY;
            dx += STEP * du;
            dy += STEP * dv;
            du += STEP * tangentX;
            dv += STEP * tangentY;
        }
        double time = -y / v;
        double hit = x + time * u;
        g[0] = 2 * hit * (dx + time * du - (dy + time * dv) / v * u);
        return hit * hit;
    }
}
