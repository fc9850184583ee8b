package tridiff.reference.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tridiff.expr.Rational;
import tridiff.reference.enclosure.Cause;
import tridiff.reference.enclosure.Enclosure;

/**
 * How a function behaves as ε falls to 0: a Puiseux series Σ c ε^e with proved coefficients and rational exponents, up to O(ε^order).
 *
 * <p>Or it is undefined on this side of the point, with a cause; or unknown, because its behaviour is no such series (log ε, exp(1/ε))
 * or could not be decided at the precision in use.
 */
final class PuiseuxSeries {

    /** One term c ε^e. */
    record Term(Rational exponent, Enclosure coefficient) {}

    private static final int MOST_TERMS = 48;
    private static final PuiseuxSeries UNKNOWN = new PuiseuxSeries(List.of(), null, null, true, false);
    private static final PuiseuxSeries UNBOUNDED = new PuiseuxSeries(List.of(), null, null, true, false);

    private final List<Term> terms;
    private final Rational order;
    private final Cause cause;
    private final boolean unknown;
    private final boolean meets; // its constant term is the function's value at the point itself

    private PuiseuxSeries(List<Term> terms, Rational order, Cause cause, boolean unknown, boolean meets) {
        this.terms = terms;
        this.order = order;
        this.cause = cause;
        this.unknown = unknown;
        this.meets = meets;
    }

    static PuiseuxSeries unknown() {
        return UNKNOWN;
    }

    /** Grows without bound, slower than any power: a logarithm. */
    static PuiseuxSeries unbounded() {
        return UNBOUNDED;
    }

    @SuppressWarnings("ReferenceEquality")
    boolean isUnbounded() {
        return this == UNBOUNDED;
    }

    static PuiseuxSeries undefined(Cause cause) {
        return new PuiseuxSeries(List.of(), null, cause, false, false);
    }

    /** The germ of a number. */
    static PuiseuxSeries constant(Enclosure c) {
        return c.isUndefined()
                ? undefined(c.cause())
                : of(List.of(new Term(Rational.ZERO, c)), null).meeting(true);
    }

    /**
     * The germ with these terms, exponents increasing; those that are exactly zero are left out, and what cannot be kept makes the
     * remainder larger.
     *
     * @param order exponent of the remainder; null if there is none
     */
    static PuiseuxSeries of(List<Term> all, Rational order) {
        var kept = new ArrayList<Term>();
        Rational remainder = order;
        for (Term t : all) {
            if (!t.coefficient.isNumber()) {
                return t.coefficient.isUndefined() ? undefined(t.coefficient.cause()) : UNKNOWN;
            }
            boolean beyond = remainder != null && t.exponent.compareTo(remainder) >= 0;
            if (!beyond && kept.size() == MOST_TERMS) {
                remainder = t.exponent;
            } else if (!beyond && !t.coefficient.isZero()) {
                kept.add(t);
            }
        }
        return new PuiseuxSeries(List.copyOf(kept), remainder, null, false, false);
    }

    /** The same series, known to tend to the function's value at the point itself, or not. */
    PuiseuxSeries meeting(boolean value) {
        return isSeries() && meets != value ? new PuiseuxSeries(terms, order, null, false, value) : this;
    }

    /** Whether it is known to tend to the function's value at the point itself. */
    boolean meets() {
        return meets;
    }

    /** The same with the remainder at least of this order. */
    PuiseuxSeries upTo(Rational limit) {
        return isSeries() && (order == null || order.compareTo(limit) > 0) && reaches(limit)
                ? of(terms, limit).meeting(meets)
                : this;
    }

    private boolean reaches(Rational limit) {
        return !terms.isEmpty() && terms.get(terms.size() - 1).exponent.compareTo(limit) >= 0;
    }

    boolean isSeries() {
        return cause == null && !unknown;
    }

    /** Why it is undefined on this side; null if it is not known to be. */
    Cause cause() {
        return cause;
    }

    List<Term> terms() {
        return terms;
    }

    /** The exponent of the remainder; null if there is none. */
    Rational order() {
        return order;
    }

    /** Whether it is exactly 0. */
    boolean isZero() {
        return isSeries() && terms.isEmpty() && order == null;
    }

    /** The exponent of its first term, or of the remainder if there is no term; null for 0. */
    Rational lead() {
        return terms.isEmpty() ? order : terms.get(0).exponent;
    }

    /** The sign for small ε, if it is known. */
    OptionalInt signum() {
        if (isZero()) {
            return OptionalInt.of(0);
        }
        OptionalInt first =
                terms.isEmpty() ? OptionalInt.empty() : terms.get(0).coefficient.signum();
        return first.isPresent() && first.getAsInt() != 0 ? first : OptionalInt.empty();
    }

    /** Whether it stays bounded: no negative exponents. */
    boolean isBounded() {
        return isSeries() && (lead() == null || lead().signum() >= 0) && (order == null || order.signum() > 0);
    }

    /** The coefficient of ε^e, where it is known. */
    Optional<Enclosure> coefficient(Rational e) {
        if (!isSeries() || order != null && order.compareTo(e) <= 0) {
            return Optional.empty();
        }
        return Optional.of(terms.stream()
                .filter(t -> t.exponent.equals(e))
                .map(Term::coefficient)
                .findFirst()
                .orElse(Enclosure.of(Rational.ZERO)));
    }

    /** What remains without its constant term. */
    PuiseuxSeries change() {
        return new PuiseuxSeries(
                terms.stream().filter(t -> !t.exponent.isZero()).toList(), order, cause, unknown, false);
    }

    /** Whether it tends to a number that is not 0. */
    boolean isAwayFromZero() {
        return isSeries() && !terms.isEmpty() && lead().isZero() && signum().isPresent();
    }

    /** Its value if it does not depend on ε and is known exactly. */
    Optional<Rational> exactConstant() {
        boolean constant = isSeries() && order == null && terms.stream().allMatch(t -> t.exponent.isZero());
        return constant ? coefficient(Rational.ZERO).flatMap(Enclosure::exact) : Optional.empty();
    }
}
