package tridiff.examples;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.numbers.complex.Complex;
import tridiff.autodiff.ReverseMode;
import tridiff.expr.Algebra;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.Facts;
import tridiff.expr.FunctionTable;
import tridiff.expr.Rational;
import tridiff.expr.text.Parser;
import tridiff.numerical.FiniteDifference;
import tridiff.numerical.complex.AnalyticUnary;
import tridiff.numerical.complex.ComplexStep;
import tridiff.reference.Reference;
import tridiff.reference.enclosure.EnclosedUnary;
import tridiff.reference.enclosure.Enclosure;
import tridiff.reference.enclosure.EnclosureArithmetic;
import tridiff.symbolic.SymbolicDerivative;
import tridiff.wengert.method.Problem;

/** A function that tridiff does not know: its value, its rule, its enclosure, and all methods differentiate it and are judged. */
public final class FunctionOfOnesOwn {

    /** swish(x) = x·sigmoid(x), with swish' = σ + y·(1 - σ) (Ramachandran, Zoph, Le, 2017). */
    private static final class Swish implements EnclosedUnary, AnalyticUnary {

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
            return k.plus(s, k.times(y, k.apply(Elementary.SIGMOID, k.negate(x))));
        }

        /** For the simplifier. */
        @Override
        public Facts facts() {
            return Facts.known().total().at(0, 0);
        }

        /** For the reference. */
        @Override
        public Enclosure enclosed(EnclosureArithmetic k, Enclosure x) {
            return k.times(x, k.sigmoid(x));
        }

        /** For the complex step. */
        @Override
        public Complex continued(Complex z) {
            return z.divide(z.negate().exp().add(1));
        }
    }

    private FunctionOfOnesOwn() {}

    static String page() {
        var parser = new Parser(FunctionTable.standard().with(new Swish()), Parser.Limits.DEFAULT, Set.of());
        Expr f = parser.read("swish(3*x)").expr();
        List<Expr.Var> x = f.variables();
        var problem = Problem.of(f, x, x);
        double[] point = {-0.4};
        Enclosure truth = Reference.at(
                        problem.list(), List.of(Rational.of(point[0])), problem.active(), Reference.Effort.DEFAULT)
                .gradient()
                .get(0);
        var page = new StringBuilder("f(x) = " + f + "\nf'(x) = "
                + SymbolicDerivative.simplified().derivative(f, x.get(0)) + "\n\nf'(-0.4) = " + truth + "\n");
        for (var method : List.of(
                FiniteDifference.central(2), new ComplexStep(), SymbolicDerivative.simplified(), new ReverseMode())) {
            double[] gradient = new double[1];
            method.gradient(problem).at(point, gradient);
            page.append(String.format(
                    Locale.ROOT,
                    "%-22s  %.16f  relative error %.0e\n",
                    method.id(),
                    gradient[0],
                    truth.relativeError(gradient[0])));
        }
        return page.toString();
    }

    public static void main(String[] args) {
        System.out.print(page());
    }
}
