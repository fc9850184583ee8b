package tridiff.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tridiff.expr.text.Parser;

class GivenNumberTest {

    @ParameterizedTest
    @CsvSource({
        "1e400, TOO_LARGE",
        "-1e400, TOO_LARGE",
        "exp(1000), TOO_LARGE",
        "1e-400, TOO_SMALL",
        "-1e-400, TOO_SMALL",
        "1/1e330, TOO_SMALL",
        "exp(-1000), TOO_SMALL",
        "1e-200*1e-200, TOO_SMALL",
        "log(-1), UNDEFINED",
        "1/0, UNDEFINED"
    })
    void what_no_double_is_near_is_refused(String formula, GivenNumber.Lack lack) {
        var refusal = assertThrows(GivenNumber.Unfit.class, () -> GivenNumber.of(Parser.parse(formula)));
        assertEquals(lack, refusal.lack());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-0, 0", "sin(0), 0", "5e-324, 5e-324", "1e200*1e200/1e300, 1e100", "pi/4, 0.7853981633974483"})
    void what_a_double_is_near_is_that_double(String formula, double value) {
        assertEquals(value, GivenNumber.of(Parser.parse(formula)));
    }

    @Test
    void the_digits_that_an_exponent_promises_are_not_written_out() {
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            for (String text : new String[] {"1e999999999", "-1e99999999", "1e-999999999"}) {
                assertThrows(GivenNumber.Unfit.class, () -> GivenNumber.of(new BigDecimal(text)));
            }
        });
    }
}
