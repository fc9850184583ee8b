package tridiff.charts.style;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {

    @ParameterizedTest
    @CsvSource({"3.16e-8, 3.2·10⁻⁸", "1e-4, 10⁻⁴", "9.96e-5, 10⁻⁴", "0.13, 0.13", "1, 1", "0, 0", "4.9e-324, 4.9·10⁻³²⁴"
    })
    void steps_have_two_digits(double x, String text) {
        assertEquals(text, Numerals.scientific(x));
    }

    @ParameterizedTest
    @CsvSource({"7, '7'", "12345, '12,345'", "667251, '6.7·10⁵'", "99999999999999999999, '1.0·10²⁰'"})
    void counts_are_exact_while_they_are_short(BigInteger n, String text) {
        assertEquals(text, Numerals.count(n));
    }

    @ParameterizedTest
    @CsvSource({"0.7, 0.7", "3, 3", "1e-17, 1e-17", "1.5e300, 1.5e300", "-2, -2"})
    void coordinates_are_short(double x, String text) {
        assertEquals(text, Numerals.coordinate(x));
    }

    @Test
    void ticks_are_powers_of_ten() {
        assertEquals("10⁻⁸", Numerals.power(-8));
        assertEquals("1", Numerals.power(0));
    }
}
