package tridiff.compare.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tridiff.compare.properties.RandomExpressions.Drawn;
import tridiff.expr.Binary;
import tridiff.expr.Comparison;
import tridiff.expr.Expr;
import tridiff.expr.FunctionTable;
import tridiff.expr.Operation;
import tridiff.expr.Rational;
import tridiff.expr.Unary;
import tridiff.reference.Reference;
import tridiff.reference.enclosure.Enclosure;
import tridiff.reference.enclosure.Enclosures;
import tridiff.reference.limit.Neighbourhood;
import tridiff.wengert.WengertList;

/**
 * Whatever the reference claims at points where functions bend, jump or end is held against difference quotients with steps of 10^-60
 * and 10^-70, in enclosures of 260 digits: these know nothing of rules or series.
 */
class SpecialPointTest {

    private static final int FORMULAS = Integer.getInteger("tridiff.special.formulas", 500);
    private static final int SIZE = 5;
    private static final List<Rational> POINTS = List.of(
            Rational.ZERO,
            Rational.ONE,
            Rational.MINUS_ONE,
            Rational.TWO,
            Rational.of(1, 2),
            Rational.of(-3),
            Rational.of(5, 2));
    private static final Reference.Effort EFFORT = new Reference.Effort(20, 70, 1);
    private static final Enclosures K = new Enclosures(260);
    private static final Rational STEP = new Rational(BigInteger.ONE, BigInteger.TEN.pow(60));
    private static final Rational SMALLER = new Rational(BigInteger.ONE, BigInteger.TEN.pow(70));

    /** Of slopes: the step to the power of the least exponent beyond 1 that formulas of this size have, 1/6 or so. */
    private static final Rational CLOSE = Rational.of(1, 100_000);

    @Test
    void no_claim_about_a_special_point_is_false() {
        var checked = new AtomicInteger();
        List<String> faults = RandomExpressions.draw(FORMULAS, SIZE)
                .parallel()
                .flatMap(drawn -> faults(drawn, checked).stream())
                .toList();
        assertEquals(List.of(), faults);
        assertTrue(checked.get() > FORMULAS, "only " + checked + " claims");
    }

    /** Each row of the table alone, in a sum, a product and a condition, where it may have a cut, a pole, an end, a bend or a step. */
    @Test
    void no_row_of_the_table_is_taken_for_smooth_where_it_is_not() {
        var checked = new AtomicInteger();
        List<String> faults = formulas().parallelStream()
                .flatMap(f -> POINTS.stream().flatMap(a -> Stream.of(Rational.ZERO, Rational.ONE, Rational.of(-3))
                        .flatMap(b -> faults(f, f.toString(), List.of(a, b), checked).stream())))
                .toList();
        assertEquals(List.of(), faults);
        assertTrue(checked.get() > 4_000, "only " + checked + " claims");
    }

    private static List<Expr> formulas() {
        Expr x = Expr.variable("x");
        Expr y = Expr.variable("y");
        var formulas = new ArrayList<Expr>();
        for (Operation row : FunctionTable.standard().rows()) {
            List<Expr> calls = row instanceof Unary f
                    ? List.of(Expr.apply(f, x), Expr.apply(f, x.times(y)))
                    : List.of(Expr.apply((Binary) row, x, y), Expr.apply((Binary) row, y, x.times(x)));
            for (Expr call : calls) {
                formulas.add(call);
                formulas.add(call.times(x));
                formulas.add(call.power(Expr.constant(2)).plus(y));
                formulas.add(Expr.choose(Expr.apply(Comparison.LESS, call, Expr.constant(Rational.of(1, 2))), x, y));
            }
        }
        return formulas;
    }

    private static List<String> faults(Drawn drawn, AtomicInteger checked) {
        List<Rational> point = List.of(POINTS.get((int) (drawn.seed() % POINTS.size())), POINTS.get((int)
                (drawn.seed() / POINTS.size() % POINTS.size())));
        return faults(drawn.expr(), drawn.toString(), point, checked);
    }

    private static List<String> faults(Expr f, String name, List<Rational> point, AtomicInteger checked) {
        var faults = new ArrayList<String>();
        List<Expr.Var> xy = List.of(Expr.variable("x"), Expr.variable("y"));
        var list = WengertList.of(f, xy);
        Reference found;
        try {
            found = Reference.at(list, point, new boolean[] {true, true}, EFFORT);
        } catch (RuntimeException e) {
            return List.of(name + " at " + point + ": " + e);
        }
        if (!found.value().isNumber()) {
            return faults;
        }
        for (int i = 0; i < 2; i++) {
            int input = i;
            checked.incrementAndGet();
            fault(list, point, input, found)
                    .ifPresent(fault -> faults.add(name + " at " + point + " by " + xy.get(input) + ": " + fault));
        }
        return faults;
    }

    private static Optional<String> fault(WengertList f, List<Rational> point, int input, Reference found) {
        Enclosure derivative = found.gradient().get(input);
        Neighbourhood.Kind kind = found.beside(input).map(Neighbourhood::kind).orElse(null);
        boolean oneSided = kind == Neighbourhood.Kind.ONE_SIDED || kind == Neighbourhood.Kind.INFINITE_SLOPE;
        Enclosure value = at(f, point, input, Rational.ZERO);
        List<Enclosure> near = sides(f, point, input, STEP);
        List<Enclosure> nearer = sides(f, point, input, SMALLER);
        if (derivative.isNumber()) {
            return sloping(derivative, value, near, STEP, oneSided)
                    .or(() -> sloping(derivative, value, nearer, SMALLER, oneSided));
        }
        if (kind == Neighbourhood.Kind.KINK) {
            return slope(near.get(1), value, STEP)
                    .flatMap(right -> slope(value, near.get(0), STEP)
                            .filter(left -> isClose(
                                    left,
                                    right,
                                    Rational.of(1, BigInteger.TEN.pow(9).longValue()))))
                    .map(same -> "a kink with slopes that agree");
        }
        if (kind == Neighbourhood.Kind.JUMP) {
            boolean away = IntStream.range(0, 2)
                    .anyMatch(i -> nearer.get(i).isNumber()
                            && !isClose(nearer.get(i), value, SMALLER.times(Rational.of(1_000_000))));
            return away ? Optional.empty() : Optional.of("a jump without a height");
        }
        if (kind == Neighbourhood.Kind.ISOLATED) {
            return nearer.stream().anyMatch(Enclosure::isNumber)
                    ? Optional.of("an isolated point with neighbours")
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<String> sloping(
            Enclosure derivative, Enclosure value, List<Enclosure> sides, Rational step, boolean oneSided) {
        boolean[] inside = {
            !sides.get(0).isUndefined(), !sides.get(1).isUndefined(),
        };
        if (!oneSided && !(inside[0] && inside[1])) {
            return Optional.of("smooth, and undefined beside the point: " + derivative.toString(20));
        }
        for (int i = 0; i < 2; i++) {
            Optional<Enclosure> slope = i == 0 ? slope(value, sides.get(0), step) : slope(sides.get(1), value, step);
            if (slope.isPresent() && !isClose(slope.get(), derivative, CLOSE)) {
                return Optional.of("a derivative " + derivative.toString(20) + ", but a slope "
                        + slope.get().toString(20));
            }
        }
        return Optional.empty();
    }

    private static List<Enclosure> sides(WengertList f, List<Rational> point, int input, Rational step) {
        var sides = new ArrayList<Enclosure>();
        for (int direction : new int[] {-1, 1}) {
            sides.add(at(f, point, input, step.times(Rational.of(direction))));
        }
        return sides;
    }

    private static Enclosure at(WengertList f, List<Rational> point, int input, Rational step) {
        var inputs = new ArrayList<Enclosure>();
        for (int i = 0; i < point.size(); i++) {
            inputs.add(Enclosure.of(i == input ? point.get(i).plus(step) : point.get(i)));
        }
        return f.in(K, inputs).get(0);
    }

    private static Optional<Enclosure> slope(Enclosure high, Enclosure low, Rational step) {
        return high.isNumber() && low.isNumber()
                ? Optional.of(K.over(K.minus(high, low), Enclosure.of(step)))
                : Optional.empty();
    }

    /** Whether two numbers may be as close as that, relatively where they are large. */
    private static boolean isClose(Enclosure a, Enclosure b, Rational distance) {
        Enclosure off = K.apply(tridiff.expr.Elementary.ABS, K.minus(a, b));
        Enclosure size = K.plus(Enclosure.of(Rational.ONE), K.apply(tridiff.expr.Elementary.ABS, b));
        Enclosure excess = K.minus(off, K.times(size, Enclosure.of(distance)));
        return excess.signum().orElse(0) <= 0;
    }
}
