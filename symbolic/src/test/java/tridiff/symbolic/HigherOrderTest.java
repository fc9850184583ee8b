package tridiff.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.expr.Expr;
import tridiff.expr.text.Parser;
import tridiff.expr.text.Printer;
import tridiff.symbolic.form.Simplification;
import tridiff.wengert.WengertList;
import tridiff.wengert.run.Evaluator;

/** Derivatives of higher order: never larger than by less effort, and undefined where one of a lower order is. */
class HigherOrderTest {

    private static final Expr.Var X = Expr.variable("x");

    private static long size(Expr e) {
        BigInteger size = WengertList.of(e, List.of()).treeSize();
        return size.longValueExact();
    }

    private static Expr derivative(String f, int order, SimplificationLevel effort) {
        return SymbolicDerivative.with(effort).derivative(Parser.parse(f), X, order);
    }

    private static double at(Expr e, double x) {
        return new Evaluator(WengertList.of(e, List.of(X))).run(new double[] {x});
    }

    /** The sizes that a collected sum of terms has, as a mathematician would write it. */
    @ParameterizedTest
    @CsvSource({
        "sin(x^2), 12, 48",
        "exp(-x^2), 8, 31",
        "x^5*exp(x), 4, 20",
    })
    void terms_cancel_at_high_orders(String f, int order, long most) {
        long size = size(derivative(f, order, SimplificationLevel.FULL));
        assertTrue(size <= most, f + " order " + order + ": " + size);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sin(x^2)",
                "cos(x^3)",
                "exp(-x^2)",
                "exp(-1/x)",
                "x^5*exp(x)",
                "x^3*sin(x)",
                "x^2*log(x)",
                "log(1+x^2)",
                "1/(1+x^2)",
                "sqrt(1+x^2)",
                "atan(x)",
                "asin(x)",
                "tan(x)",
                "tanh(x)",
                "exp(sin(x))",
                "exp(x)*cos(x)",
                "sin(x)^4",
                "x^x",
                "x/(1-x)",
                "(x^2+1)^5",
                "(x+1)^3*(x-2)^4",
                "sin(x)/x",
                "exp(x)/(1+exp(x))",
                "log(log(x))",
                "erf(x)",
                "besselj0(x)",
                "sin(x)*cos(x)",
                "sec(x)",
                "cot(x)",
                "asinh(x)",
                "acosh(x)",
                "atanh(x)",
                "exp(exp(x))",
                "exp(-x)*x^3",
                "log(x)/x",
                "x^2/(x^2+1)",
                "(x-1)/(x+1)",
                "sqrt((1-x)/(1+x))",
                "2^x",
                "x^2.5",
                "gamma(x)",
                "normcdf(x)",
                "sigmoid(x)",
                "softplus(x)",
                "tanh(x)*x",
                "cos(x)^3*sin(x)",
                "exp(x^2)*erf(x)",
                "log(x+sqrt(x^2+1))",
                "1/(exp(x)-1)",
                "x*atan(x)",
                "cbrt(x)",
                "sin(1/x)",
                "x^7-3*x^2+1",
                "abs(x)*x",
                "1/log(x)",
                "x*exp(-x/2)",
                "sinh(x)*x",
                "1/(x*(x+1))",
                "sqrt(x)*exp(x)",
            })
    void more_effort_never_makes_it_larger(String f) {
        for (int order = 1; order <= 6; order++) {
            Expr full = derivative(f, order, SimplificationLevel.FULL);
            Expr basic = derivative(f, order, SimplificationLevel.BASIC);
            long least = Math.min(size(basic), size(Simplifier.simplify(basic)));
            String what = f + " order " + order + ": " + Printer.PLAIN.printUpTo(300, full);
            assertTrue(size(full) <= least, () -> what + " instead of " + least);
            assertEquals(size(full), size(Simplifier.simplify(full)), what);
        }
    }

    /** Jumps and kinks, poles of a lower order and removable ones: no derivative of any order has a value there. */
    @ParameterizedTest
    @CsvSource({
        "abs(x), 0",
        "relu(x), 0",
        "sign(x), 0",
        "floor(x), 3",
        "'max(x, 1)', 1",
        "'min(x, x^2)', 1",
        "x*abs(x), 0",
        "'if(x == 0, 1, sin(x)/x)', 0",
        "'if(x > 1, x^3, x)', 1",
        "'if(x < 0, -1, 1)', 0",
        "abs(x^2 - 1), 1",
        "sqrt(x^2), 0"
    })
    void what_has_no_value_has_none_at_higher_orders(String f, double x) {
        for (SimplificationLevel effort : SimplificationLevel.values()) {
            boolean exists = true;
            for (int order = 1; order <= 4; order++) {
                Simplification d =
                        SymbolicDerivative.with(effort).differentiate(Parser.parse(f), Collections.nCopies(order, X));
                boolean holds = d.conditions().stream().allMatch(c -> at(c.test(), x) == 1);
                boolean has = holds && !Double.isNaN(at(d.expr(), x));
                assertTrue(exists || !has, f + " order " + order + " " + effort + ": " + Printer.PLAIN.print(d.expr()));
                exists = has;
            }
        }
    }
}
