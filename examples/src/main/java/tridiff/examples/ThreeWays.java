package tridiff.examples;

import java.util.List;
import java.util.Locale;
import tridiff.autodiff.ReverseMode;
import tridiff.expr.Expr;
import tridiff.expr.text.Parser;
import tridiff.numerical.FiniteDifference;
import tridiff.symbolic.SymbolicDerivative;
import tridiff.wengert.method.Problem;

/** One function, differentiated in all three ways at one point. */
public final class ThreeWays {

    private ThreeWays() {}

    static String page() {
        Expr f = Parser.parse("x^2*sin(y)");
        List<Expr.Var> variables = f.variables();
        double[] point = {3, 0.5};
        var page = new StringBuilder("The gradient of " + f + " at x = 3, y = 0.5\n\n");
        for (var method : List.of(FiniteDifference.central(2), SymbolicDerivative.simplified(), new ReverseMode())) {
            double[] gradient = new double[2];
            method.gradient(Problem.of(f, variables, variables)).at(point, gradient);
            page.append(String.format(Locale.ROOT, "%-20s  %.9f  %.9f\n", method.id(), gradient[0], gradient[1]));
        }
        page.append("\nAs formulas: ")
                .append(SymbolicDerivative.simplified().gradient(f, variables))
                .append('\n');
        return page.toString();
    }

    public static void main(String[] args) {
        System.out.print(page());
    }
}
