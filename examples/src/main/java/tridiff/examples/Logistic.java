package tridiff.examples;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tridiff.expr.Expr;
import tridiff.expr.Rational;

/** The iterates of the logistic map, l(1) = x and l(n+1) = 4·l(n)·(1 - l(n)): the classical example of expression swell. */
final class Logistic {

    private Logistic() {}

    /** l(n) as the recursion builds it: a Java loop that builds an expression. */
    static Expr iterate(Expr x, int n) {
        Expr l = x;
        for (int k = 1; k < n; k++) {
            l = Expr.constant(4).times(l).times(Expr.constant(1).minus(l));
        }
        return l;
    }

    /** The derivative of l(n) multiplied out and written by Horner's rule: c0 + x·(c1 + x·(c2 + …)). */
    static Expr expandedDerivative(Expr x, int n) {
        List<BigInteger> l = coefficients(n);
        Expr sum = Expr.constant(0);
        for (int k = l.size() - 1; k >= 1; k--) {
            BigInteger c = l.get(k).multiply(BigInteger.valueOf(k));
            sum = x.times(sum).plus(Expr.constant(new Rational(c, BigInteger.ONE)));
        }
        return sum;
    }

    /** The coefficients of l(n), constant term first. */
    private static List<BigInteger> coefficients(int n) {
        List<BigInteger> l = List.of(BigInteger.ZERO, BigInteger.ONE);
        for (int k = 1; k < n; k++) {
            var next = new ArrayList<>(Collections.nCopies(2 * l.size() - 1, BigInteger.ZERO));
            for (int i = 0; i < l.size(); i++) {
                next.set(i, next.get(i).add(l.get(i).shiftLeft(2)));
                for (int j = 0; j < l.size(); j++) {
                    next.set(
                            i + j,
                            next.get(i + j).subtract(l.get(i).multiply(l.get(j)).shiftLeft(2)));
                }
            }
            l = next;
        }
        return l;
    }
}
