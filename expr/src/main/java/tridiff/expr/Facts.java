package tridiff.expr;

import java.util.EnumSet;
import java.util.Optional;

/**
 * What is known of a function beyond its values and its rule, as its row says it: {@code known().odd().total().at(0, 0)}.
 *
 * <p>What is not said is not known, so that a row without facts is never wrong. What is said holds wherever the function is defined;
 * a test holds it against proved enclosures, and names what could be said and is not.
 */
public final class Facts {

    private enum Fact {
        ODD,
        EVEN,
        TOTAL,
        NEVER_ZERO,
        NEVER_NEGATIVE,
        PIECEWISE,
        STEP,
        JUMPS,
        COMMUTES,
        WHOLE_ORDER
    }

    /** A function that is right to two ulps is off by so many units of rounding at most. */
    private static final int TWO_ULPS = 4;

    private static final Facts NONE = new Facts(EnumSet.noneOf(Fact.class), null, null, TWO_ULPS);

    private final EnumSet<Fact> facts;
    private final Rational atZero;
    private final Rational atOne;
    private final int rounding;

    private Facts(EnumSet<Fact> facts, Rational atZero, Rational atOne, int rounding) {
        this.facts = facts;
        this.atZero = atZero;
        this.atOne = atOne;
        this.rounding = rounding;
    }

    /** Nothing yet. */
    public static Facts known() {
        return NONE;
    }

    private Facts and(Fact fact) {
        EnumSet<Fact> more = EnumSet.copyOf(facts);
        more.add(fact);
        return new Facts(more, atZero, atOne, rounding);
    }

    /** f(-x) = -f(x). */
    public Facts odd() {
        return and(Fact.ODD);
    }

    /** f(-x) = f(x). */
    public Facts even() {
        return and(Fact.EVEN);
    }

    /** Defined for every real number. */
    public Facts total() {
        return and(Fact.TOTAL);
    }

    public Facts neverZero() {
        return and(Fact.NEVER_ZERO);
    }

    public Facts neverNegative() {
        return and(Fact.NEVER_NEGATIVE);
    }

    public Facts positive() {
        return neverZero().neverNegative();
    }

    /** Made of pieces, as abs is: not analytic, so that it has no value at complex numbers. */
    public Facts piecewise() {
        return and(Fact.PIECEWISE);
    }

    /** Constant between its jumps, as floor is: its derivative is 0 wherever there is one. */
    public Facts step() {
        return and(Fact.STEP).piecewise().jumps();
    }

    /** It has values at which it jumps, of which {@code jump} of its row tells. */
    public Facts jumps() {
        return and(Fact.JUMPS);
    }

    /** f(x, y) = f(y, x) to the last bit. */
    public Facts commutes() {
        return and(Fact.COMMUTES);
    }

    /** The first of two arguments is an integer that counts, and no variable of the calculus, as the order of a Bessel function. */
    public Facts wholeOrder() {
        return and(Fact.WHOLE_ORDER);
    }

    /** f(x) = y for x = 0 or 1. */
    public Facts at(int x, long y) {
        return at(x, Rational.of(y));
    }

    /** f(x) = y for x = 0 or 1. */
    public Facts at(int x, Rational y) {
        return new Facts(facts, x == 0 ? y : atZero, x == 0 ? atOne : y, rounding);
    }

    /**
     * Its value in doubles is off by so many units of 2^-53 of itself at most: 0 if it is exact, 1 if it is correctly rounded, 4, that is
     * two ulps, if nothing is said.
     */
    public Facts rounding(int units) {
        return new Facts(facts, atZero, atOne, units);
    }

    public boolean isOdd() {
        return facts.contains(Fact.ODD);
    }

    public boolean isEven() {
        return facts.contains(Fact.EVEN);
    }

    public boolean isTotal() {
        return facts.contains(Fact.TOTAL);
    }

    public boolean isNeverZero() {
        return facts.contains(Fact.NEVER_ZERO);
    }

    public boolean isNeverNegative() {
        return facts.contains(Fact.NEVER_NEGATIVE);
    }

    public boolean isPiecewise() {
        return facts.contains(Fact.PIECEWISE);
    }

    public boolean isStep() {
        return facts.contains(Fact.STEP);
    }

    public boolean mayJump() {
        return facts.contains(Fact.JUMPS);
    }

    public boolean isCommutative() {
        return facts.contains(Fact.COMMUTES);
    }

    public boolean hasWholeOrder() {
        return facts.contains(Fact.WHOLE_ORDER);
    }

    /** f(x), if x is 0 or 1 and the row says it. */
    public Optional<Rational> at(Rational x) {
        return Optional.ofNullable(x.isZero() ? atZero : x.isOne() ? atOne : null);
    }

    /** By how many units of 2^-53 of itself its value in doubles is off at most. */
    public int rounding() {
        return rounding;
    }
}
