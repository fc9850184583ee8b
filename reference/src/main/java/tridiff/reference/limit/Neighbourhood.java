package tridiff.reference.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tridiff.expr.Rational;
import tridiff.expr.said.Said;
import tridiff.reference.enclosure.Enclosure;
import tridiff.reference.enclosure.Enclosures;
import tridiff.wengert.WengertList;

/**
 * What a function does on both sides of a point along one input: asked where the rules themselves give no derivative.
 *
 * @param value at the point, if there is one
 * @param digits of the arithmetic that was used
 */
public record Neighbourhood(Optional<Enclosure> value, Side left, Side right, int digits) {

    private static final int[] ORDERS = {3, 6, 12};

    /** Examines a function along one input, the others fixed. */
    public static Neighbourhood of(
            WengertList f, List<Rational> point, int input, Optional<Enclosure> value, int digits) {
        return new Neighbourhood(value, side(f, point, input, digits, -1), side(f, point, input, digits, 1), digits);
    }

    private static Side side(WengertList f, List<Rational> point, int input, int digits, int direction) {
        Side side = Side.without(Side.State.UNKNOWN);
        for (int order : ORDERS) {
            var germs = new PuiseuxAlgebra(new Enclosures(digits), Rational.of(order));
            var inputs = new ArrayList<PuiseuxSeries>();
            for (int i = 0; i < point.size(); i++) {
                inputs.add(i == input ? germs.variable(point.get(i), direction) : germs.constant(point.get(i)));
            }
            side = Side.of(f.in(germs, inputs).get(0), direction);
            if (side.state() == Side.State.OUTSIDE || side.isKnown() || side.isUnbounded()) {
                return side;
            }
        }
        return side;
    }

    /** The kinds of point. */
    public enum Kind {
        /** The derivative exists. */
        SMOOTH,
        /** The derivative exists on one side; the other is outside the domain. */
        ONE_SIDED,
        /** Left and right slope differ. */
        KINK,
        /** The slope grows without bound. */
        INFINITE_SLOPE,
        /** The limits differ from each other or from the value. */
        JUMP,
        /** The function is defined at the point and on neither side. */
        ISOLATED,
        /** Undefined at the point, but with one finite limit. */
        REMOVABLE,
        /** Undefined at the point, and growing without bound on a side. */
        POLE,
        /** Not decided. */
        UNKNOWN
    }

    /** What kind of point it is. */
    public Kind kind() {
        boolean outsideLeft = left.state() == Side.State.OUTSIDE;
        boolean outsideRight = right.state() == Side.State.OUTSIDE;
        if (outsideLeft && outsideRight) {
            return value.isPresent() ? Kind.ISOLATED : Kind.UNKNOWN;
        }
        Sameness limits = limits();
        if (limits == Sameness.DIFFERENT) {
            return Kind.JUMP;
        }
        if (value.isEmpty() && (left.isUnbounded() || right.isUnbounded())) {
            return Kind.POLE;
        }
        if (limits == Sameness.UNKNOWN || !outsideLeft && !left.isKnown() || !outsideRight && !right.isKnown()) {
            return Kind.UNKNOWN;
        }
        if (value.isEmpty()) {
            return outsideLeft || outsideRight ? Kind.UNKNOWN : Kind.REMOVABLE;
        }
        if (outsideLeft || outsideRight) {
            return (outsideLeft ? right : left).infinite() != 0 ? Kind.INFINITE_SLOPE : Kind.ONE_SIDED;
        }
        return twoSided();
    }

    private Kind twoSided() {
        if (left.infinite() != 0 || right.infinite() != 0) {
            return left.infinite() == right.infinite() ? Kind.INFINITE_SLOPE : Kind.KINK;
        }
        return switch (slopes()) {
            case EQUAL -> Kind.SMOOTH;
            case DIFFERENT -> Kind.KINK;
            case UNKNOWN -> Kind.UNKNOWN;
        };
    }

    private Sameness slopes() {
        return sameness(left.slope().orElseThrow(), right.slope().orElseThrow());
    }

    /** Whether two numbers are the same: what enclosures cannot tell apart need not be. */
    private enum Sameness {
        EQUAL,
        DIFFERENT,
        UNKNOWN
    }

    private Sameness sameness(Enclosure a, Enclosure b) {
        OptionalInt sign = new Enclosures(digits).minus(a, b).signum();
        return sign.isEmpty() ? Sameness.UNKNOWN : sign.getAsInt() == 0 ? Sameness.EQUAL : Sameness.DIFFERENT;
    }

    /** Of the value with the limits on the sides where f is defined, or of these with each other. */
    private Sameness limits() {
        var all = value.isPresent()
                ? List.of(withValue(left), withValue(right))
                : left.limit().isPresent() && right.limit().isPresent()
                        ? List.of(sameness(left.limit().get(), right.limit().get()))
                        : List.of(Sameness.EQUAL);
        return all.contains(Sameness.DIFFERENT)
                ? Sameness.DIFFERENT
                : all.contains(Sameness.UNKNOWN) ? Sameness.UNKNOWN : Sameness.EQUAL;
    }

    private Sameness withValue(Side side) {
        if (side.state() == Side.State.OUTSIDE || side.meets()) {
            return Sameness.EQUAL;
        }
        return side.isUnbounded()
                ? Sameness.DIFFERENT
                : side.limit().map(l -> sameness(l, value.orElseThrow())).orElse(Sameness.UNKNOWN);
    }

    /** The derivative, where it is settled after all: equal exact slopes, or the only slope there is. */
    public Optional<Enclosure> derivative() {
        return switch (kind()) {
            case SMOOTH -> right.slope();
            case ONE_SIDED -> left.state() == Side.State.OUTSIDE ? right.slope() : left.slope();
            default -> Optional.empty();
        };
    }

    /** What kind of point it is, in words, with the slopes or limits that make it so. */
    public Said describe(int digits) {
        Said l = left.limitText(digits);
        Said before = left.slopeText(digits);
        Said after = right.slopeText(digits);
        return switch (kind()) {
            case SMOOTH -> Said.of("reference.point.smooth", after);
            case ONE_SIDED -> Said.of("reference.point.one", only().slopeText(digits), missing());
            case KINK -> Said.of("reference.point.kink", before, after);
            case INFINITE_SLOPE -> infiniteSlope(digits);
            case JUMP -> jump(l, right.limitText(digits), digits);
            case ISOLATED -> Said.of("reference.point.isolated");
            case REMOVABLE ->
                before.equals(after)
                        ? Said.of("reference.point.removable", l, before)
                        : Said.of("reference.point.removable.kink", l, before, after);
            case UNKNOWN -> agreeing() ? Said.of("reference.point.agree", before, this.digits) : sides(digits);
            case POLE -> sides(digits);
        };
    }

    private Said jump(Said before, Said after, int digits) {
        Said there = value.map(v -> Said.words(v.toString(digits))).orElse(before);
        if (!before.equals(after)) {
            return Said.of("reference.point.jump", before, after);
        }
        if (!there.equals(before)) {
            return Said.of("reference.point.jump.value", before, there);
        }
        Enclosure least = left.limit().orElseThrow();
        Enclosure most = right.limit().orElseThrow();
        var k = new Enclosures(this.digits);
        Enclosure height = k.minus(most, least).isZero() ? k.minus(value.orElseThrow(), least) : k.minus(most, least);
        return Said.of("reference.point.jump.small", before, height.toString(digits));
    }

    private boolean agreeing() {
        return left.slope().isPresent() && right.slope().isPresent() && limits() == Sameness.EQUAL;
    }

    private Said sides(int digits) {
        return Said.of("reference.point.sides", known(left, digits), known(right, digits));
    }

    private Said infiniteSlope(int digits) {
        Said slope = only().slopeText(digits);
        boolean oneSided = left.state() == Side.State.OUTSIDE || right.state() == Side.State.OUTSIDE;
        return oneSided
                ? Said.of("reference.point.infinite.one", slope, missing())
                : Said.of("reference.point.infinite", slope);
    }

    private Side only() {
        return left.state() == Side.State.OUTSIDE ? right : left;
    }

    private Said missing() {
        return Said.of(left.state() == Side.State.OUTSIDE ? "reference.side.left" : "reference.side.right");
    }

    private static Said known(Side side, int digits) {
        return switch (side.state()) {
            case OUTSIDE -> Said.of("reference.side.outside");
            case DEFINED ->
                side.isKnown()
                        ? Said.of("reference.side.slope", side.slopeText(digits))
                        : Said.of("reference.side.tends", side.limitText(digits));
            case UNKNOWN -> Said.of("reference.side.undecided");
        };
    }
}
