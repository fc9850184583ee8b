package tridiff.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tridiff.expr.Expr;
import tridiff.expr.text.Parser;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.Method;
import tridiff.wengert.method.Problem;
import tridiff.wengert.run.Evaluator;

/** The gradient alone takes none of the lines that only the value needs; with the value it gives the same numbers. */
class GradientAloneTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "log(x) + x*y - sin(y)   | 4  | 9",
                "x*y                     | 0  | 1",
                "x^3 + y^3               | 4  | 7",
                "exp(x)*y                | 2  | 2",
                "atan(x*y)               | 5  | 6",
            })
    void reverse_mode_drops_what_only_the_value_needs(String text, long alone, long withValue) {
        Expr f = Parser.parse(text);
        List<Expr.Var> xy = List.of(Expr.variable("x"), Expr.variable("y"));
        double[] point = {0.7, 1.3};
        for (Method method : List.of(new ForwardMode(), new ReverseMode(), new DirectionalForward())) {
            var gradient = method.gradient(Problem.of(f, xy, xy));
            var both = method.valueAndGradient(Problem.of(f, xy, xy));
            double[] first = new double[2];
            double[] second = new double[3];
            gradient.at(point.clone(), first);
            both.at(point.clone(), second);
            assertArrayEquals(first, Arrays.copyOf(second, 2), method.id().toString());
            assertEquals(new Evaluator(WengertList.of(f, xy)).run(point), second[2], "behind it the value");
            assertTrue(gradient.operations().orElseThrow() <= both.operations().orElseThrow());
            assertEquals(gradient.program().isPresent(), both.program().isPresent());
            gradient.program().ifPresent(p -> assertEquals(2, p.outputCount(), "the program is that of the partials"));
            if (method instanceof ReverseMode) {
                assertEquals(alone, gradient.operations().orElseThrow(), text);
                assertEquals(withValue, both.operations().orElseThrow(), text);
                assertTrue(withValue - alone <= WengertList.of(f, xy).operations());
            }
        }
    }
}
