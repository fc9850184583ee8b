package tridiff.reference.enclosure;

import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every call ends soon and without an exception, whatever the argument; and calls from many threads agree. */
class EffortTest {
    private static final EnclosureArithmetic A = new EnclosureArithmetic(60);
    private static final double[] HARD = {
        0,
        1,
        -1,
        2,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL,
        1e-300,
        -1e-300,
        1e-20,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        1e300,
        -1e300,
        1e22,
        1e10,
        -1e10,
        1e5,
        -1e5,
        1 + 0x1p-52,
        1 - 0x1p-53,
        -1 + 0x1p-53,
        2 + 0x1p-51,
        -0.5,
        -1.5,
        -1e5 - 0.5,
        0x1p40,
        -0x1p40,
        0x1p41 + 0.5,
        27,
        -27
    };

    @ParameterizedTest
    @EnumSource
    void hardArgumentsTakeBoundedTime(UnaryFunction f) {
        for (double x : HARD) {
            Enclosure exact = Enclosure.of(x);
            Enclosure near = A.times(exact, A.over(A.pi(), A.pi()));
            assertTimeout(Duration.ofSeconds(5), () -> f.at(A, exact), () -> f + " at " + x);
            assertTimeout(Duration.ofSeconds(5), () -> f.at(A, near), () -> f + " near " + x);
            Enclosure y = f.at(A, f.at(A, exact));
            assertTrue(y.isNumber() || y.isUndefined() || y.isUndecided());
        }
    }

    @ParameterizedTest
    @EnumSource
    void threadsAgree(UnaryFunction f) {
        double x = f.from + 0.37 * (f.to - f.from);
        IntStream.range(20, 60).parallel().forEach(digits -> {
            Enclosure y = f.at(new EnclosureArithmetic(digits), Enclosure.of(x));
            assertTrue(y.overlaps(f.at(A, Enclosure.of(x))), () -> f + " with " + digits + " digits");
        });
    }
}
