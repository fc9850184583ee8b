package tridiff.reference.enclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.function.BiFunction;
import tridiff.expr.Rational;

/** Tables of known digits, against enclosures at 30 and at 100 digits. */
final class Digits {
    private static final EnclosureArithmetic COARSE = new EnclosureArithmetic(30);
    private static final EnclosureArithmetic FINE = new EnclosureArithmetic(100);

    private Digits() {}

    /** A function of one variable. */
    @FunctionalInterface
    interface Unary extends BiFunction<EnclosureArithmetic, Enclosure, Enclosure> {}

    /** A function of two variables. */
    @FunctionalInterface
    interface Binary {
        Enclosure at(EnclosureArithmetic arithmetic, Enclosure x, Enclosure y);
    }

    /** Lines of an argument and a value. */
    static void check(Unary f, String table) {
        table.lines().forEach(line -> {
            Enclosure x = Enclosure.of(Double.parseDouble(line.split(" ")[0]));
            check(line, f.apply(COARSE, x), f.apply(FINE, x));
        });
    }

    /** Lines of two arguments and a value. */
    static void checkTwo(Binary f, String table) {
        table.lines().forEach(line -> {
            Enclosure x = Enclosure.of(Double.parseDouble(line.split(" ")[0]));
            Enclosure y = Enclosure.of(Double.parseDouble(line.split(" ")[1]));
            check(line, f.at(COARSE, x, y), f.at(FINE, x, y));
        });
    }

    private static void check(String line, Enclosure coarse, Enclosure fine) {
        BigDecimal value = new BigDecimal(line.substring(line.lastIndexOf(' ') + 1));
        assertContains(line, coarse, value);
        assertContains(line, fine, value);
        assertTrue(coarse.accurateTo(30) && fine.accurateTo(100), line);
        assertInside(line, coarse, fine);
        assertEquals(value.doubleValue(), fine.nearest().orElseThrow(), line);
        assertEquals(value.doubleValue(), fine.midpoint(90).doubleValue(), line);
    }

    private static void assertContains(String line, Enclosure x, BigDecimal value) {
        Rational low = Rational.of(value.subtract(value.ulp()));
        Rational high = Rational.of(value.add(value.ulp()));
        assertTrue(x.lower().compareTo(high) <= 0 && x.upper().compareTo(low) >= 0, () -> line + " is not in " + x);
    }

    /** The fine enclosure overlaps the coarse one and sticks out by no more than its own width. */
    private static void assertInside(String line, Enclosure coarse, Enclosure fine) {
        Rational width = fine.upper().minus(fine.lower());
        assertTrue(coarse.overlaps(fine), line);
        assertTrue(fine.lower().plus(width).compareTo(coarse.lower()) >= 0, line);
        assertTrue(fine.upper().minus(width).compareTo(coarse.upper()) <= 0, line);
    }
}
