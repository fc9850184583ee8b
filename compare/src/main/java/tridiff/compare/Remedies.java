package tridiff.compare;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tridiff.expr.Arithmetic;
import tridiff.expr.Bivariate;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.Operation;
import tridiff.expr.Rational;
import tridiff.expr.text.Parser;
import tridiff.expr.text.Printer;
import tridiff.expr.text.SyntaxError;
import tridiff.wengert.OpKind;
import tridiff.wengert.WengertList;

/** Formulas that leave the doubles or lose digits, and the same functions written so that they do not. */
record Remedies(WengertList f) {

    /** A part of a formula and what to write for it. */
    record Remedy(String written, String better) {}

    /** A way to write a line better; null where it does not fit. */
    private interface Rule {
        Expr better(Remedies in, int line);
    }

    private static final List<Rule> OVERFLOW =
            List.of(Remedies::softplus, Remedies::logOfSum, Remedies::sigmoid, Remedies::hypot);
    private static final List<Rule> CANCELLATION =
            List.of(Remedies::expm1, Remedies::log1p, Remedies::versine, Remedies::differenceOfRoots);

    /** For a formula that overflows, if we know one. */
    static Optional<Remedy> ofOverflow(String formula) {
        return of(formula, OVERFLOW);
    }

    /** For a formula in which digits cancel, if we know one. */
    static Optional<Remedy> ofCancellation(String formula) {
        return of(formula, CANCELLATION);
    }

    private static Optional<Remedy> of(String formula, List<Rule> rules) {
        Expr expr;
        try {
            expr = Parser.parse(formula);
        } catch (SyntaxError notOfTheTable) { // functions or columns of the user's own, or cut
            return Optional.empty();
        }
        var remedies = new Remedies(WengertList.of(expr, expr.variables()));
        return IntStream.range(0, remedies.f.size())
                .boxed()
                .flatMap(line -> rules.stream().flatMap(rule -> remedies.at(line, rule).stream()))
                .findFirst();
    }

    private Optional<Remedy> at(int line, Rule rule) {
        return Optional.ofNullable(rule.better(this, line))
                .map(better -> new Remedy(written(f.expression(line)), written(better)));
    }

    private static String written(Expr e) {
        return Printer.PLAIN.printUpTo(80, e);
    }

    private boolean is(Operation operation, int line) {
        boolean call = f.kind(line) == OpKind.UNARY || f.kind(line) == OpKind.BINARY;
        return call && f.operation(line) == operation;
    }

    private int argument(int line, int i) {
        return f.arguments(line)[i];
    }

    private Expr operand(int line, int i) {
        return f.expression(argument(line, i));
    }

    private boolean isOne(int line) {
        return f.kind(line) == OpKind.CONSTANT && f.constant(line).equals(Rational.ONE);
    }

    /** The term that is added to 1; -1 where the line is no such sum. */
    private int besideOne(int line) {
        if (!is(Arithmetic.PLUS, line)) {
            return -1;
        }
        return isOne(argument(line, 0)) ? argument(line, 1) : isOne(argument(line, 1)) ? argument(line, 0) : -1;
    }

    /** log(1 + exp(u)) */
    private Expr softplus(int line) {
        int sum = is(Elementary.LOG, line) ? besideOne(argument(line, 0)) : -1;
        int term = is(Elementary.LOG1P, line) ? argument(line, 0) : sum;
        return term >= 0 && is(Elementary.EXP, term) ? Expr.apply(Elementary.SOFTPLUS, operand(term, 0)) : null;
    }

    /** log(exp(a) + exp(b)) = a + softplus(b - a) */
    private Expr logOfSum(int line) {
        int sum = is(Elementary.LOG, line) ? argument(line, 0) : line;
        boolean two = sum != line
                && is(Arithmetic.PLUS, sum)
                && is(Elementary.EXP, argument(sum, 0))
                && is(Elementary.EXP, argument(sum, 1));
        if (!two) {
            return null;
        }
        Expr a = operand(argument(sum, 0), 0);
        Expr b = operand(argument(sum, 1), 0);
        return a.plus(Expr.apply(Elementary.SOFTPLUS, b.minus(a)));
    }

    /** exp(u)/(1 + exp(u)) and 1/(1 + exp(-u)) */
    private Expr sigmoid(int line) {
        int term = is(Arithmetic.OVER, line) ? besideOne(argument(line, 1)) : -1;
        if (term < 0 || !is(Elementary.EXP, term)) {
            return null;
        }
        boolean same = argument(line, 0) == term;
        int inner = argument(term, 0);
        boolean turned = isOne(argument(line, 0)) && is(Elementary.NEGATE, inner);
        return same
                ? Expr.apply(Elementary.SIGMOID, f.expression(inner))
                : turned ? Expr.apply(Elementary.SIGMOID, operand(inner, 0)) : null;
    }

    /** sqrt(a^2 + b^2) */
    private Expr hypot(int line) {
        int sum = is(Elementary.SQRT, line) ? argument(line, 0) : line;
        if (sum == line || !is(Arithmetic.PLUS, sum)) {
            return null;
        }
        Expr a = root(argument(sum, 0));
        Expr b = root(argument(sum, 1));
        return a == null || b == null ? null : Expr.apply(Bivariate.HYPOT, a, b);
    }

    private Expr root(int line) {
        boolean product = is(Arithmetic.TIMES, line) && argument(line, 0) == argument(line, 1);
        boolean power = is(Arithmetic.POWER, line)
                && f.kind(argument(line, 1)) == OpKind.CONSTANT
                && f.constant(argument(line, 1)).equals(Rational.TWO);
        return product || power ? operand(line, 0) : null;
    }

    /** exp(u) - 1 */
    private Expr expm1(int line) {
        boolean fits = is(Arithmetic.MINUS, line) && is(Elementary.EXP, argument(line, 0)) && isOne(argument(line, 1));
        return fits ? Expr.apply(Elementary.EXPM1, operand(argument(line, 0), 0)) : null;
    }

    /** log(1 + u) */
    private Expr log1p(int line) {
        int term = is(Elementary.LOG, line) ? besideOne(argument(line, 0)) : -1;
        return term < 0 ? null : Expr.apply(Elementary.LOG1P, f.expression(term));
    }

    /** 1 - cos(u) = 2 sin²(u/2) */
    private Expr versine(int line) {
        boolean fits = is(Arithmetic.MINUS, line) && isOne(argument(line, 0)) && is(Elementary.COS, argument(line, 1));
        Expr half = fits ? operand(argument(line, 1), 0).over(Expr.constant(2)) : null;
        return fits ? Expr.constant(2).times(Expr.apply(Elementary.SIN, half).power(Expr.constant(2))) : null;
    }

    /** sqrt(a) - sqrt(b) = (a - b)/(sqrt(a) + sqrt(b)) */
    private Expr differenceOfRoots(int line) {
        boolean fits = is(Arithmetic.MINUS, line)
                && is(Elementary.SQRT, argument(line, 0))
                && is(Elementary.SQRT, argument(line, 1));
        if (!fits) {
            return null;
        }
        Expr a = operand(argument(line, 0), 0);
        Expr b = operand(argument(line, 1), 0);
        return tridiff.symbolic.Simplifier.simplify(a.minus(b))
                .over(operand(line, 0).plus(operand(line, 1)));
    }
}
