package tridiff.wengert;

import java.util.stream.IntStream;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Bivariate;
import tridiff.expr.Elementary;
import tridiff.expr.Exact;
import tridiff.expr.Rational;
import tridiff.expr.Unary;

/**
 * What a generated program need not compute.
 *
 * <p>1·x, x + 0, x/1, x¹ are x; signs are pulled out of products and quotients and into sums; x² is x·x, x + x is 2·x, and 2·(c·x)
 * is (2c)·x; min(x, x) and max(x, x) are x. Where a choice has been made it is not made again: if(c, w·if(c, a, b), 0) is
 * if(c, w·a, 0), and if(c, a, 0) + if(c, b, 0) is if(c, a + b, 0). None of this changes a double,
 * except that x + 0 turns -0 into itself and not into 0. Two steps do change last bits, for the better: arithmetic on numbers is done
 * exactly and rounded once, where an evaluation rounds at every step, and w·(1/x) becomes w/x, with one rounding less. Nothing is ever
 * dropped that could be NaN: 0·x stays.
 */
final class Folding {

    private Folding() {}

    /** The line that f(x) comes to, or null if there is nothing to fold. */
    static Integer of(ListBuilder k, Unary f, int x) {
        Rational value = Exact.of(f, k.exact(x));
        if (value != null) {
            return k.constant(value);
        }
        return f == Elementary.NEGATE && k.is(Elementary.NEGATE, x) ? (Integer) k.argument(x, 0) : null;
    }

    /** The line that f(x, y) comes to, or null if there is nothing to fold. */
    static Integer of(ListBuilder k, Binary f, int x, int y) {
        Rational value = Exact.of(f, k.exact(x), k.exact(y));
        if (value != null) {
            return k.constant(value);
        }
        if ((f == Bivariate.MAX || f == Bivariate.MIN) && x == y) {
            return x;
        }
        return f instanceof Arithmetic operator
                ? switch (operator) {
                    case PLUS -> plus(k, x, y);
                    case MINUS -> minus(k, x, y);
                    case TIMES -> times(k, x, y);
                    case OVER -> over(k, x, y);
                    case POWER -> power(k, x, y);
                }
                : null;
    }

    /**
     * A line as it is needed in one branch of a choice: a choice by the same condition that it is computed from has been made, too.
     *
     * @param branch 1 where the condition holds, 2 where it does not
     */
    static int within(ListBuilder k, int condition, int branch, int line) {
        if (k.is(Elementary.NEGATE, line)) {
            return k.negate(within(k, condition, branch, k.argument(line, 0)));
        }
        if (k.kind(line) != OpKind.BINARY) {
            return chosen(k, condition, branch, line);
        }
        int x = chosen(k, condition, branch, k.argument(line, 0));
        int y = chosen(k, condition, branch, k.argument(line, 1));
        boolean isSame = x == k.argument(line, 0) && y == k.argument(line, 1);
        return isSame ? line : k.apply((Binary) k.operation(line), (Integer) x, (Integer) y);
    }

    private static int chosen(ListBuilder k, int condition, int branch, int line) {
        return isChoice(k, condition, line) ? k.argument(line, branch) : line;
    }

    private static boolean isChoice(ListBuilder k, int condition, int line) {
        return k.kind(line) == OpKind.CHOICE && k.argument(line, 0) == condition;
    }

    private static Integer plus(ListBuilder k, int x, int y) {
        if (isZero(k, y)) {
            return x;
        }
        if (isZero(k, x)) {
            return y;
        }
        if (isNegated(k, y)) {
            return k.minus(x, k.argument(y, 0));
        }
        if (isNegated(k, x)) {
            return k.minus(y, k.argument(x, 0));
        }
        if (x == y && k.exact(x) == null) {
            return k.times(k.constant(2), x);
        }
        return k.kind(x) == OpKind.CHOICE && isChoice(k, k.argument(x, 0), y) ? sumOfChoices(k, x, y) : null;
    }

    /** The sum of two choices by one condition as one choice, if that takes at most one addition; else null. */
    private static Integer sumOfChoices(ListBuilder k, int x, int y) {
        long zeros = IntStream.of(k.argument(x, 1), k.argument(x, 2), k.argument(y, 1), k.argument(y, 2))
                .filter(branch -> isZero(k, branch))
                .count();
        return zeros < 2
                ? null
                : k.choose(
                        k.argument(x, 0),
                        k.plus(k.argument(x, 1), k.argument(y, 1)),
                        k.plus(k.argument(x, 2), k.argument(y, 2)));
    }

    private static Integer minus(ListBuilder k, int x, int y) {
        if (isZero(k, y)) {
            return x;
        }
        if (isZero(k, x)) {
            return k.negate(y);
        }
        if (isNegated(k, y)) {
            return k.plus(x, k.argument(y, 0));
        }
        return isNegated(k, x) ? k.negate(k.plus(k.argument(x, 0), y)) : null;
    }

    private static Integer times(ListBuilder k, int x, int y) {
        if (isOne(k, x)) {
            return y;
        }
        if (isOne(k, y)) {
            return x;
        }
        if (isNegative(k, x)) {
            return k.negate(k.times(negated(k, x), y));
        }
        if (isNegative(k, y)) {
            return k.negate(k.times(x, negated(k, y)));
        }
        if (isReciprocal(k, y)) {
            return k.over(x, k.argument(y, 1));
        }
        if (isTwo(k, x) && k.is(Arithmetic.TIMES, y)) {
            return doubled(k, y);
        }
        return isReciprocal(k, x) ? k.over(y, k.argument(x, 1)) : null;
    }

    /** 2·(c·x) as (2c)·x: doubling is exact. */
    private static Integer doubled(ListBuilder k, int product) {
        for (int i = 0; i < 2; i++) {
            Rational c = k.exact(k.argument(product, i));
            if (c != null) {
                return k.times(k.constant(c.times(Rational.TWO)), k.argument(product, 1 - i));
            }
        }
        return null;
    }

    private static boolean isTwo(ListBuilder k, int line) {
        return Rational.TWO.equals(k.exact(line));
    }

    private static Integer over(ListBuilder k, int x, int y) {
        if (isOne(k, y)) {
            return x;
        }
        if (isNegative(k, x)) {
            return k.negate(k.over(negated(k, x), y));
        }
        return isNegative(k, y) ? k.negate(k.over(x, negated(k, y))) : null;
    }

    private static Integer power(ListBuilder k, int x, int y) {
        Rational n = k.exact(y);
        if (n == null || n.bits() > 3) {
            return null;
        }
        return n.isOne() ? (Integer) x : n.equals(Rational.TWO) ? k.times(x, x) : null;
    }

    private static boolean isZero(ListBuilder k, int line) {
        return k.exact(line) != null && k.exact(line).isZero();
    }

    private static boolean isOne(ListBuilder k, int line) {
        return k.exact(line) != null && k.exact(line).isOne();
    }

    private static boolean isNegated(ListBuilder k, int line) {
        return k.is(Elementary.NEGATE, line);
    }

    private static boolean isNegative(ListBuilder k, int line) {
        return isNegated(k, line) || k.exact(line) != null && k.exact(line).signum() < 0;
    }

    private static Integer negated(ListBuilder k, int line) {
        return k.negate(line);
    }

    private static boolean isReciprocal(ListBuilder k, int line) {
        return k.is(Arithmetic.OVER, line) && isOne(k, k.argument(line, 0));
    }
}
