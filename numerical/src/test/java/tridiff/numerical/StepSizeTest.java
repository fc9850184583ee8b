package tridiff.numerical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepSizeTest {

    /** Boost.Math, finite_difference.hpp: 2√ε, (3ε)^(1/3), (11.25ε)^(1/5), (ε/168)^(1/7), (551.25ε)^(1/9). */
    @ParameterizedTest
    @CsvSource({"2, 8.73e-6", "4, 1.20e-3", "6, 2.79e-3", "8, 3.68e-2"})
    void the_classical_steps_are_those_of_boost(int accuracy, double h) {
        assertEquals(h, StepSize.classical(Stencil.central(accuracy)).of(1), 0.005 * h);
        assertEquals(2.98e-8, StepSize.classical(Stencil.forward(1)).of(1), 0.005e-8);
    }

    /** ε^(1/4) is the textbook's for the second derivative; here (m ε ρ / p τ)^(1/(m+p)) = (48 ε)^(1/4). */
    @Test
    void the_rule_holds_for_higher_derivatives() {
        assertEquals(
                Math.pow(48 * Math.ulp(1.0), 0.25),
                StepSize.classical(Stencil.central(2, 2)).of(1),
                1e-10);
    }

    @Test
    void the_step_grows_with_large_x_and_not_with_small_x() {
        StepSize step = StepSize.classical(Stencil.central(2));
        assertEquals(step.of(1) * 0x1p40, step.of(0x1p40), 1e-9 * step.of(0x1p40));
        assertEquals(step.of(1), step.of(1e-300), 1e-9 * step.of(1));
        assertEquals(step.of(1), step.of(0), 1e-9 * step.of(1));
        assertTrue(Double.isFinite(step.of(Double.MAX_VALUE)));
    }

    /** Otherwise x + h would not be h away from x, an error of ε|x|/h. */
    @Test
    void the_points_of_a_stencil_are_exact_within_a_binade() {
        var random = new Random(1);
        for (int accuracy = 2; accuracy <= 8; accuracy += 2) {
            Stencil stencil = Stencil.central(accuracy);
            StepSize step = StepSize.classical(stencil);
            for (int i = 0; i < 1000; i++) {
                double x = Math.scalb(1.3 + 0.4 * random.nextDouble(), random.nextInt(200));
                double h = step.of(x);
                for (int j = 1; j <= stencil.reach(); j++) {
                    assertEquals(j * h, (x + j * h) - x);
                    assertEquals(j * h, x - (x - j * h));
                }
            }
        }
    }

    @Test
    void the_step_is_never_zero() {
        assertTrue(StepSize.representable(1, 1e10, 1e-30) > 0);
        assertTrue(StepSize.representable(1, 0, Double.MIN_VALUE) > 0);
    }
}
