package tridiff.reference.limit;

import java.util.Optional;
import tridiff.expr.Rational;
import tridiff.expr.said.Said;
import tridiff.reference.enclosure.Enclosure;

/**
 * What a function does on one side of a point.
 *
 * @param state whether it is defined there
 * @param limit what it tends to, if that is finite
 * @param slope the one-sided derivative: the limit of (f - value)/(x - point); absent if it is infinite or there is none
 * @param infinite sign of an infinite slope, or of an infinite limit where there is no finite one; 0 if neither is known
 * @param meets whether it is known to tend to its own value at the point
 */
public record Side(State state, Optional<Enclosure> limit, Optional<Enclosure> slope, int infinite, boolean meets) {

    /** Whether the function is defined close to the point. */
    public enum State {
        DEFINED,
        OUTSIDE,
        UNKNOWN
    }

    static Side without(State state) {
        return new Side(state, Optional.empty(), Optional.empty(), 0, false);
    }

    /** The slope of a germ against its own limit. */
    static Side of(PuiseuxSeries germ, int direction) {
        if (germ.isUnbounded()) {
            return without(State.DEFINED);
        }
        if (!germ.isSeries()) {
            return without(germ.cause() != null ? State.OUTSIDE : State.UNKNOWN);
        }
        Optional<Enclosure> limit = germ.isBounded() ? germ.coefficient(Rational.ZERO) : Optional.empty();
        if (limit.isEmpty()) {
            boolean grows = !germ.terms().isEmpty() && germ.lead().signum() < 0;
            int sign = grows ? germ.signum().orElse(0) : 0;
            return new Side(sign == 0 ? State.UNKNOWN : State.DEFINED, Optional.empty(), Optional.empty(), sign, false);
        }
        return slope(germ.change(), limit, direction, germ.meets());
    }

    private static Side slope(PuiseuxSeries change, Optional<Enclosure> limit, int direction, boolean meets) {
        Optional<Enclosure> linear = change.coefficient(Rational.ONE);
        boolean steep = !change.terms().isEmpty() && change.lead().compareTo(Rational.ONE) < 0;
        if (steep) {
            int sign = change.signum().orElse(0);
            return new Side(
                    sign == 0 ? State.UNKNOWN : State.DEFINED, limit, Optional.empty(), sign * direction, meets);
        }
        if (linear.isEmpty()) {
            return new Side(State.UNKNOWN, limit, Optional.empty(), 0, meets);
        }
        Enclosure slope = direction > 0 ? linear.get() : NEGATE.negate(linear.get());
        return new Side(State.DEFINED, limit, Optional.of(slope), 0, meets);
    }

    private static final tridiff.reference.enclosure.Enclosures NEGATE =
            new tridiff.reference.enclosure.Enclosures(200);

    /** Whether f is defined there and tends to no finite value. */
    boolean isUnbounded() {
        return state == State.DEFINED && limit.isEmpty();
    }

    boolean isKnown() {
        return state == State.DEFINED && limit.isPresent() && (slope.isPresent() || infinite != 0);
    }

    /** What f tends to, in words. */
    Said limitText(int digits) {
        return limit.map(l -> Said.words(l.toString(digits)))
                .orElse(infinite == 0 ? Said.of("reference.side.nothing") : infinity());
    }

    /** The slope in words. */
    Said slopeText(int digits) {
        return infinite != 0
                ? infinity()
                : slope.map(s -> Said.words(s.toString(digits))).orElse(Said.of("reference.side.unknown"));
    }

    private Said infinity() {
        return Said.words(infinite > 0 ? "+infinity" : "-infinity");
    }
}
