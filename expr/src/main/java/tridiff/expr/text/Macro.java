package tridiff.expr.text;

import java.util.List;
import tridiff.expr.Expr;
import tridiff.expr.Operation;

/** What is called like a function, and stands for an expression of others. */
interface Macro extends Operation {

    /** How many arguments it takes. */
    int arguments();

    /** What a call with these arguments stands for. */
    Expr of(List<Expr> given);
}
