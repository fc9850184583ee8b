package tridiff.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tridiff.compare.ComparisonReport.MethodResult;
import tridiff.compare.time.Timing;
import tridiff.compare.time.TimingMode;
import tridiff.expr.Expr;
import tridiff.expr.said.Said;
import tridiff.expr.text.Parser;
import tridiff.reference.Reference;
import tridiff.wengert.method.MethodId;

/** What the verdict must say, and must not, on functions where one error at one point would mislead. */
class VerdictEvidenceTest {

    private static ComparisonReport report(String text, String at) {
        Expr f = Parser.parse(text);
        double[] point = at.isBlank()
                ? new double[0]
                : Arrays.stream(at.trim().split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
        return new Comparer(Reference.Effort.DEFAULT, TimingMode.NONE)
                .compare(new Comparer.Question(
                        text, f, f.variables(), point, f.variables(), Methods.usual(), List.of()));
    }

    // spotless:off - this is a table: function, point, what must be said, what must not
    static final List<String> CASES = List.of(
        // exact by symmetry or at this point alone: no difference is recommended for that
        "prod(k,1,30,x-k)                | 15.5         | df/dx is 0                             | numerical.central2: the derivative",
        "x^2                             | 0            | df/dx is 0                             | numerical.central2: the derivative",
        "x^4 - x^2                       | 0            | symbolic                               | numerical.central2: the derivative",
        "cos(x)                          | 0            | errors are counted in ulp of 1         | numerical.central2: the derivative",
        "cosh(x)                         | 0            | symbolic                               | numerical.central2: the derivative",
        "exp(-x^2)                       | 0            | symbolic                               | numerical.central2: the derivative",
        "1/(1+x^2)                       | 0            | symbolic                               | numerical.central2: the derivative",
        "3*x - 7                         | 0.5          | without any operation                  | numerical.forward: the derivative",
        "x                               | 1            | without any operation                  | numerical.forward: the derivative",
        "x*y                             | 1 2          | both partial derivatives               | numerical.forward: both",
        // ties are said as ties
        "sin(x)                          | 1            | As accurate, and with as many operations: symbolic.dag, autodiff.forward, autodiff.reverse | faster",
        "exp(x)                          | 1            | As accurate, and with as many          | No method gets",
        "x^3                             | 2            | As accurate, and with as many          | No method gets",
        "hypot(x,y)                      | 3 4          | As accurate, and with as many          | No method gets",
        "log(x)                          | 5            | As accurate, and with as many          | Do not write it out",
        // the right answer of a double beyond its range is right
        "x^3                             | 1e200        | beyond the largest double              | No method gets",
        "x^3                             | -1e200       | beyond the largest double              | No method gets",
        "exp(x)                          | 710          | beyond the largest double              | No method gets",
        "1/x                             | 1e-200       | beyond the largest double              | No method gets",
        "log(x)                          | 5e-324       | beyond the largest double              | No method gets",
        "exp(x)                          | -800         | below the smallest double              | No method gets",
        "exp(-x^2)                       | 40           | below the smallest double              | Ill-conditioned",
        "exp(-x^2)                       | 500000       | below the smallest double              | as good here",
        "sigmoid(x)                      | -800         | below the smallest double              | No method gets",
        "if(x<0,0,exp(-1/x))             | 0.001        | below the smallest double              | No method gets",
        // only differences have a number: why
        "if(x<1, x^2, 2*x-1)             | 1            | the rules have no derivative where x = 1 | A difference is as good here",
        "if(abs(x)<1,x^2/2,abs(x)-1/2)   | 1            | the rules have no derivative where abs(x) = 1 | A difference is as good here",
        "0^x                             | 0.5          | log(0) is -infinite                    | A difference is as good here",
        "sqrt(x)^2                       | 0            | return no number for it                | A difference is as good here",
        "hypot(x,y)^2                    | 0 0          | x/hypot(x, y) is undefined             | A difference is as good here",
        "abs(x)^3                        | 0            | return no number for it                | A difference is as good here",
        "x*abs(x)                        | 0            | return no number for it                | A difference is as good here",
        "x*sqrt(x)                       | 0            | return no number for it                | A difference is as good here",
        "sqrt(x^4)                       | 0            | return no number for it                | A difference is as good here",
        "max(x,x)                        | 0.3          | return no number for it                | A difference is as good here",
        // overflow has a name and a remedy
        "log(1+exp(x))                   | 800          | exp(x) is infinite                     | as good here",
        "log(1+exp(x))                   | 800          | for log(1 + exp(x)) write softplus(x)  | keeps",
        "log(1+exp(-x*y))                | -40 20       | write softplus(-x*y)                   | keeps",
        "log(exp(x)+exp(y))              | 800 801      | write x + softplus(y - x)              | keeps",
        "exp(x)/(1+exp(x))               | 800          | write sigmoid(x)                       | keeps",
        "1/(1+exp(-x))                   | -800         | write sigmoid(x)                       | as good here",
        "sqrt(x^2+y^2)                   | 1e200 1e200  | write hypot(x, y)                      | within",
        // cancellation has a name, and often a remedy
        "(exp(x)-1)/x                    | 1e-9         | for exp(x) - 1 write expm1(x)          | symbolic.simplified: the derivative",
        "(1-cos(x))/x^2                  | 0.00001      | for 1 - cos(x) write 2*sin(x/2)^2      | within",
        "log(1+x)/x                      | 1e-9         | for log(1 + x) write log1p(x)          | symbolic.simplified: the derivative",
        "sqrt(x+1)-sqrt(x)               | 1e10         | write 1/(sqrt(x + 1) + sqrt(x))        | within",
        "cbrt(x+1)-cbrt(x)               | 9.993e24     | Even exact methods lose all digits     | terms inf",
        "x^8-8*x^7+28*x^6-56*x^5+70*x^4-56*x^3+28*x^2-8*x+1 | 1.01 | Even exact methods lose digits | within",
        // what no method can avoid is not blamed on the formula
        "sin(10^12*x)                    | 0.7          | Ill-conditioned                        | Even exact methods",
        "tan(x)                          | 1.5707963267948966 | Ill-conditioned                  | Even exact methods",
        "asin(x)                         | 0.9999999999999999 | Ill-conditioned                  | Even exact methods",
        // swell is that of the smallest formula
        "((x^2+1)^2+1)^2                 | 1            | symbolic                               | Do not write it out",
        "sin(x)*cos(x)*exp(x)*log(x)*sqrt(x)*tan(x) | 0.7 | autodiff                            | Do not write it out: symbolic.raw has a tree of 147",
        "x1*x2*x3*x4*x5*x6*x7*x8*x9*x10*x11*x12 | 1 2 3 4 5 6 7 8 9 10 11 12 | Do not write it out   | symbolic.raw: all",
        // no derivative: nothing is recommended
        "abs(x)                          | 0            | There is no derivative here            | within",
        "floor(x)                        | 1            | There is no derivative here            | within",
        "cbrt(x)                         | 0            | There is no derivative here            | within",
        "atan2(x,-1)                     | 0            | There is no derivative here            | within",
        "if(x,1,2)                       | 0            | There is no derivative here            | within",
        "abs(x)+y                        | 0 1          | There is no df/dx here                 | within",
        "x^2.5+(-x)^2.5                  | 0            | There is no derivative here            | within",
        // differences that see nothing
        "erf(x)                          | 10           | No difference sees this derivative     | as good here",
        "tanh(x)                         | 20           | No difference sees this derivative     | as good here");
    // spotless:on

    private static List<String> cases() {
        return CASES;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_verdict_says_what_it_must_and_not_what_it_must_not(String line) {
        String[] c = line.split("\\s*\\|\\s*");
        String verdict = Said.list(" ", report(c[0].trim(), c[1]).verdict()).toString();
        assertTrue(verdict.contains(c[2].trim()), verdict);
        assertFalse(verdict.contains(c[3].trim()), verdict);
    }

    /** No sentence contradicts another one, or the table: a method is recommended once, and only one that is right. */
    @ParameterizedTest
    @MethodSource("cases")
    void no_sentence_contradicts_another(String line) {
        String[] c = line.split("\\s*\\|\\s*");
        ComparisonReport report = report(c[0].trim(), c[1]);
        String verdict = Said.list(" ", report.verdict()).toString();
        boolean none = verdict.contains("No method gets")
                || verdict.contains("No method keeps")
                || verdict.contains("There is no");
        Optional<MethodResult> recommended = report.results().stream()
                .filter(r -> verdict.contains(r.id() + ": the derivative")
                        || verdict.contains(r.id() + ": both partial")
                        || verdict.contains(r.id() + ": all "))
                .findFirst();
        assertEquals(!none, recommended.isPresent(), verdict);
        recommended.ifPresent(r -> {
            assertTrue(Double.isFinite(r.worstUlps()), r.toString());
            assertFalse(verdict.contains("A difference is as good here: " + r.id()), verdict);
            report.results().stream()
                    .filter(other -> other.operations() != null && other.id().family() == r.id().family())
                    .filter(other -> !r.id().isNumerical() && other.operations() < r.operations())
                    .forEach(other -> assertTrue(
                            !(other.worstUlps() <= r.worstUlps() / 100), other.id() + " is better: " + verdict));
        });
        assertFalse(verdict.contains("terms inf") || verdict.contains("NaN"), verdict);
    }

    /** A preparation that takes long to pay is named with the number of gradients that pay for it. */
    @ParameterizedTest
    @CsvSource({
        "1e8, 2e5, 52, 68, '6,000,000'",
        "1e6, 9e5, 52, 68, none",
        "1e5, 2e5, 52, 68, none",
        "1e8, 1e5, 52, 1e6, none"
    })
    void a_preparation_that_pays_late_is_named(
            double own, double others, double ownTime, double othersTime, String expected) {
        ComparisonReport before = report("exp(sin(x))*cos(x)*x", "0.7");
        List<MethodResult> timed = before.results().stream()
                .filter(r -> MethodId.listOf("symbolic.dag", "autodiff.reverse").contains(r.id()))
                .map(r -> {
                    boolean dag = r.id().isSymbolic();
                    double time = dag ? ownTime : othersTime;
                    return r.with(dag ? own : others, Timing.once(time), Timing.once(10));
                })
                .toList();
        String verdict = Said.list(
                        " ",
                        before.with(before.function().with(Timing.once(10)), timed, null)
                                .verdict())
                .toString();
        assertEquals(!expected.equals("none"), verdict.contains("pays for that after"), verdict);
        assertTrue(expected.equals("none") || verdict.contains("after " + expected), verdict);
    }
}
