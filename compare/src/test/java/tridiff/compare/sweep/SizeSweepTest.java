package tridiff.compare.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tridiff.compare.json.JsonReport;
import tridiff.compare.sweep.FormErrors.FormError;
import tridiff.compare.sweep.SizeSweep.Row;
import tridiff.expr.text.Parser;
import tridiff.symbolic.measure.Sizes;

/** Sizes computed by others, and closed forms, to the last node. */
class SizeSweepTest {

    private static Row row(String family, FunctionFamily.By by, int n) {
        return SizeSweep.of(FunctionFamily.named(family, by).orElseThrow(), n, n, SizeSweep.Accuracy.NONE, done -> {})
                .rows()
                .get(0);
    }

    private static void assertSizes(long tree, int dag, Sizes sizes) {
        assertEquals(BigInteger.valueOf(tree), sizes.tree());
        assertEquals(dag, sizes.dag());
    }

    /** The iterates of Baydin's table 1, counted with another program. */
    @ParameterizedTest
    @CsvSource({
        "2, 7, 6, 19, 13, 11, 9, 5, 5",
        "3, 19, 9, 73, 23, 46, 17, 23, 13",
        "4, 43, 12, 217, 33, 140, 25, 71, 21",
        "6, 187, 18, 1441, 53, 944, 41, 479, 37",
        "8, 763, 24, 8065, 73, 5312, 57, 2687, 53",
        "10, 3067, 30, 41473, 93, 27392, 73, 13823, 69",
        "12, 12283, 36, 202753, 113, 134144, 89, 67583, 85"
    })
    void logistic_iterates(
            int n,
            long f,
            int fDag,
            long raw,
            int rawDag,
            long local,
            int localDag,
            long operations,
            int dagOperations) {
        Row row = row("logistic", FunctionFamily.By.DEPTH, n);
        assertSizes(f, fDag, row.f());
        assertSizes(raw, rawDag, row.raw());
        assertSizes(local, localDag, row.local());
        assertEquals(BigInteger.valueOf(operations), row.local().operations());
        assertEquals(dagOperations, row.local().dagOperations());
        assertTrue(row.simplified().tree().compareTo(row.local().tree()) < 0);
    }

    /** f tree 6·2^(n-1) - 5, f DAG 3n, local DAG 8n - 7, of these operations 8n - 11. */
    @Test
    void closed_forms_of_the_logistic_iterates() {
        var sweep = SizeSweep.of(
                FunctionFamily.named("logistic", FunctionFamily.By.DEPTH).orElseThrow(),
                3,
                20,
                SizeSweep.Accuracy.NONE,
                done -> {});
        for (Row row : sweep.rows()) {
            int n = row.n();
            assertSizes((6L << (n - 1)) - 5, 3 * n, row.f());
            assertEquals(8 * n - 7, row.local().dag());
            assertEquals(8 * n - 11, row.local().dagOperations());
        }
        assertEquals(18, sweep.rows().size());
    }

    /** Laue, "On the equivalence of automatic and symbolic differentiation": quadratic as a tree, 3n - 1 as a DAG. */
    @ParameterizedTest
    @CsvSource({"5, 24, 14", "10, 74, 29", "20, 249, 59", "40, 899, 119"})
    void nested_sines(int n, long tree, int dag) {
        assertSizes(tree, dag, row("sine", FunctionFamily.By.DEPTH, n).local());
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 2", "2, 15, 6", "30, 64424509439, 118"})
    void repeated_squaring(int n, long tree, int dag) {
        Row row = row("squaring", FunctionFamily.By.DEPTH, n);
        assertSizes(tree, dag, row.local());
        assertSizes((1L << (n + 1)) - 1, n + 1, row.f());
    }

    /** For a gradient sharing is not enough: 2400 operations as trees, 1272 shared, 145 by the reverse sweep, 3n - 5. */
    @Test
    void the_product_of_fifty_variables() {
        Row row = row("product", FunctionFamily.By.VARS, 50);
        assertEquals(BigInteger.valueOf(2400), row.local().operations());
        assertEquals(1272, row.local().dagOperations());
        assertEquals(145, row.adjoint());
    }

    @Test
    void characters_are_those_of_the_printed_text() {
        var f = Parser.parse("-(x + 1)^2*sin(x*(2 - x))/exp(-x)");
        assertEquals(
                BigInteger.valueOf(f.toString().length()), Sizes.of(List.of(f)).characters());
    }

    private static double error(Row row, String form) {
        return row.errors().stream()
                .filter(e -> e.form().equals(form))
                .mapToDouble(FormError::scaled)
                .findFirst()
                .orElseThrow();
    }

    /**
     * The smallest form is the least accurate. Computed elsewhere at 2000 other random points: forward 1.4e-16 … 1.0e-15, raw the
     * same, expanded 4.0e-15, 2.4e-12, 9.5e-7, 7.7e5, 1.6e30, Horner 9.7e-16 … 8.9e29, central 3.0e-10 … 3.1e-5. The largest of
     * 2000 roundings varies from sample to sample, by up to 2.5 where the steepest points are few (n = 7); the truncation error of
     * central differences, of step 6.06e-6, does not while many points are near where it is largest (n < 6).
     */
    @ParameterizedTest
    @CsvSource({
        "3, 1.4e-16, 1.6e-16, 4.0e-15, 9.7e-16, 3.0e-10",
        "4, 2.0e-16, 1.7e-16, 2.4e-12, 1.1e-12, 6.2e-9",
        "5, 2.3e-16, 2.4e-16, 9.5e-7, 6.9e-7, 1.1e-7",
        "6, 4.4e-16, 4.4e-16, 7.7e5, 4.4e5, 1.8e-6",
        "7, 1.0e-15, 1.0e-15, 1.6e30, 8.9e29, 3.1e-5"
    })
    void smaller_is_not_more_accurate(
            int n, double forward, double raw, double expanded, double horner, double central) {
        var sweep = SizeSweep.of(
                FunctionFamily.named("logistic", FunctionFamily.By.DEPTH).orElseThrow(),
                n,
                n,
                new SizeSweep.Accuracy(2000, 1),
                done -> {});
        Row row = sweep.rows().get(0);
        assertSameSize(forward, error(row, "autodiff.forward"));
        assertSameSize(raw, error(row, "symbolic.raw"));
        assertSameSize(expanded, error(row, "expanded"));
        assertSameSize(horner, error(row, "horner"));
        double byDifferences = error(row, "numerical.central2");
        assertEquals(central, byDifferences, n < 6 ? 0.05 * central : 0.6 * central);
        assertTrue(error(row, "symbolic.simplified") < 10 * raw, "the simplifier loses nothing");
    }

    private static void assertSameSize(double expected, double actual) {
        assertTrue(actual > expected / 3 && actual < expected * 3, expected + " " + actual);
    }

    @Test
    void growth_laws_are_recognised() {
        var sweep = SizeSweep.of(
                FunctionFamily.named("sine", FunctionFamily.By.DEPTH).orElseThrow(),
                0,
                40,
                SizeSweep.Accuracy.NONE,
                done -> {});
        GrowthLaw tree = law(sweep, "local.tree");
        assertEquals("polynomial", tree.kind());
        assertEquals(2, tree.rate(), 0.15);
        assertEquals(1, law(sweep, "local.dag").rate(), 0.05);
        var squaring = SizeSweep.of(
                FunctionFamily.named("squaring", FunctionFamily.By.DEPTH).orElseThrow(),
                1,
                30,
                SizeSweep.Accuracy.NONE,
                done -> {});
        assertEquals("exponential", law(squaring, "f.tree").kind());
        assertEquals(2, law(squaring, "f.tree").rate(), 0.01);
    }

    private static GrowthLaw law(SizeSweep sweep, String size) {
        return sweep.growth().stream()
                .filter(l -> l.size().equals(size))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_template_is_filled_with_what_was_before() {
        FunctionFamily family = FunctionFamily.ofTemplate("sin(x*f)", Parser.parse("sin(x*f)"), 3);
        assertEquals("sin(x*sin(x*x))", family.members().apply(2).toString());
    }

    @Test
    void rows_for_spreadsheets_and_json_have_the_same_numbers() {
        var sweep = SizeSweep.of(
                FunctionFamily.named("logistic", FunctionFamily.By.DEPTH).orElseThrow(),
                2,
                3,
                SizeSweep.Accuracy.NONE,
                done -> {});
        assertTrue(SizeReport.csv(sweep).contains("\n2,raw,tree,19\n"));
        assertTrue(JsonReport.of(sweep).contains("\"tree\" : 19"));
        assertTrue(sweep.text().contains("19"));
    }
}
