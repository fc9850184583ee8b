package tridiff.reference.enclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.expr.NamedConstant;
import tridiff.expr.Rational;
import tridiff.expr.text.Parser;
import tridiff.wengert.WengertList;

/** Numbers that are known exactly although no precision shows it: by algebra of roots, π, e, logarithms, and equal values of functions. */
class ClosedFormTest {

    private static Enclosure value(String text) {
        return WengertList.of(Parser.parse(text), List.of())
                .in(new Enclosures(30), List.of())
                .get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "exp(1) - e, 0",
        "sqrt(2)*sqrt(3) - sqrt(6), 0",
        "sqrt(8) - 2*sqrt(2), 0",
        "sqrt(2)^2, 2",
        "'cbrt(2)^3', 2",
        "cbrt(-16) + 2*cbrt(2), 0",
        "2^(1/3)*2^(2/3), 2",
        "log(6) - log(2) - log(3), 0",
        "log(1/8) + 3*log(2), 0",
        "exp(log(3)*2), 9",
        "log(exp(5/2)), 2.5",
        "pi*e - e*pi, 0",
        "1/pi*pi, 1",
        "exp(200)*exp(-200), 1",
        "exp(1 + pi)/exp(pi) - e, 0",
        "sin(pi), 0",
        "cos(pi), -1",
        "sin(pi/6), 0.5",
        "sin(pi/3) - sqrt(3)/2, 0",
        "sin(1000*pi + pi/4) - sqrt(1/2), 0",
        "cos(pi/3), 0.5",
        "4*atan(1) - pi, 0",
        "acos(1/2)*3 - pi, 0",
        "asin(-1)*2 + pi, 0",
        "acos(0) - pi/2, 0",
        "sin(1)^2 + cos(1)^2, 1",
        "sin(-3) + sin(3), 0",
        "cos(-3) - cos(3), 0",
        "cosh(2)^2 - sinh(2)^2, 1",
        "expm1(2) + 1 - exp(2), 0",
        "tanh(1e16)/tanh(1e16), 1",
        "(1 + exp(200)) - exp(200), 1",
        "gamma(7/3) - gamma(7/3), 0",
        "sqrt(pi)^2 - pi, 0",
        "atan(-2) + atan(2), 0",
        "'hypot(1, 1) - sqrt(2)', 0",
        "(sqrt(5) + 1)*(sqrt(5) - 1), 4",
        "floor(sqrt(2)*sqrt(2)), 2",
        "sqrt(2) == sqrt(8)/2, 1",
        "exp(1) < e, 0"
    })
    void is_known_exactly(String text, double expected) {
        assertEquals(Optional.of(Rational.of(expected)), value(text).exact(), text);
    }

    /** Forms wait of one another, but not without end: a long computation is no deep recursion. */
    @Test
    void is_known_exactly_after_many_steps() {
        var k = new Enclosures(30);
        Enclosure x = k.constant(NamedConstant.PI);
        for (int i = 0; i < 100_000; i++) {
            x = k.negate(k.plus(x, k.constant(1)));
        }
        assertEquals(
                Optional.of(Rational.ZERO),
                k.minus(x, k.constant(NamedConstant.PI)).exact());
    }

    /** Close to a simple number, and not it: what is not provable must stay open, or be told apart by its digits. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "exp(pi*sqrt(163)) - 262537412640768744",
                "sqrt(2) + sqrt(3) - pi - 1e-10",
                "log(640320^3 + 744)/sqrt(163) - pi",
                "sin(2) - 2*sin(1)*cos(1)",
                "sqrt(3 + 2*sqrt(2)) - 1 - sqrt(2)",
                "exp(1) - 2.718281828459045235360287471352662498",
                "(-8)^2 - 64 + 1e-40"
            })
    void is_not_taken_for_a_simple_number(String text) {
        Enclosure value = value(text);
        assertTrue(value.isNumber() && value.exact().filter(Rational::isZero).isEmpty(), value.toString());
    }
}
