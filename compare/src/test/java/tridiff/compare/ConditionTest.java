package tridiff.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tridiff.compare.ComparisonReport.TruePartial;
import tridiff.compare.time.TimingMode;
import tridiff.expr.Expr;
import tridiff.expr.text.Parser;
import tridiff.reference.Reference;
import tridiff.wengert.method.MethodId;

/** A condition is true or not: its own derivative never enters, and what is singular inside it spoils nothing. */
class ConditionTest {

    private static final List<MethodId> EXACT = MethodId.listOf(
            "autodiff.forward", "autodiff.reverse", "symbolic.raw", "symbolic.simplified", "symbolic.dag");

    private static ComparisonReport compare(String text, String at) {
        Expr f = Parser.parse(text);
        double[] point =
                Arrays.stream(at.split(" ")).mapToDouble(Double::parseDouble).toArray();
        return new Comparer(Reference.Effort.DEFAULT, TimingMode.NONE)
                .compare(new Comparer.Question(text, f, f.variables(), point, f.variables(), EXACT, List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "if(x, 1, 2)                                          | 1    | 0",
                "if(x, 5, 2)                                          | 3    | 0",
                "if(sin(x), x^2, 2)                                   | 3    | 6",
                "if(-x, x^2, 2)                                       | 3    | 6",
                "if(x^2 + y^2, x*y/(x^2 + y^2), 0)                    | 1 2  | 0.24 -0.12",
                "if(sign(y), sin(x*x), 2) + if(y > 100, x*x, 1)       | -3 1 | 0 1.0806046117362794",
                "if(abs(x) < 1, x^2/2, abs(x) - 1/2)                  | 0    | 0",
                "if(hypot(x, y) < 1, x, 0)                            | 0 0  | 1 0",
                "if(sqrt(x^2 + y^2) < 1, x*y, 1)                      | 0 0  | 0 0",
                "if(floor(x) == 2, sin(x), 0)                         | 2.5  | -0.8011436155469337",
                "if((x > 0)*(y > 0), x*y, 0)                          | 2 3  | 3 2",
                "if(if(x > 0, 1, -1), x^3, 0)                         | 2    | 12",
                "if(max(x, y) > 1, x*y, 0)                            | 2 2  | 2 2",
                "if(sum(i, 1, 3, floor(x*i)) > 2, x^2, 0)             | 1.4  | 2.8",
                "sqrt(floor(x))*x + x                                 | 0.5  | 1",
                "floor(x)^2.5*x                                       | 0.5  | 0",
                "iterate(2, s, x, if(s > 3/4, 2*s, s))                | 1    | 4",
                "iterate(3, s, x, floor(s) + s/2)                     | 0.5  | 0.125",
                "if(x > 0, log(x), 7)                                 | -1   | 0",
                "if(exp(x) - e < 0, x, 7*x)                           | 2    | 7",
            })
    void every_exact_method_and_the_reference_differentiate_the_branch_alone(String text, String at, String expected) {
        ComparisonReport report = compare(text, at);
        String[] truths = expected.split(" ");
        for (int i = 0; i < truths.length; i++) {
            double truth = Double.parseDouble(truths[i]);
            TruePartial proved = report.reference().partials().get(i);
            assertEquals(ComparisonReport.TruePartial.State.PROVED, proved.state(), proved.toString());
            assertEquals(truth, Double.parseDouble(proved.value()), 1e-15 * Math.abs(truth), proved.toString());
            for (var r : report.results()) {
                assertEquals(truth, r.partials().get(i).value(), 4e-15 * Math.abs(truth), r.toString());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "if(x, 1, 2)                                 | 0   | jump",
                "if(x^2, x, 0)                               | 0   | smooth",
                "if(abs(x) < 1, x^2/2, abs(x) - 1/2)         | 1   | smooth",
                "if(abs(x) < 1, x^2/2, 2*abs(x) - 3/2)       | 1   | kink",
                "if(sign(x) < 1/2, x, 2*x)                   | 0   | kink",
                "if(floor(x), x, 2*x)                        | 1   | jump",
                "if(atan2(x, -1) > 0, x, 2*x)                | 0   | kink",
                "if(sqrt(x) < 1, x, 2)                       | 0   | one_sided",
                "if(x^x < 100, x, 2)                         | -3  | isolated",
                "if(x^1.5 < 100, x, 2)                       | 0   | one_sided",
                "if(max(x, 0), 1, 2)                         | 0   | jump",
                "polygamma(if(x == 1, 1, 2), x)              | 1   | jump",
                "polygamma(floor(x), x)                      | 1   | jump",
                "if(x > 0, if(log(x), 1, 2), 1)              | 0   | smooth",
                "if(x > 0, if(1 - log(x), x, 2), 0)          | 0   | kink",
                "atan2(x^2, -1)                              | 0   | smooth",
                "iterate(2, a, x, if(b > 1/2, 5*a, a), b, x, floor(b)) | 1 | jump",
                "iterate(2, s, x, floor(s) + 1/2)            | 1   | jump",
                "iterate(2, s, x, if(s > 3/4, 1, 1/2))       | 0.75 | jump",
                "sum(i, 1, 2, iterate(2, s, x, floor(s) + 1/2)) | 1 | jump",
            })
    void at_its_boundary_the_point_is_what_both_sides_make_it(String text, double at, String kind) {
        ComparisonReport report = compare(text, Double.toString(at));
        assertEquals(
                kind,
                report.reference().partials().get(0).kind(),
                report.reference().toString());
        boolean exists = kind.equals("smooth") || kind.equals("one_sided");
        assertEquals(exists, report.isDifferentiable());
        for (var r : report.results()) {
            double value = r.partials().get(0).value();
            assertTrue(exists || !Double.isFinite(value) || kind.equals("isolated"), r.id() + " returned " + value);
        }
    }

    /** A power of a whole number of a loop is a product. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sum(i, 0, 3, x^i)                          | 0   | 1",
                "sum(i, 0, 3, sum(j, 0, 2, x^(i + j)))      | 0   | 2",
                "sum(i, 0, 3, x^(2*i)*y^i)                  | 0 0 | 0 0",
                "sum(i, 0, 3, x^(3 - i))                    | 0   | 1",
                "prod(i, 0, 2, 1 + x^i)                     | 0   | 2",
                "sum(i, 1, 3, x^(i - 1)*i)                  | 0   | 2",
            })
    void a_power_with_an_index_as_exponent_is_a_product(String text, String at, String expected) {
        every_exact_method_and_the_reference_differentiate_the_branch_alone(text, at, expected);
    }
}
