package tridiff.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The C++ computes what the Java does; skipped where there is no g++. */
class CppAdjointsTest {

    /**
     * Small and odd sizes, and one that fills vectors of any length. Least squares have an even one: else a point is 0 where the step is,
     * or not quite, since g++ makes one operation of a product and a sum where the processor has it.
     */
    private static final List<String> PROBLEMS = List.of(
            "speelpenning:3",
            "speelpenning:100",
            "helmholtz:3",
            "helmholtz:50",
            "rosenbrock:2",
            "rosenbrock:101",
            "logistic:1",
            "logistic:100",
            "perceptron:3",
            "mixture:7",
            "gmm:2",
            "llsq:10",
            "lse:5");

    @Test
    void values_and_gradients_agree_with_ours() throws IOException, InterruptedException {
        assumeTrue(CppProgram.compiler().isPresent(), "g++ is not on the PATH");
        try (CppProgram program = CppProgram.compiled()) {
            for (String problem : PROBLEMS) {
                CppAdjoints.check(problem, program);
            }
            CppProgram.Times times = program.times("lse:5", Problem.of("lse:5"), 0.1);
            assertTrue(times.value() > 0 && times.gradient() > 0, times::toString);
        }
    }
}
