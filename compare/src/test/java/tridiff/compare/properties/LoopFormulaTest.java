package tridiff.compare.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.text.Parser;
import tridiff.expr.text.Printer;
import tridiff.reference.enclosure.Enclosure;
import tridiff.reference.enclosure.Enclosures;
import tridiff.symbolic.Simplifier;
import tridiff.symbolic.SymbolicDerivative;
import tridiff.wengert.WengertList;

/** Symbolic derivatives of sums, products and iterations are such again, and right. */
class LoopFormulaTest {

    private static final List<Expr.Var> XY = List.of(Expr.variable("x"), Expr.variable("y"));
    private static final Enclosures K = new Enclosures(50);
    private static final List<Enclosure> POINT =
            List.of(Enclosure.of(Rational.of(0.7)), Enclosure.of(Rational.of(1.3)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sum(i, 1, 10, sin(i*x)) | sum(i, 1, 10, i*cos(i*x))",
                "sum(i, 1, 1000000, x*y) | sum(i, 1, 1000000, y)",
                "sum(i, 1, 20, x^i/i) | sum(i, 1, 20, x^(i - 1))",
                "iterate(6, l, x, 4*l*(1-l)) | iterate(6, l, x, 4*l*(1 - l), s1, 1, s1*(4 - 8*l), s1)",
                "sum(i, 1, 5, 3*x) | 15",
                "prod(k, 1, 20, x - k) | iterate(20, s0, 1, s0*(x - k), s1, 0, s1*(x - k) + s0, k, 1, k + 1, s1)"
            })
    void the_derivative_of_a_loop_is_written_as_a_loop(String f, String derivative) {
        assertEquals(
                derivative,
                Printer.PLAIN.print(SymbolicDerivative.simplified().derivative(Parser.parse(f), XY.get(0))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sum(i, 1, 10, sin(i*x)*y)",
                "sum(i, 1, 7, x^i/i)",
                "prod(k, 1, 6, x + k*y)",
                "iterate(6, l, x, 4*l*(1-l)*y)",
                "iterate(4, s, x, (s + y/s)/2)",
                "sum(i, 1, 3, sum(j, 1, 3, x^(i+j)*y))*exp(x)",
                "sum(i, 1, 3, iterate(2, z, x, z*y + i))",
                "exp(sum(i, -2, 2, i*x*y)) + x",
                "iterate(3, a, x, a+b, b, y, a*b)",
                "sum(i, 0, 4, if(i < 2, x^2, y*x))",
                "prod(i, 1, 3, sum(j, 1, 2, x^i + y^j))"
            })
    void raw_and_simplified_derivatives_enclose_the_same_numbers_as_forward_mode(String text) {
        Expr f = Parser.parse(text);
        var list = WengertList.of(f, XY);
        for (int i = 0; i < 2; i++) {
            Enclosure expected = tridiff.autodiff.ForwardMode.along(list, K, POINT, i);
            expected = expected == null ? K.constant(0) : expected;
            for (var method : List.of(SymbolicDerivative.raw(), SymbolicDerivative.simplified())) {
                Expr derivative = method.derivative(f, XY.get(i));
                Enclosure found = WengertList.of(derivative, XY).in(K, POINT).get(0);
                assertTrue(found.isNumber() && found.overlaps(expected), method.id() + ": " + derivative);
                assertTrue(found.isZero() || found.accurateTo(30));
            }
            Expr simple = SymbolicDerivative.simplified().derivative(f, XY.get(i));
            assertTrue(Simplifier.simplify(simple).sameAs(simple), simple + " -> " + Simplifier.simplify(simple));
            assertTrue(Parser.parse(Printer.PLAIN.print(simple)).sameAs(simple), simple.toString());
        }
    }
}
