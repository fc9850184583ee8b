package tridiff.compare;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tridiff.autodiff.reverse.Adjoints;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.text.Parser;
import tridiff.expr.text.Printer;
import tridiff.reference.enclosure.Enclosure;
import tridiff.reference.enclosure.Enclosures;
import tridiff.wengert.WengertList;

/** Integrals of the Rubi suite, written by others: the derivative of the antiderivative is the integrand. */
class RubiTest {

    private static final List<Rational> CANDIDATES = Stream.of(
                    "7/10", "3/10", "13/10", "21/10", "-3/10", "-7/10", "1/5", "9/10", "-13/10", "5/2", "1/20", "-11/5",
                    "17/5", "6", "-5", "1/100", "12", "-9/10", "101/100", "-1/50", "30", "-30", "200")
            .map(RubiTest::rational)
            .toList();

    private static Rational rational(String text) {
        String[] parts = text.split("/");
        return Rational.of(Long.parseLong(parts[0]), parts.length == 1 ? 1 : Long.parseLong(parts[1]));
    }

    /** Whether the enclosures of both sides overlap where both exist; false where one is honestly refused. */
    private static boolean agrees(WengertList antiderivative, WengertList integrand, Rational x, String id) {
        for (int digits = 40; digits <= 160; digits *= 2) {
            var k = new Enclosures(digits);
            Enclosure there = Enclosure.of(x);
            Enclosure right = integrand.in(k, List.of(there)).get(0);
            if (!antiderivative.in(k, List.of(there)).get(0).isNumber() || !right.isNumber()) {
                continue;
            }
            Enclosure left =
                    Adjoints.gradient(antiderivative, k, List.of(there)).get(0);
            if (left.isNumber()) {
                assertTrue(
                        k.minus(left, right).contains(Rational.ZERO),
                        id + " at " + x + ": " + left.toString(20) + ", " + right.toString(20));
                return true;
            }
        }
        return false;
    }

    private static Stream<Corpus.Row> pairs() {
        return Corpus.rubiPairs();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void the_derivative_of_the_antiderivative_encloses_the_integrand(Corpus.Row row) {
        Expr integrand = Parser.parse(row.cells()[2]);
        Expr antiderivative = Parser.parse(row.cells()[4]);
        List<Expr.Var> variables = List.of(Expr.variable(row.cells()[3]));
        var left = WengertList.of(antiderivative, variables);
        var right = WengertList.of(integrand, variables);
        CANDIDATES.stream()
                .filter(x -> agrees(left, right, x, row.cells()[4]))
                .limit(5)
                .forEach(x -> {});
        assertTrue(Parser.parse(Printer.PLAIN.print(antiderivative)).sameAs(antiderivative));
        assertTrue(Parser.parse(Printer.JAVA.print(integrand)).sameAs(integrand));
    }

    @Test
    void nearly_all_pairs_are_checked_at_five_points() {
        var few = new ArrayList<String>();
        var none = new ArrayList<String>();
        Corpus.rubiPairs().forEach(row -> {
            List<Expr.Var> variables = List.of(Expr.variable(row.cells()[3]));
            var left = WengertList.of(Parser.parse(row.cells()[4]), variables);
            var right = WengertList.of(Parser.parse(row.cells()[2]), variables);
            long agreed = CANDIDATES.stream()
                    .filter(x -> agrees(left, right, x, row.cells()[4]))
                    .limit(5)
                    .count();
            if (agreed < 5) {
                few.add(row.cells()[4]);
            }
            if (agreed == 0) {
                none.add(row.cells()[4]); // (-1)^(1/3) and the like: not real
            }
        });
        assertTrue(few.size() <= 30, few.size() + " of 600: " + few);
        assertTrue(none.size() <= 3, none.size() + " of 600: " + none);
    }
}
