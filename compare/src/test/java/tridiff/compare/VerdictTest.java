package tridiff.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tridiff.compare.time.Timing;
import tridiff.compare.time.TimingMode;
import tridiff.expr.Expr;
import tridiff.expr.said.Said;
import tridiff.expr.text.Parser;
import tridiff.reference.Reference;
import tridiff.wengert.method.MethodId;

/** Functions that should get different advice, and where its numbers come from. */
class VerdictTest {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?[0-9][0-9.]*(e-?[0-9]+|E-?[0-9]+)?(?![\\w])");

    static ComparisonReport report(String text, List<MethodId> methods, TimingMode care, double... point) {
        Expr f = Parser.parse(text);
        return new Comparer(Reference.Effort.DEFAULT, care)
                .compare(new Comparer.Question(text, f, f.variables(), point, f.variables(), methods, List.of()));
    }

    private static String verdict(String text, double... point) {
        return Said.list(
                        " ",
                        report(text, Methods.usual(), TimingMode.NONE, point).verdict())
                .toString();
    }

    // spotless:off - this is a table
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "one variable          | exp(sin(x))/(1+x^2)                  | 0.7           | symbolic.dag: the derivative within",
        "one variable          | exp(sin(x))/(1+x^2)                  | 0.7           | numerical.adaptive, keeps 14 of 16 digits and runs f 74",
        "cheap is enough       | exp(sin(x))/(1+x^2)                  | 0.7           | numerical.central2 keeps 9 with 2 runs",
        "two variables         | log(x1)+x1*x2-sin(x2)                | 2,5           | both partial derivatives within",
        "exactly linear        | 3*x - 7                              | 0.3           | without any operation",
        "exactly linear        | 3*x - 7                              | 0.5           | A difference is as good here",
        "steps                 | x^2 + floor(10^9*x)/10^9             | 0.7           | No difference sees this derivative",
        "noise                 | x + floor(10^12*sin(10^6*x))/10^4    | 0.7           | No difference sees this derivative",
        "kink                  | abs(x-1)*x                           | 1             | There is no derivative here",
        "kink nearby           | abs(x-1)                             | 1.0000000000001 | numerical",
        "ill-conditioned       | sin(10^12*x)                         | 0.7           | Ill-conditioned: rounding the inputs alone",
        "cancellation          | (1-cos(x))/x^2                       | 0.00001       | Even exact methods lose digits",
        "refused               | gamma(x)*abs(x)                      | 2.5           | Refused by numerical.complex-step",
        "loop                  | sum(i,1,1000,sin(i*x)/i^2)           | 0.3           | the derivative within",
        "no method             | log(1 + exp(x))                          | 800           | No method gets this derivative right",
        "undefined             | sqrt(x)                              | 0             | There is no derivative here",
        "undefined by one      | abs(x) + sin(x)*y                    | 0,2           | There is no df/dx here",
        "half is kept by one   | sqrt(x+1) - sqrt(x)                  | 100000000     | numerical.adaptive: the derivative to 8 of 16 digits",
        "subnormal             | erfc(x)                              | 27            | the derivative within",
    })
    // spotless:on
    void advice_fits_the_function(String kind, String text, String at, String expected) {
        double[] point =
                Arrays.stream(at.split(",")).mapToDouble(Double::parseDouble).toArray();
        String verdict = verdict(text, point);
        assertTrue(verdict.contains(expected), kind + ": " + verdict);
    }

    @Test
    void advice_differs_between_functions() {
        var verdicts = List.of(
                verdict("exp(sin(x))/(1+x^2)", 0.7),
                verdict("3*x - 7", 0.5),
                verdict("x^2 + floor(10^9*x)/10^9", 0.7),
                verdict("abs(x)", 0),
                verdict("sin(10^12*x)", 0.7));
        assertEquals(5, Set.copyOf(verdicts).size());
    }

    @Test
    void of_a_thousand_variables_reverse_mode_takes_all_at_once() {
        String text = IntStream.rangeClosed(1, 1000).mapToObj(i -> "x" + i).collect(Collectors.joining("*"));
        double[] point = IntStream.rangeClosed(1, 1000)
                .mapToDouble(i -> 1 + 1.0 / (i + 3))
                .toArray();
        var report = report(
                text,
                MethodId.listOf("numerical.central2", "autodiff.forward", "autodiff.reverse"),
                TimingMode.NONE,
                point);
        String verdict = Said.list(" ", report.verdict()).toString();
        assertTrue(verdict.startsWith("autodiff.reverse: all 1000 partial derivatives"), verdict);
        assertTrue(verdict.contains("Forward mode takes"), verdict);
        assertTraceable(report);
    }

    @Test
    void a_formula_that_swells_is_not_to_be_written_out() {
        String text = IntStream.rangeClosed(1, 30).mapToObj(i -> "x" + i).collect(Collectors.joining("*"));
        double[] point =
                IntStream.rangeClosed(1, 30).mapToDouble(i -> 1 + 1.0 / i).toArray();
        var report = report(text, MethodId.listOf("symbolic.raw", "autodiff.reverse"), TimingMode.NONE, point);
        String verdict = Said.list(" ", report.verdict()).toString();
        assertTrue(verdict.contains("Do not write it out: symbolic.raw has a tree of"), verdict);
        assertTraceable(report);
    }

    @Test
    void a_higher_order_is_named_where_only_it_is_accurate() {
        var orders = MethodId.listOf("numerical.central2", "numerical.central4", "numerical.central8");
        String verdict = Said.list(
                        " ", report("exp(x)", orders, TimingMode.NONE, 0.7).verdict())
                .toString();
        assertTrue(verdict.contains("numerical.central8: the derivative to 1"), verdict);
    }

    @Test
    void what_is_not_settled_is_not_judged() {
        Expr f = Parser.parse("abs(sin(x)^2 + cos(x)^2 - 1)*x");
        try {
            var report = new Comparer(new Reference.Effort(20, 60, 1), TimingMode.NONE)
                    .compare(new Comparer.Question(
                            "f", f, f.variables(), new double[] {0.3}, f.variables(), Methods.usual(), List.of()));
            assertTrue(
                    report.isSettled() || report.verdict().get(0).toString().contains("not settled"),
                    report.verdict().toString());
            assertFalse(
                    report.verdict().get(0).toString().contains("within"),
                    report.verdict().toString());
        } catch (Comparer.NoValue e) {
            assertFalse(e.isUndefined());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exp(sin(x))/(1+x^2) | 0.7",
                "log(x1)+x1*x2-sin(x2) | 2,5",
                "3*x - 7 | 0.5",
                "x^2 + floor(10^9*x)/10^9 | 0.7",
                "sin(10^12*x) | 0.7",
                "(1-cos(x))/x^2 | 0.00001",
                "exp(x*sin(exp(x*sin(exp(x*sin(x)))))) | 0.1"
            })
    void every_number_of_the_verdict_stands_in_the_tables(String text, String at) {
        double[] point =
                Arrays.stream(at.split(",")).mapToDouble(Double::parseDouble).toArray();
        assertTraceable(report(text, Methods.usual(), TimingMode.QUICK, point));
    }

    /** 16 is the number of digits of a double, 95 the percentage of the intervals, and the variables can be counted. */
    private static void assertTraceable(ComparisonReport report) {
        String all = report.text();
        String text = all.substring(0, all.indexOf("Verdict  "));
        Set<String> known =
                Set.of("16", "95", Integer.toString(report.input().wrt().size()));
        var cells = numbers(text);
        for (Said sentence : report.verdict()) {
            for (String number : numbers(sentence.toString())) {
                assertTrue(known.contains(number) || cells.contains(number), number + " of: " + sentence + "\n" + text);
            }
        }
    }

    private static Set<String> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(m -> m.group().replaceAll("\\.$", ""))
                .collect(Collectors.toSet());
    }

    @Test
    void overlapping_intervals_are_no_difference_and_others_are_one() {
        var report = report(
                "exp(sin(x))/(1+x^2)", MethodId.listOf("symbolic.dag", "autodiff.reverse"), TimingMode.NONE, 0.7);
        String same = Said.list(" ", timed(report, new Timing(20, 18, 22, 30, 0.0), new Timing(24, 21, 26, 30, 0.0)))
                .toString();
        assertTrue(same.contains("no difference between it and autodiff.reverse"), same);
        String faster = Said.list(" ", timed(report, new Timing(30, 28, 32, 30, 0.0), new Timing(24, 21, 26, 30, 0.0)))
                .toString();
        assertTrue(faster.contains("Measured, autodiff.reverse is faster: 24 ns against 30 ns"), faster);
        String slower = Said.list(" ", timed(report, new Timing(10, 9, 11, 30, 0.0), new Timing(24, 21, 26, 30, 0.0)))
                .toString();
        assertFalse(slower.contains("no difference between") || slower.contains("faster"), slower);
    }

    private static List<Said> timed(ComparisonReport report, Timing first, Timing second) {
        var f = new Timing(10, 9, 11, 30, 0.0);
        var results = List.of(
                report.results().get(0).with(1, first, f),
                report.results().get(1).with(1, second, f));
        return report.with(report.function().with(f), results, new ComparisonReport.Clock(TimingMode.QUICK, 1, false))
                .verdict();
    }

    @Test
    void several_machines_are_one_report_of_medians_and_ranges() {
        var report = report("x^2", MethodId.listOf("autodiff.reverse"), TimingMode.NONE, 0.7);
        List<ComparisonReport> runs = IntStream.of(3, 1, 2, 6, 5, 4)
                .mapToObj(i -> report.with(
                        report.function().with(new Timing(10 * i, 1, 100, 31, 0.0)),
                        List.of(report.results()
                                .get(0)
                                .with(i, new Timing(20 * i, 1, 200, 31, 8.0 * i), new Timing(10, 1, 2, 1, 0.0))),
                        new ComparisonReport.Clock(TimingMode.CAREFUL, 1, true)))
                .toList();
        ComparisonReport all = RepeatedComparison.of(runs.get(0), runs);
        assertEquals(new Timing(35, 10, 60, 186, 0.0), all.function().time());
        var result = all.results().get(0);
        assertEquals(new Timing(70, 20, 120, 186, 28.0), result.time());
        assertEquals(2, result.ratio());
        assertEquals(3.5, result.preparationNanos());
        assertEquals(6, all.clock().machines());
    }
}
