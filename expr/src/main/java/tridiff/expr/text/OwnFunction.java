package tridiff.expr.text;

import java.util.List;
import tridiff.expr.Expr;

/**
 * A function that the text itself defines: a call is its body with the arguments in place of the parameters.
 *
 * @param parameters variables that occur nowhere but in the body
 * @param size what a call costs: the nodes of the body, those of its loops included
 */
record OwnFunction(String symbol, List<Expr.Var> parameters, Expr body, int size) implements Macro {

    @Override
    public int arguments() {
        return parameters.size();
    }

    /** An argument occurs in the result as the one object it is; what has no parameter in it is not copied. */
    @Override
    public Expr of(List<Expr> given) {
        return body.with(parameters, given);
    }
}
