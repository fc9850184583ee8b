package tridiff.compare;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tridiff.expr.Algebra;
import tridiff.expr.Binary;
import tridiff.expr.FunctionTable;
import tridiff.expr.Operation;
import tridiff.expr.Rational;
import tridiff.expr.Unary;
import tridiff.reference.enclosure.Enclosure;
import tridiff.reference.enclosure.Enclosures;

/**
 * The checks can fail: every rule of the table is made wrong in turn, and the check that the suite rests on must see it.
 *
 * <p>The check compares a rule with a difference quotient in enclosures, which knows nothing of rules: |rule - quotient| must be as
 * small as the truncation error of a step of 10^-20.
 */
class MutationTest {

    private static final int DIGITS = 80;
    private static final Rational STEP = Rational.of(1, 10).power(20);
    private static final double TOLERANCE = 1e-15;

    /** A way to make a rule wrong. */
    enum Mutant {
        NONE,
        SIGN,
        FACTOR,
        ZERO,
        SWAPPED_ARGUMENTS,
        SHIFTED_ARGUMENT
    }

    private static Stream<Operation> rows() {
        return Stream.concat(FunctionTable.standard().rows().stream(), Stream.of(tridiff.expr.Arithmetic.values()));
    }

    private static final List<Rational> POINTS =
            Stream.of(7, 13, 23, -7, 31).map(n -> Rational.of(n, 10)).toList();

    @ParameterizedTest
    @MethodSource("rows")
    void a_right_rule_passes_and_every_wrong_one_is_seen(Operation f) {
        boolean zeroEverywhere = f.facts().isStep(); // no mutant of 0 differs
        assertTrue(passes(f, Mutant.NONE), f.symbol());
        for (Mutant mutant : Mutant.values()) {
            boolean same = zeroEverywhere || sameRule(f, mutant);
            if (mutant != Mutant.NONE && !same) {
                assertFalse(passes(f, mutant), f.symbol() + " with " + mutant);
            }
        }
    }

    /** Mutants that are no change: a constant rule taken elsewhere, partial derivatives that are equal, nothing to swap. */
    private static boolean sameRule(Operation f, Mutant mutant) {
        boolean constant = f.facts().isPiecewise() || List.of("+", "-", "*").contains(f.symbol());
        boolean nothingToSwap =
                f instanceof Unary || f.symbol().equals("+") || f.facts().hasWholeOrder();
        return mutant == Mutant.SHIFTED_ARGUMENT && constant || mutant == Mutant.SWAPPED_ARGUMENTS && nothingToSwap;
    }

    private static boolean passes(Operation f, Mutant mutant) {
        return f instanceof Unary unary ? passes(unary, mutant) : passes((Binary) f, mutant);
    }

    private static boolean passes(Unary f, Mutant mutant) {
        var k = new Enclosures(DIGITS);
        int checked = 0;
        for (Rational x : POINTS) {
            Enclosure there = Enclosure.of(x);
            Enclosure quotient =
                    quotient(k, k.apply(f, Enclosure.of(x.plus(STEP))), k.apply(f, Enclosure.of(x.minus(STEP))));
            Enclosure argument = mutant == Mutant.SHIFTED_ARGUMENT ? Enclosure.of(x.plus(Rational.of(1, 100))) : there;
            if (!quotient.isNumber() || !k.apply(f, argument).isNumber()) {
                continue;
            }
            Enclosure rule = mutated(k, f.derivative(k, argument, k.apply(f, argument)), mutant);
            if (!close(k, rule, quotient)) {
                return false;
            }
            checked++;
        }
        return checked > 0;
    }

    /** Both partial derivatives; an order is no variable, and powers get a positive base. */
    private static boolean passes(Binary f, Mutant mutant) {
        var k = new Enclosures(DIGITS);
        boolean order = f.facts().hasWholeOrder();
        Enclosure x = Enclosure.of(order ? Rational.of(2) : Rational.of(17, 10));
        Enclosure y = Enclosure.of(Rational.of(6, 10));
        Enclosure step = Enclosure.of(STEP);
        Enclosure atY = mutant == Mutant.SHIFTED_ARGUMENT ? Enclosure.of(Rational.of(61, 100)) : y;
        Enclosure atZ = k.apply(f, x, atY);
        Enclosure byY = quotient(k, k.apply(f, x, k.plus(y, step)), k.apply(f, x, k.minus(y, step)));
        Enclosure ruleY = mutated(k, f.partialY(k, x, atY, atZ), mutant);
        if (order) {
            return close(k, ruleY, byY);
        }
        Enclosure byX = quotient(k, k.apply(f, k.plus(x, step), y), k.apply(f, k.minus(x, step), y));
        Enclosure ruleX = mutated(k, f.partialX(k, x, atY, atZ), mutant);
        boolean swapped = mutant == Mutant.SWAPPED_ARGUMENTS;
        return close(k, swapped ? ruleX : ruleY, byY) && close(k, swapped ? ruleY : ruleX, byX);
    }

    private static Enclosure quotient(Algebra<Enclosure> k, Enclosure right, Enclosure left) {
        return k.over(k.minus(right, left), Enclosure.of(STEP.times(Rational.TWO)));
    }

    private static Enclosure mutated(Algebra<Enclosure> k, Enclosure rule, Mutant mutant) {
        return switch (mutant) {
            case SIGN -> k.negate(rule);
            case FACTOR -> k.times(rule, k.constant(2));
            case ZERO -> k.constant(0);
            default -> rule;
        };
    }

    private static boolean close(Algebra<Enclosure> k, Enclosure rule, Enclosure quotient) {
        Enclosure difference = k.minus(rule, quotient);
        return difference.isNumber() && Math.abs(difference.midpoint(20).doubleValue()) <= TOLERANCE;
    }
}
