package tridiff.teaching.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fits of NIST's data sets with the Jacobian of each method. */
class NistFitsTest {

    private static List<NistFits.DataSet> sets() {
        return NistFits.dataSets();
    }

    @Test
    void all_27_data_sets_are_there() {
        assertEquals(27, sets().size());
    }

    /** 11 digits are certified; those of Lanczos1 are not enough for a sum of squares of 1.4e-25. */
    @ParameterizedTest
    @MethodSource("sets")
    void the_sum_of_squares_at_the_certified_parameters_is_the_certified_one(NistFits.DataSet set) {
        double certified = Double.parseDouble(set.sumOfSquares());
        double allowed = set.name().equals("Lanczos1") ? 1e-20 : 2e-10 * certified;
        assertEquals(certified, NistFits.sumOfSquares(set), allowed);
    }

    /** Half of the digits of a double at least: the most that a comparison of sums of squares can tell at a flat minimum, or nearly. */
    @ParameterizedTest
    @MethodSource("sets")
    void with_an_exact_jacobian_the_certified_minimum_is_found_from_both_starts(NistFits.DataSet set) {
        for (String method : List.of("autodiff.forward", "autodiff.reverse", "symbolic.simplified")) {
            for (List<String> start : List.of(set.start1(), set.start2())) {
                double digits = NistFits.digits(set, start, method);
                assertTrue(digits >= 6, set.name() + " by " + method + " from " + start + ": " + digits);
            }
        }
    }

    /**
     * The first steps from the start lead to where BoxBOD's exponential is 1e-48: its slope is not 0, but every difference is. Hahn1's
     * smallest parameter is 1e-7: a step for numbers near 1 is longer than that.
     */
    @ParameterizedTest
    @ValueSource(strings = {"BoxBOD", "Hahn1"})
    void with_a_jacobian_by_differences_a_fit_ends_elsewhere_where_they_see_no_slope(String name) {
        NistFits.DataSet set =
                sets().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
        assertTrue(NistFits.digits(set, set.start1(), "numerical.forward") < 4);
        assertTrue(NistFits.digits(set, set.start1(), "numerical.central2") < 4);
        assertTrue(NistFits.digits(set, set.start1(), "autodiff.reverse") >= 8);
    }
}
