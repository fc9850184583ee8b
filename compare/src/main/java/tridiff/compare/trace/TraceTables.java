package tridiff.compare.trace;

import static tridiff.compare.table.Cell.name;
import static tridiff.compare.table.Cell.number;
import static tridiff.compare.table.Cell.text;
import static tridiff.compare.table.Column.left;
import static tridiff.compare.table.Column.right;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tridiff.compare.table.Cell;
import tridiff.compare.table.Table;
import tridiff.expr.Expr;
import tridiff.expr.said.Said;
import tridiff.expr.text.Printer;

/** A trace as the tables that teachers draw: primal and tangents from top to bottom, adjoints in the order of the steps back. */
public final class TraceTables {

    private static final Pattern PLAIN_INPUT = Pattern.compile("\\bm(\\d+)\\b");
    private static final Pattern PLAIN_TANGENT = Pattern.compile("\\bd([vm])(\\d+)\\b");
    private static final Pattern LATEX_INPUT = Pattern.compile("m_\\{(\\d+)\\}");
    private static final Pattern LATEX_TANGENT = Pattern.compile("\\\\mathrm\\{d([vm])\\}_\\{(\\d+)\\}");

    private final Trace trace;
    private final boolean latex;

    private TraceTables(Trace trace, boolean latex) {
        this.trace = trace;
        this.latex = latex;
    }

    /** The forward table: each value with its operation, each tangent with its rule. */
    public static Table forward(Trace trace, boolean latex) {
        return new TraceTables(trace, latex).forwardTable();
    }

    /** The reverse table: the values, and then the adjoints step by step. */
    public static Table reverse(Trace trace, boolean latex) {
        return new TraceTables(trace, latex).reverseTable();
    }

    private Table forwardTable() {
        var columns = new ArrayList<>(List.of(
                left("compare.trace.line"),
                left("compare.trace.operation"),
                right("compare.table.value"),
                left("compare.trace.tangent"),
                left("compare.trace.rule")));
        for (int direction : trace.directions()) {
            columns.add(right("compare.trace.by", trace.lines().get(direction).name()));
        }
        var rows = new ArrayList<List<Cell>>();
        for (Trace.TraceLine line : trace.lines()) {
            var row = new ArrayList<>(List.of(
                    math(value(line.index())),
                    math(operation(line)),
                    number(line.value()),
                    math(tangent(line.index())),
                    line.rule() == null ? text("compare.trace.seed") : math(shown(line.rule()))));
            line.tangents().forEach(t -> row.add(number(t)));
            rows.add(row);
        }
        return new Table(Said.of("compare.trace.forward", sweeps()), columns, rows);
    }

    private Said sweeps() {
        int n = trace.directions().size();
        return n == 1 ? Said.of("compare.trace.sweep") : Said.of("compare.trace.sweeps", n);
    }

    private Table reverseTable() {
        var rows = new ArrayList<List<Cell>>();
        for (Trace.TraceLine line : trace.lines()) {
            rows.add(List.of(math(value(line.index())), math(operation(line)), name(""), number(line.value())));
        }
        for (Trace.Step s : trace.steps()) {
            String term = s.from() == null ? "1" : product(adjoint(s.from()), s.partial());
            String whole = s.isFirst() ? term : adjoint(s.to()) + " + " + term;
            rows.add(List.of(
                    math(adjoint(s.to())),
                    s.from() == null ? text("compare.trace.seed") : math(whole),
                    s.from() == null ? name("") : number(s.factor()),
                    number(s.adjoint())));
        }
        return new Table(
                Said.of("compare.trace.reverse"),
                List.of(
                        left("compare.trace.line"),
                        left("compare.trace.operation"),
                        right("compare.trace.partial"),
                        right("compare.table.value")),
                rows);
    }

    /** What comes in at an input, by its name. */
    private String operation(Trace.TraceLine line) {
        return line.name() != null ? printed(Expr.variable(line.name())) : shown(line.operation());
    }

    private String product(String adjoint, Expr partial) {
        String factor = printed(partial);
        boolean bare = factor.matches("[\\w.\\\\{}]+(\\(.*\\))?");
        String shown = renamed(bare ? factor : latex ? "\\left(" + factor + "\\right)" : "(" + factor + ")");
        return adjoint + (latex ? " \\cdot " : "*") + shown;
    }

    private Cell math(String formula) {
        return name(latex ? "$" + formula + "$" : formula);
    }

    private String value(int index) {
        return latex ? "v_{" + index + "}" : "v" + index;
    }

    private String tangent(int index) {
        return latex ? "\\dot{v}_{" + index + "}" : "v" + index + "'";
    }

    private String adjoint(int index) {
        return latex ? "\\bar{v}_{" + index + "}" : "~v" + index;
    }

    private String shown(Expr e) {
        return renamed(printed(e));
    }

    private String printed(Expr e) {
        return latex ? Printer.LATEX.print(e) : Printer.PLAIN.print(e);
    }

    /** From the names of variables to those of the trace: m1 is v-1, dv2 the tangent of v2. */
    private String renamed(String formula) {
        if (latex) {
            String tangents = LATEX_TANGENT
                    .matcher(formula)
                    .replaceAll(m -> "\\\\dot{v}_{" + index(m.group(1), m.group(2)) + "}");
            return LATEX_INPUT.matcher(tangents).replaceAll(m -> "v_{" + negative(m.group(1)) + "}");
        }
        return plainNames(formula);
    }

    /** From the names of variables in plain text to those of the trace. */
    static String plainNames(String formula) {
        String tangents = PLAIN_TANGENT.matcher(formula).replaceAll(m -> "v" + index(m.group(1), m.group(2)) + "'");
        return PLAIN_INPUT.matcher(tangents).replaceAll(m -> "v" + negative(m.group(1)));
    }

    /** v2 has the index 2, m2 the index -2. */
    private static String index(String letter, String digits) {
        return letter.equals("m") ? negative(digits) : digits;
    }

    private static String negative(String digits) {
        return digits.equals("0") ? "0" : "-" + digits;
    }
}
