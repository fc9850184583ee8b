package tridiff.compare.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.autodiff.reverse.Adjoints;
import tridiff.compare.table.Cell;
import tridiff.compare.table.Column;
import tridiff.compare.table.Table;
import tridiff.expr.DoubleAlgebra;
import tridiff.expr.Expr;
import tridiff.expr.said.Language;
import tridiff.expr.text.Parser;
import tridiff.wengert.WengertList;

/** Traces: the published one, digit for digit, and others against the sweeps themselves. */
class TraceTest {

    private static Trace trace(String text, double... x) {
        Expr f = Parser.parse(text);
        var list = WengertList.of(f, f.variables());
        return Trace.of(list, x, IntStream.range(0, x.length).boxed().toList());
    }

    private static List<List<String>> cells(Table table) {
        return table.rows().stream()
                .map(row -> row.stream().map(c -> c.in(Language.ENGLISH)).toList())
                .toList();
    }

    /** Tables 2 and 3 of Baydin et al. 2018: y = log x1 + x1 x2 - sin x2 at (2, 5). */
    @Test
    void the_published_example_is_exact_to_the_digit_and_in_its_order() {
        Trace trace = trace("log(x1) + x1*x2 - sin(x2)", 2, 5);
        Table forward = TraceTables.forward(trace, false);
        List<List<String>> rows = cells(forward);
        assertEquals(
                List.of("v-1", "v0", "v1", "v2", "v3", "v4", "v5"),
                rows.stream().map(r -> r.get(0)).toList());
        assertEquals(
                List.of("x1", "x2", "log(v-1)", "v-1*v0", "sin(v0)", "v1 + v2", "v4 - v3"),
                rows.stream().map(r -> r.get(1)).toList());
        assertEquals(
                List.of(
                        "2.0",
                        "5.0",
                        "0.6931471805599453",
                        "10.0",
                        "-0.9589242746631385",
                        "10.693147180559945",
                        "11.652071455223084"),
                rows.stream().map(r -> r.get(2)).toList());
        assertEquals(
                List.of("seed", "seed", "v-1'/v-1", "v0*v-1' + v-1*v0'", "v0'*cos(v0)", "v1' + v2'", "v4' - v3'"),
                rows.stream().map(r -> r.get(4)).toList());
        assertEquals(
                List.of("1.0", "0.0", "0.5", "5.0", "0.0", "5.5", "5.5"),
                rows.stream().map(r -> r.get(5)).toList());
        assertEquals("1.7163378145367738", rows.get(6).get(6));
        List<List<String>> reverse = cells(TraceTables.reverse(trace, false));
        List<List<String>> steps = reverse.subList(7, reverse.size());
        assertEquals(
                List.of("~v5", "~v4", "~v3", "~v1", "~v2", "~v0", "~v-1", "~v0", "~v-1"),
                steps.stream().map(r -> r.get(0)).toList());
        assertEquals(
                List.of("1.0", "1.0", "-1.0", "1.0", "1.0", "-0.28366218546322625", "5.0", "1.7163378145367738", "5.5"),
                steps.stream().map(r -> r.get(3)).toList());
        assertEquals("~v0 + ~v2*v-1", steps.get(7).get(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exp(x*y)/(1+x^2)",
                "if(x < y, x*y, sin(x))",
                "max(x, y)*x^0.5 - atan2(y, x)",
                "x+0*y",
                "hypot(x, 2)^y"
            })
    void tangents_and_adjoints_of_the_inputs_are_the_gradient(String text) {
        Trace trace = trace(text, 0.7, 1.3);
        Expr f = Parser.parse(text);
        List<Double> gradient =
                Adjoints.gradient(WengertList.of(f, f.variables()), DoubleAlgebra.ALGEBRA, List.of(0.7, 1.3));
        Trace.TraceLine result = trace.lines().get(trace.lines().size() - 1);
        for (int i = 0; i < 2; i++) {
            assertEquals(gradient.get(i), trace.lines().get(i).adjoint(), 1e-15);
            assertEquals(gradient.get(i), result.tangents().get(i), 1e-15);
        }
    }

    @Test
    void the_other_formats_hold_the_same_cells() {
        Trace trace = trace("x*y + sin(x)", 2, 3);
        String latex = TraceTables.forward(trace, true).in(Table.Format.LATEX);
        assertTrue(latex.contains("$v_{-1} \\cdot v_{0}$ & 6.0 & $\\dot{v}_{1}$"), latex);
        assertTrue(
                latex.contains("$\\dot{v}_{-1} \\cdot v_{0}") || latex.contains("v_{0} \\cdot \\dot{v}_{-1}"), latex);
        assertTrue(latex.contains("\\dot{v}_{0}") && !latex.contains("v}_{-0}"), latex);
        assertTrue(latex.contains("\\toprule") && latex.endsWith("\\end{tabular}\n"));
        String html = TraceTables.reverse(trace("if(x < y, x, y)", 1, 2), false).in(Table.Format.HTML);
        assertTrue(html.contains("v-1 &lt; v0") && !html.contains("v-1 < v0"), html);
        assertTrue(TraceTables.reverse(trace, false).in(Table.Format.MARKDOWN).contains("| \\~v-1 |")
                || TraceTables.reverse(trace, false).in(Table.Format.MARKDOWN).contains("| ~v-1 |"));
    }

    @Test
    void every_column_has_a_heading_that_says_what_is_in_it() {
        Trace trace = trace("x1*x2", 2, 3);
        String forward = TraceTables.forward(trace, false).in(Table.Format.CSV);
        assertEquals(
                "LINE,OPERATION,VALUE,TANGENT,RULE,BY x1,BY x2",
                forward.lines().findFirst().orElseThrow());
        String reverse = TraceTables.reverse(trace, false).in(Table.Format.CSV);
        assertEquals("LINE,OPERATION,PARTIAL,VALUE", reverse.lines().findFirst().orElseThrow());
    }

    @Test
    void latex_has_indices_where_names_end_with_digits() {
        for (Table table : List.of(
                TraceTables.forward(trace("alpha1*x2", 2, 3), true),
                TraceTables.reverse(trace("alpha1*x2", 2, 3), true))) {
            assertEquals("$\\alpha_{1}$", cells(table).get(0).get(1));
            assertEquals("$x_{2}$", cells(table).get(1).get(1));
        }
    }

    /** The names of lines are ours to choose; names of inputs are not, and may look like them. */
    @Test
    void inputs_keep_their_names_even_if_they_look_like_those_of_lines() {
        Trace trace = trace("m1*dv2", 2, 3);
        assertEquals("dv2", cells(TraceTables.forward(trace, false)).get(1).get(1));
        assertEquals("m1", cells(TraceTables.reverse(trace, false)).get(0).get(1));
        assertEquals("$m_{1}$", cells(TraceTables.forward(trace, true)).get(0).get(1));
    }

    @Test
    void a_spreadsheet_never_takes_a_cell_for_a_formula() {
        var grid = new Table(
                Column.named("A", "B"),
                List.of(
                        List.of(Cell.name("=cmd()"), Cell.number(-1.5)),
                        List.of(Cell.name("-x+1"), Cell.number("1e-3")),
                        List.of(Cell.name("a,\"b"), Cell.name("@x"))));
        assertEquals("A,B\r\n'=cmd(),-1.5\r\n'-x+1,1e-3\r\n\"a,\"\"b\",'@x\r\n", grid.in(Table.Format.CSV));
    }

    @Test
    void loops_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> trace("sum(i, 1, 3, x)", 1));
    }
}
