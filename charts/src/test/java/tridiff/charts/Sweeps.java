package tridiff.charts;

import java.util.List;
import tridiff.compare.sweep.OrderSweep;
import tridiff.compare.sweep.StepSweep;
import tridiff.expr.Expr;
import tridiff.expr.text.Parser;

/** What the tests draw. */
final class Sweeps {

    private Sweeps() {}

    static StepSweep steps(String text, double... point) {
        return steps(text, 1e-17, 1, 10, point);
    }

    static StepSweep steps(String text, double from, double to, int perDecade, double... point) {
        Expr f = Parser.parse(text);
        List<Expr.Var> variables = f.variables().isEmpty() ? List.of(Expr.variable("x")) : f.variables();
        return StepSweep.of(f, variables, point, variables.get(0), from, to, perDecade);
    }

    static OrderSweep orders(String text, int order) {
        return OrderSweep.of(Parser.parse(text), Expr.variable("x"), order);
    }
}
