package tridiff.compare.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tridiff.compare.Comparer;
import tridiff.compare.ComparisonReport;
import tridiff.compare.sweep.StepSweep;
import tridiff.compare.table.Result;
import tridiff.compare.time.TimingMode;
import tridiff.expr.Expr;
import tridiff.expr.text.Parser;
import tridiff.reference.Reference;
import tridiff.wengert.method.MethodId;

/** A saved result says which kind it is; one saved before results did is still known by what it has. */
class JsonReportTest {

    private static final Expr F = Parser.parse("sin(x)");

    private static ComparisonReport comparison() {
        var question = new Comparer.Question(
                "sin(x)",
                F,
                F.variables(),
                new double[] {1},
                F.variables(),
                MethodId.listOf("autodiff.reverse"),
                List.of());
        return new Comparer(Reference.Effort.DEFAULT, TimingMode.NONE).compare(question);
    }

    private static StepSweep sweep() {
        return StepSweep.of(F, F.variables(), new double[] {1}, F.variables().get(0), 1e-3, 1e-1, 1);
    }

    @Test
    void every_kind_is_named_and_read_back_as_itself() {
        for (Result result : List.of(comparison(), sweep())) {
            String json = JsonReport.of(result);
            assertTrue(
                    json.contains("\"kind\" : \"" + (result instanceof StepSweep ? "sweep h" : "comparison") + "\""));
            assertEquals(result.csv(), JsonReport.readAll(json).get(0).csv());
        }
    }

    @Test
    void a_file_without_kinds_is_read() {
        for (Result result : List.of(comparison(), sweep())) {
            String json = JsonReport.of(result).replaceFirst("\\s*\"kind\" : \"[a-z ]+\",", "");
            assertTrue(json.length() < JsonReport.of(result).length());
            assertEquals(result.csv(), JsonReport.readAll(json).get(0).csv());
        }
        ComparisonReport report = comparison();
        String old = JsonReport.of(report).replaceFirst("\\s*\"kind\" : \"[a-z ]+\",", "");
        assertEquals(report.csv(), JsonReport.read(old).csv());
    }
}
