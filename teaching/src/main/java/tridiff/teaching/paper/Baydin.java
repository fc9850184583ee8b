package tridiff.teaching.paper;

import java.util.ArrayList;
import java.util.List;
import tridiff.compare.sweep.FunctionFamily;
import tridiff.compare.trace.Trace;
import tridiff.expr.Expr;
import tridiff.expr.said.Said;
import tridiff.expr.text.Parser;
import tridiff.expr.text.Printer;
import tridiff.symbolic.SymbolicDerivative;
import tridiff.symbolic.measure.Polynomial;
import tridiff.teaching.paper.Paper.Row;
import tridiff.wengert.WengertList;

/** The tables of Baydin, Pearlmutter, Radul and Siskind, "Automatic differentiation in machine learning: a survey", 2018. */
final class Baydin {

    private Baydin() {}

    /** Table 1: derivatives of the logistic iterates. */
    static List<Row> swell() {
        String[] published = {
            "4 - 8*x",
            "16*(1 - 10*x + 24*x^2 - 16*x^3)",
            "64*(1 - 42*x + 504*x^2 - 2640*x^3 + 7040*x^4 - 9984*x^5 + 7168*x^6 - 2048*x^7)"
        };
        FunctionFamily logistic =
                FunctionFamily.named("logistic", FunctionFamily.By.DEPTH).orElseThrow();
        var rows = new ArrayList<Row>();
        for (int n = 2; n <= 4; n++) {
            Expr f = logistic.members().apply(n);
            Expr x = f.variables().get(0);
            Expr ours = SymbolicDerivative.simplified().derivative(f, (Expr.Var) x);
            Expr theirs = Parser.parse(published[n - 2]);
            rows.add(Row.of(
                    Said.of("papers.simplified", "dl" + n + "/dx"),
                    published[n - 2],
                    Printer.PLAIN.print(ours),
                    Said.of("papers.polynomial")));
            rows.add(Row.of(
                    Said.of("papers.nodes"),
                    WengertList.of(theirs, List.of()).treeSize().toString(),
                    WengertList.of(ours, List.of()).treeSize().toString(),
                    Said.of("papers.polynomial.form")));
        }
        rows.addAll(sizes(logistic));
        return rows;
    }

    /** The sizes that SymPy gives for the same derivatives beside our own: its sums and products have any number of parts. */
    private static List<Row> sizes(FunctionFamily logistic) {
        int[] functions = {3, 8, 18, 38, 78, 158};
        int[] raw = {2, 21, 82, 264, 768, 2096};
        int[] rawCharacters = {7, 80, 315, 1024, 2995, 8194};
        int[] named = {2, 12, 27, 45, 67, 93};
        int[] expanded = {2, 8, 20, 44, 92, 188};
        int[] expandedCharacters = {7, 33, 95, 286, 907, 3074};
        int[] horner = {2, 6, 14, 30, 62, 126};
        var rows = new ArrayList<Row>();
        for (int i = 0; i < raw.length; i++) {
            Expr f = logistic.members().apply(i + 2);
            Expr.Var x = f.variables().get(0);
            Expr derivative = SymbolicDerivative.raw().derivative(f, x);
            Polynomial polynomial = Polynomial.of(derivative).orElseThrow();
            Expr inPowers = polynomial.expanded(x);
            String name = "dl" + (i + 2) + "/dx";
            rows.add(size(Said.of("papers.sympy", "l" + (i + 2)), functions[i], operations(f)));
            rows.add(size(operations(name, "unsimplified"), raw[i], operations(derivative)));
            rows.add(size(
                    operations(name, "named"),
                    named[i],
                    WengertList.of(derivative, List.of()).operations()));
            rows.add(size(operations(name, "expanded"), expanded[i], operations(inPowers)));
            rows.add(size(operations(name, "horner"), horner[i], operations(polynomial.horner(x))));
            rows.add(size(characters(name, "unsimplified"), rawCharacters[i], characters(derivative)));
            rows.add(size(characters(name, "expanded"), expandedCharacters[i], characters(inPowers)));
        }
        return rows;
    }

    private static long operations(Expr e) {
        return WengertList.asWritten(List.of(e), List.of()).operations();
    }

    private static long characters(Expr e) {
        return Printer.PLAIN.length(e).longValueExact();
    }

    private static Said operations(String derivative, String form) {
        return Said.of("papers.sympy.form", derivative, Said.of("papers." + form));
    }

    private static Said characters(String derivative, String form) {
        return Said.of("papers.sympy.characters", derivative, Said.of("papers." + form));
    }

    private static Row size(Said what, int published, long ours) {
        Said why = published == ours ? Said.NOTHING : Said.of("papers.sympy.counting");
        return Row.of(what, Integer.toString(published), Long.toString(ours), why);
    }

    /** Tables 2 and 3: the forward and the reverse trace. */
    static List<Row> traces() {
        Expr f = Parser.parse("log(x1) + x1*x2 - sin(x2)");
        Trace trace = Trace.of(WengertList.of(f, f.variables()), new double[] {2, 5}, List.of(0, 1));
        String[] values = {"2", "5", "0.693", "10", "-0.959", "10.693", "11.652"};
        String[] tangents = {"1", "0", "0.5", "5", "0", "5.5", "5.5"};
        var rows = new ArrayList<Row>();
        for (int i = 0; i < values.length; i++) {
            Trace.TraceLine line = trace.lines().get(i);
            rows.add(Row.of(Said.words("v" + line.index()), values[i], line.value()));
            rows.add(Row.of(
                    Said.words("v" + line.index() + "'"),
                    tangents[i],
                    line.tangents().get(0)));
        }
        rows.add(Row.of(
                Said.of("papers.adjoint", "x1"), "5.5", trace.lines().get(0).adjoint()));
        rows.add(Row.of(
                Said.of("papers.adjoint", "x2"), "1.716", trace.lines().get(1).adjoint()));
        return rows;
    }
}
