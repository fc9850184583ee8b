package tridiff.examples;

import java.util.List;
import java.util.Set;
import tridiff.autodiff.ReverseMode;
import tridiff.expr.Algebra;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.FunctionTable;
import tridiff.expr.Unary;
import tridiff.expr.text.Parser;
import tridiff.symbolic.SymbolicDerivative;
import tridiff.wengert.method.Problem;

/** A function that tridiff does not know: its value, its derivative said once, and all methods differentiate it. */
public final class FunctionOfOnesOwn {

    /** swish(x) = x·sigmoid(x), with swish' = σ + x·σ·(1 - σ) (Ramachandran, Zoph, Le, 2017). */
    private static final Unary SWISH = new Unary() {
        @Override
        public String symbol() {
            return "swish";
        }

        @Override
        public double of(double x) {
            return x * Elementary.SIGMOID.of(x);
        }

        @Override
        public <T> T derivative(Algebra<T> k, T x, T y) {
            T s = k.apply(Elementary.SIGMOID, x);
            return k.plus(s, k.times(y, k.minus(k.constant(1), s)));
        }
    };

    private FunctionOfOnesOwn() {}

    static String page() {
        var parser = new Parser(FunctionTable.standard().with(SWISH), Parser.Limits.DEFAULT, Set.of());
        Expr f = parser.read("swish(3*x)").expr();
        List<Expr.Var> x = f.variables();
        double[] gradient = new double[1];
        new ReverseMode().gradient(Problem.of(f, x, x)).at(new double[] {0}, gradient);
        return "f(x) = " + f + "\nf'(x) = " + SymbolicDerivative.simplified().derivative(f, x.get(0)) + "\nf'(0) = "
                + gradient[0] + "\n";
    }

    public static void main(String[] args) {
        System.out.print(page());
    }
}
