package tridiff.compare;

import tridiff.expr.Evaluator;
import tridiff.expr.Line;
import tridiff.expr.Printer;
import tridiff.expr.WengertList;

/** Finds where a program first leaves the finite numbers. */
final class Trouble {

    private Trouble() {}

    /** Names the first sub-expression that is infinite or undefined in doubles, for inputs x. */
    static String in(WengertList program, double[] x) {
        var evaluator = new Evaluator(program);
        evaluator.run(x);
        for (int i = 0; i < program.size(); i++) {
            double v = evaluator.value(i);
            if (!Double.isFinite(v) && program.kind(i) != Line.INPUT) {
                String formula = Printer.PLAIN.printUpTo(60, program.expression(i));
                return formula + (Double.isNaN(v) ? " is undefined" : v > 0 ? " is infinite" : " is -infinite")
                        + " in doubles";
            }
        }
        return "";
    }
}
