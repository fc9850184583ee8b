package tridiff.numerical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NoiseTest {

    /** Moré and Wild, table 3.1: cos t + sin t with uniform noise of standard deviation 1e-3, spacing 1e-2. */
    @Test
    void the_example_of_more_and_wild_has_the_noise_that_was_put_in() {
        double[] found = LongStream.range(0, 200)
                .mapToDouble(seed -> {
                    var random = new Random(seed);
                    return Noise.of(
                            t -> Math.cos(t) + Math.sin(t) + 1e-3 * 2 * Math.sqrt(3) * random.nextDouble(), 0, 1e-2);
                })
                .sorted()
                .toArray();
        assertEquals(1e-3, found[100], 0.2e-3);
        assertTrue(Arrays.stream(found).filter(e -> e > 0.25e-3 && e < 4e-3).count() >= 190);
    }

    /** The rounding of sin is some tenths of an ulp, that of the argument 1000 x a thousand times as much. */
    @Test
    void round_off_is_noise() {
        double ulp = Math.ulp(0.5);
        double plain = Noise.of(Math::sin, 1);
        double amplified = Noise.of(x -> Math.sin(1000 * x), 1);
        assertTrue(plain > 0.1 * ulp && plain < 2 * ulp);
        assertTrue(amplified > 30 * ulp && amplified < 3000 * ulp);
    }

    @Test
    void noise_is_found_at_every_size_of_f() {
        for (double size : new double[] {1e-300, 1e-10, 1, 1e10, 1e300}) {
            double noise = Noise.of(x -> size * Math.exp(x), 1);
            assertTrue(noise > 0.1 * Math.ulp(size) && noise < 10 * Math.ulp(size), size + ": " + noise);
        }
    }

    @Test
    void where_nothing_can_be_told_nothing_is() {
        assertTrue(Double.isNaN(Noise.of(x -> Double.NaN, 1)));
        assertEquals(0, Noise.of(x -> 0, 1));
        assertTrue(Double.isNaN(Noise.of(x -> 3, 1)));
    }
}
