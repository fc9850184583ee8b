package tridiff.expr.text;

import java.util.List;
import java.util.Set;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Bivariate;
import tridiff.expr.Expr;
import tridiff.expr.Operation;
import tridiff.expr.Unary;

/**
 * An operator, parenthesis or call that waits for its operands.
 *
 * @param f its operation; null for parentheses and for if
 * @param operands how many operands there were before it
 */
record Waiting(Kind kind, Operation f, int precedence, int position, int operands) {

    enum Kind {
        PREFIX,
        INFIX,
        PARENTHESIS,
        CALL
    }

    /** Functions of two that are folded over more, and what takes its arguments in groups. */
    private static final Set<Operation> ANY_NUMBER =
            Set.of(Bivariate.MIN, Bivariate.MAX, Bivariate.HYPOT, LoopSyntax.ITERATE);

    boolean isBracket() {
        return kind == Kind.PARENTHESIS || kind == Kind.CALL;
    }

    int mostArguments(Parser.Limits limits) {
        return isOfAny() ? limits.arguments() : leastArguments();
    }

    /** Whether it takes as many arguments as there are. */
    boolean isOfAny() {
        return f != null && ANY_NUMBER.contains(f);
    }

    int leastArguments() {
        if (f instanceof Macro macro) {
            return macro.arguments();
        }
        return f == null ? 3 : f instanceof LoopSyntax ? 4 : f instanceof Unary ? 1 : 2;
    }

    String name() {
        return f == null ? "if" : f == Arithmetic.POWER ? "pow" : f.symbol();
    }

    /** What a call comes to. */
    Expr applied(List<Expr> given, Parser.Limits limits, LoopSyntax.Fault fault) {
        if (f instanceof LoopSyntax loop) {
            return loop.of(given, limits.repetitions(), fault);
        }
        if (f instanceof Macro macro) {
            return macro.of(given);
        }
        if (f == null) {
            return Expr.choose(given.get(0), given.get(1), given.get(2));
        }
        return f instanceof Unary unary
                ? Expr.apply(unary, given.get(0))
                : given.stream().reduce((x, y) -> Expr.apply((Binary) f, x, y)).orElseThrow();
    }
}
