package tridiff.compare.corpus;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tridiff.expr.Expr;
import tridiff.expr.said.Said;

/** One entry of a corpus: a case, or why a place in the file holds none. */
public sealed interface Entry {

    /** Its number in the corpus, from 0. */
    long number();

    /** The line of the file where it begins, from 1. */
    long line();

    /** What it is called. */
    String id();

    /**
     * A function at a point.
     *
     * @param text the function as it was written
     * @param point a value for each variable, in the order in which they are to be shown
     * @param gradient what the derivatives are said to be; empty where nothing is said
     * @param unread what else is said of it, in words that mean nothing here
     */
    record Case(
            long number,
            long line,
            String id,
            String text,
            Expr f,
            Map<String, Double> point,
            Map<String, BigDecimal> gradient,
            List<String> unread)
            implements Entry {

        /** The variables of the function, with those of the point that it does not contain. */
        public List<Expr.Var> variables() {
            List<Expr.Var> own = f.variables();
            return point.keySet().stream()
                    .map(name -> own.stream()
                            .filter(v -> v.name().equals(name))
                            .findFirst()
                            .orElseGet(() -> Expr.variable(name)))
                    .toList();
        }
    }

    /**
     * A place that could not be read.
     *
     * @param message one line
     */
    record Bad(long number, long line, String id, Said message) implements Entry {}
}
