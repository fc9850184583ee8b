package tridiff.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tridiff.expr.Evaluator;
import tridiff.expr.Expr;
import tridiff.expr.Parser;
import tridiff.expr.WengertList;

/** What was published is what we compute, to the digits that were printed, and every difference has its reason. */
class PaperTest {

    private static List<Paper.Row> rows(String name) {
        return Paper.all().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow()
                .numbers()
                .get();
    }

    @Test
    void numbers_agree_to_the_digits_printed_and_deviations_have_reasons() {
        for (Paper paper : Paper.all()) {
            if (paper.name().equals("baydin-1")) {
                continue;
            }
            for (Paper.Row row : paper.numbers().get()) {
                double published = Double.parseDouble(row.published());
                double ours = Double.parseDouble(row.ours());
                double unit = new java.math.BigDecimal(row.published()).ulp().doubleValue();
                double spacing = 8 * Math.ulp(published);
                boolean difference = row.what().contains("difference"); // round-off over h, in the value printed too
                double allowed = difference ? 4 * Math.ulp(published) / 2e-4 : Math.max(unit / 2 + spacing, spacing);
                assertEquals(published, ours, allowed, paper.name() + ": " + row);
                assertFalse(published != ours && row.why().isEmpty(), row.toString());
            }
        }
    }

    /** The traces of the simplest and of the longest example are the published ones to the last bit. */
    @Test
    void newton_and_the_graph_are_exact() {
        rows("colah").forEach(r -> assertEquals("", r.why(), r.toString()));
        assertTrue(rows("dezero").stream()
                .anyMatch(r -> r.what().startsWith("step 28") && r.why().isEmpty()));
    }

    @Test
    void table_1_has_the_same_polynomials() {
        List<Paper.Row> rows = rows("baydin-1");
        for (int i = 0; i < rows.size(); i += 2) {
            for (double x : new double[] {0.125, 0.25, 0.75, 2, -1}) { // exact in doubles
                assertEquals(
                        value(rows.get(i).published(), x),
                        value(rows.get(i).ours(), x),
                        0,
                        rows.get(i).toString());
            }
        }
    }

    private static double value(String text, double x) {
        Expr f = Parser.parse(text);
        return new Evaluator(WengertList.of(f, f.variables())).run(new double[] {x});
    }
}
