package tridiff.numerical;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class TableauTest {

    private static double f(double x) {
        return Math.exp(x) / (Math.sin(x) - x * x);
    }

    /** Ceres Solver, docs/source/numerical_derivatives.rst: Ridders' method for exp(x)/(sin x - x²) at 1, h = 0.01. */
    @Test
    void the_tableau_of_ceres_is_met_digit_for_digit() {
        String[][] published = {
            {"141.678097131", "140.971663667", "140.796145400", "140.752333523", "140.741384778"},
            {"140.736185846", "140.737639311", "140.737729564", "140.737735196"},
            {"140.737736209", "140.737735581", "140.737735571"},
            {"140.737735571", "140.737735571"},
            {"140.737735571"}
        };
        var tableau = new Tableau(2, 2);
        for (int m = 0; m < 5; m++) {
            double h = 0.01 / (1 << m);
            tableau.add((f(1 + h) - f(1 - h)) / (2 * h));
        }
        for (int n = 1; n <= 5; n++) {
            for (int m = 1; m <= 6 - n; m++) {
                assertEquals(published[n - 1][m - 1], String.format(Locale.ROOT, "%.9f", tableau.entry(n, m)));
            }
        }
        assertEquals(140.7377355712966, tableau.entry(5, 1), 1e-13 * 140.7); // "relative error 1e-13"
    }

    /** The quotients of a polynomial of degree 7 have three error terms: four of them give its derivative. */
    @Test
    void each_column_removes_one_term_of_the_error() {
        var tableau = new Tableau(2, 2);
        for (int m = 0; m < 4; m++) {
            double h = 0.5 / (1 << m);
            tableau.add((Math.pow(1 + h, 7) - Math.pow(1 - h, 7)) / (2 * h));
        }
        assertEquals(7, tableau.entry(4, 1), 1e-12);
    }
}
