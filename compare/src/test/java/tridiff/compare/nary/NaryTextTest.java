package tridiff.compare.nary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tridiff.expr.Expr;
import tridiff.expr.Functions;
import tridiff.expr.text.Parser;

/** Texts as SymPy 1.14's {@code str} gives them; rational functions are in {@link SympyRationalFunctionsTest}. */
class NaryTextTest {

    private final NaryForms k = new NaryForms();
    private final NaryText text = new NaryText(new WrittenOrder(k));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            sqrt(x)                           | sqrt(x)
            1/sqrt(x)                         | 1/sqrt(x)
            x/sqrt(x + 1)                     | x/sqrt(x + 1)
            x^(3/2) + x + sqrt(x)             | x**(3/2) + sqrt(x) + x
            (x + 1)^(-3/2)*x                  | x/(x + 1)**(3/2)
            -1/sqrt(x)                        | -1/sqrt(x)
            -x^(-2)                           | -1/x**2
            x^(-2)                            | x**(-2)
            1 - sqrt(x)                       | 1 - sqrt(x)
            sqrt(x) - 1                       | sqrt(x) - 1
            2*sqrt(x + y)/3                   | 2*sqrt(x + y)/3
            exp(2*x) + exp(x) + exp(x/2)      | exp(x/2) + exp(2*x) + exp(x)
            x*exp(x) + x^2*sin(x) - cos(x)    | x**2*sin(x) + x*exp(x) - cos(x)
            sin(x)*exp(x)*log(x)*cos(x)*x     | x*exp(x)*log(x)*sin(x)*cos(x)
            sin(x)^2 + sin(x)^(-1)            | sin(x)**2 + 1/sin(x)
            tan(x)*atan(x)*sinh(x)            | tan(x)*sinh(x)*atan(x)
            x + pi                            | x + pi
            pi - x                            | pi - x
            pi*x + x                          | x + pi*x
            2*pi*x^2 + pi^2*x + pi            | 2*pi*x**2 + pi**2*x + pi
            x/pi                              | x/pi
            e*x + x*pi                        | E*x + pi*x
            abs(x)*x + abs(x)                 | x*Abs(x) + Abs(x)
            x^y + 2                           | x**y + 2
            (x + 1)^(y + 1)                   | (x + 1)**(y + 1)
            2^x                               | 2**x
            1/(x^2 + sqrt(x))^2               | (sqrt(x) + x**2)**(-2)
            (x^2 + 1)*(x + 1)*(y + 1)/(x*y*z) | (x + 1)*(x**2 + 1)*(y + 1)/(x*y*z)
            ceil(x) - floor(x)                | ceiling(x) - floor(x)
            atan2(x, y)*x                     | x*atan2(x, y)
            sin(x + y)/(2*x)                  | sin(x + y)/(2*x)
            log(x)/x                          | log(x)/x
            (-2)^3*x                          | -8*x
            (2/3)*x - 3/2                     | 2*x/3 - 3/2
            -x - y                            | -x - y
            -x*y/3 - 1/2                      | -x*y/3 - 1/2
            x^(1/3) + x^(2/3)                 | x**(2/3) + x**(1/3)
            sqrt(x)^3                         | x**(3/2)
            asin(x) + acos(x) + x             | x + acos(x) + asin(x)
            """)
    void roots_constants_and_functions_are_written_as_by_sympy(String f, String written) {
        assertEquals(written, text.of(k.of(Parser.parse(f))));
    }

    /** With f for sin(f) + cos(f), n characters become 2·n + 13. */
    @Test
    void a_text_that_no_memory_holds_is_measured() {
        Expr f = Expr.variable("x");
        for (int i = 0; i < 100; i++) {
            f = Functions.sin(f).plus(Functions.cos(f));
        }
        BigInteger expected = BigInteger.valueOf(14).shiftLeft(100).subtract(BigInteger.valueOf(13));
        assertEquals(expected, text.length(k.of(f)));
    }
}
