package tridiff.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tridiff.expr.Expr;
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
    public static Grid forward(Trace trace, boolean latex) {
        return new TraceTables(trace, latex).forwardTable();
    }

    /** The reverse table: the values, and then the adjoints step by step. */
    public static Grid reverse(Trace trace, boolean latex) {
        return new TraceTables(trace, latex).reverseTable();
    }

    private Grid forwardTable() {
        var headings = new ArrayList<>(List.of("LINE", "OPERATION", ">VALUE", "TANGENT", "RULE"));
        for (int direction : trace.directions()) {
            headings.add(">BY " + trace.lines().get(direction).name());
        }
        var rows = new ArrayList<List<String>>();
        for (Trace.TraceLine line : trace.lines()) {
            var row = new ArrayList<>(List.of(
                    math(value(line.index())),
                    math(operation(line)),
                    Double.toString(line.value()),
                    math(tangent(line.index())),
                    line.rule() == null ? "seed" : math(shown(line.rule()))));
            line.tangents().forEach(t -> row.add(Double.toString(t)));
            rows.add(row);
        }
        return new Grid("Forward: values and tangents, " + sweeps(), headings, rows);
    }

    private String sweeps() {
        int n = trace.directions().size();
        return n == 1 ? "one sweep" : "one sweep for each of " + n + " directions";
    }

    private Grid reverseTable() {
        var rows = new ArrayList<List<String>>();
        for (Trace.TraceLine line : trace.lines()) {
            rows.add(List.of(math(value(line.index())), math(operation(line)), "", Double.toString(line.value())));
        }
        for (Trace.Step s : trace.steps()) {
            String term = s.from() == null ? "1" : product(adjoint(s.from()), s.partial());
            String whole = s.isFirst() ? term : adjoint(s.to()) + " + " + term;
            rows.add(List.of(
                    math(adjoint(s.to())),
                    s.from() == null ? "seed" : math(whole),
                    s.from() == null ? "" : Double.toString(s.factor()),
                    Double.toString(s.adjoint())));
        }
        return new Grid(
                "Reverse: values forwards, then adjoints backwards, one sweep",
                List.of("LINE", "OPERATION", ">PARTIAL", ">VALUE"),
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

    private String math(String formula) {
        return latex ? "$" + formula + "$" : formula;
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
