package tridiff.compare.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tridiff.compare.Comparer;
import tridiff.expr.Expr;
import tridiff.expr.text.Parser;

/** Errors of Taylor polynomials, against remainders that are known. */
class TaylorErrorsTest {

    private static TaylorErrors at(String text, double x) {
        Expr f = Parser.parse(text);
        List<Expr.Var> by = f.variables();
        return TaylorErrors.of(
                new Comparer.Question(text, f, by, new double[] {x}, by, List.of(), List.of()), by.get(0));
    }

    /** The remainder of exp at 0 is d^(n+1)/(n+1)! (1 + d/(n+2) + …). */
    @Test
    void errors_of_exp_are_the_remainders_of_its_series() {
        TaylorErrors errors = at("exp(x)", 0);
        int tenth = errors.distances().indexOf(0.1);
        double[] factorials = {2, 6, 120};
        int[] orders = {1, 2, 4};
        for (int i = 0; i < orders.length; i++) {
            int n = orders[i];
            double lead = Math.pow(0.1, n + 1) / factorials[i];
            assertEquals(
                    lead * (1 + 0.1 / (n + 2) + 0.01 / (n + 2) / (n + 3)),
                    errors.orders().get(i).errors().get(tenth),
                    1e-4 * lead);
        }
    }

    /** Beyond the radius of convergence more terms are worse, and inside better. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            log(x)     | 1 | 1
            1/(1+x^2)  | 0 | 1
            sqrt(x)    | 4 | 4
            """)
    void higher_orders_pay_inside_the_radius_of_convergence_only(String text, double x, double radius) {
        TaylorErrors errors = at(text, x);
        List<Double> low = errors.orders().get(2).errors();
        List<Double> high = errors.orders().get(4).errors();
        for (int i = 0; i < errors.distances().size(); i++) {
            double share = errors.distances().get(i) / radius;
            if (share > 1.6) {
                assertTrue(
                        high.get(i) > low.get(i),
                        text + " at the distance " + errors.distances().get(i));
            } else if (share < 0.6 && low.get(i) > 1e-12) {
                assertTrue(
                        high.get(i) < low.get(i),
                        text + " at the distance " + errors.distances().get(i));
            }
        }
    }

    @Test
    void where_there_is_no_series_there_is_no_result() {
        assertThrows(Comparer.NoValue.class, () -> at("abs(x)", 0));
    }
}
