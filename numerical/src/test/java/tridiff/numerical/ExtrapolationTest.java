package tridiff.numerical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ExtrapolationTest {

    /** FiniteDifferences.jl, README: 1.7e-14. */
    @Test
    void richardson_meets_the_published_error_for_sine() {
        assertEquals(Math.cos(1), Extrapolation.richardson().value(Math::sin, 1), 1.7e-14);
    }

    /** Ceres: "about 1000 times better than the best central difference", 1e-13. */
    @Test
    void ridders_solves_the_example_of_ceres() {
        Estimate e = Extrapolation.ridders().estimate(x -> Math.exp(x) / (Math.sin(x) - x * x), 1);
        assertEquals(140.7377355712966, e.value(), 1e-13 * 140.7);
        assertTrue(e.error() >= Math.abs(e.value() - 140.7377355712966) && e.error() < 1e-11 * 140.7);
    }

    @Test
    void long_steps_that_leave_the_domain_are_left_out() {
        Estimate e = Extrapolation.ridders().estimate(Math::log, 1e-3);
        assertEquals(1000, e.value(), 1e-9);
        assertTrue(e.remark().toString().contains("shorter step"));
    }

    @Test
    void at_the_end_of_the_domain_one_sided_quotients_are_extrapolated() {
        Estimate e = Extrapolation.ridders().estimate(x -> x < 0 ? Double.NaN : Math.exp(x), 0);
        assertEquals(1, e.value(), 1e-10);
        assertTrue(e.remark().toString().startsWith("forward"));
    }

    @Test
    void where_f_has_no_value_there_is_none() {
        assertTrue(Double.isNaN(Extrapolation.ridders().value(Math::log, -1)));
        assertTrue(Double.isNaN(Extrapolation.richardson().value(x -> x == 1 ? 1 : Double.NaN, 1)));
    }

    @Test
    void near_overflow_nothing_overflows() {
        assertEquals(Math.exp(709.7), Extrapolation.ridders().value(Math::exp, 709.7), 1e-12 * Math.exp(709.7));
    }
}
