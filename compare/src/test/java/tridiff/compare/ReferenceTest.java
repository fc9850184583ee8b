package tridiff.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tridiff.autodiff.forward.Duals;
import tridiff.autodiff.reverse.Adjoints;
import tridiff.expr.Algebra;
import tridiff.expr.Rational;
import tridiff.reference.Reference;
import tridiff.reference.enclosure.Enclosure;
import tridiff.reference.enclosure.Enclosures;
import tridiff.wengert.WengertList;

/** The reference against digits that others published or certified. */
class ReferenceTest {

    private static Stream<Corpus.Case> certified() {
        return Stream.concat(Corpus.feynmanCertified(), Corpus.nistCertified());
    }

    /** Every digit given: the published number is the enclosure, rounded where the publication was. */
    static void assertDigits(String published, Enclosure enclosure, int digits, String what) {
        assertTrue(enclosure.isNumber(), what + " is not a number");
        BigDecimal expected = new BigDecimal(published);
        BigDecimal actual = enclosure.midpoint(60);
        BigDecimal tolerance = expected.abs().max(new BigDecimal("1e-340")).scaleByPowerOfTen(-digits);
        assertTrue(
                actual.subtract(expected).abs().compareTo(tolerance) <= 0,
                () -> what + ": published " + published + ", enclosure " + actual.round(new MathContext(50)));
    }

    @ParameterizedTest
    @MethodSource("certified")
    void certified_values_and_gradients_are_right_to_40_digits(Corpus.Case c) {
        Reference reference = c.reference(45);
        assertTrue(reference.isComplete(45));
        assertDigits(c.value(), reference.value(), 40, "f");
        for (int i = 0; i < c.names().size(); i++) {
            assertDigits(
                    c.gradient().get(i),
                    reference.gradient().get(i),
                    40,
                    "df/d" + c.names().get(i));
        }
    }

    private static Stream<Corpus.Row> rows() {
        return Corpus.referenceRows().filter(row -> !row.cells()[2].contains("recursion"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void published_derivatives_are_right_to_32_digits_up_to_the_fourth(Corpus.Row line) {
        String[] row = line.cells();
        var c = new Corpus.Case(
                row[0], row[2], List.of("x"), new double[] {Double.parseDouble(row[4])}, row[5], List.of());
        var list = WengertList.of(c.expr(), c.expr().variables());
        List<Enclosure> derivatives = derivatives(list, c.exactPoint().get(0));
        for (int order = 0; order <= 4; order++) {
            String published = row[5 + order];
            boolean given = !published.equals("-");
            if (given && !published.equals("0")) {
                assertDigits(published, derivatives.get(order), 31, row[0] + ", derivative " + order);
            } else if (given) {
                assertTrue(
                        Math.abs(derivatives.get(order).midpoint(20).doubleValue()) < 1e-300,
                        row[0] + ", derivative " + order);
            }
        }
    }

    /** f and its first four derivatives, by duals of duals of duals of duals. */
    private static List<Enclosure> derivatives(WengertList f, Rational x) {
        return nested(f, new Enclosures(450), Enclosure.of(x), 4);
    }

    private static <T> List<T> nested(WengertList f, Algebra<T> k, T x, int order) {
        if (order == 0) {
            return f.in(k, List.of(x));
        }
        var duals = new Duals<>(k);
        List<Duals.Dual<T>> lower = nested(f, duals, duals.seeded(x), order - 1);
        T last = duals.derivative(lower.get(lower.size() - 1));
        var all =
                new java.util.ArrayList<>(lower.stream().map(Duals.Dual::value).toList());
        all.add(last == null ? k.constant(0) : last);
        return all;
    }

    private static Stream<Corpus.Case> shortFormulas() {
        return certified().filter(c -> c.text().length() < 2_000);
    }

    @ParameterizedTest
    @MethodSource("shortFormulas")
    void forward_and_reverse_mode_in_enclosures_overlap(Corpus.Case c) {
        var list = WengertList.of(c.expr(), c.variables(c.expr()));
        var k = new Enclosures(50);
        List<Enclosure> inputs = c.exactPoint().stream().map(Enclosure::of).toList();
        List<Enclosure> reverse = Adjoints.gradient(list, k, inputs);
        for (int i = 0; i < inputs.size(); i++) {
            Enclosure forward = tridiff.autodiff.ForwardMode.along(list, k, inputs, i);
            assertTrue((forward == null ? k.constant(0) : forward).overlaps(reverse.get(i)));
        }
    }

    @ParameterizedTest
    @MethodSource("certified")
    void more_digits_only_narrow_the_enclosure(Corpus.Case c) {
        Reference coarse = c.reference(20);
        Reference fine = c.reference(60);
        for (int i = 0; i < coarse.gradient().size(); i++) {
            assertTrue(coarse.gradient().get(i).overlaps(fine.gradient().get(i)));
        }
        assertEquals(coarse.gradient().size(), fine.gradient().size());
    }
}
