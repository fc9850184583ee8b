package tridiff.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import tridiff.expr.Differentiator;
import tridiff.expr.Expr;
import tridiff.expr.Parser;
import tridiff.expr.Printer;
import tridiff.expr.WengertList;
import tridiff.symbolic.SymbolicDerivative;

/**
 * Numbers that were published, beside ours.
 *
 * @param name what it is asked for by
 * @param source where they were published
 * @param numbers computed when asked for
 */
public record Paper(String name, String source, Supplier<List<Row>> numbers) {

    /**
     * One number.
     *
     * @param why ours is not the same; empty where it is
     */
    public record Row(String what, String published, String ours, String why) {}

    private static final String ROUNDING = "last digits: another order of operations";
    private static final String FEWER = "the same to the digits printed";

    // spotless:off - this is a table
    private static final List<Paper> ALL = List.of(
            new Paper("baydin-1",     "Baydin, Pearlmutter, Radul, Siskind, JMLR 18(153), 2018, table 1: expression swell", Paper::baydin1),
            new Paper("baydin-2-3",   "the same, tables 2 and 3: evaluation traces of log(x1) + x1*x2 - sin(x2) at (2, 5)",  Paper::baydin2and3),
            new Paper("complex-step", "Squire, Trapp, SIAM Review 40(1), 1998; Martins, Sturdza, Alonso, ACM TOMS 29(3), 2003; Moler's blog", Paper::complexStep),
            new Paper("colah",        "Olah, Calculus on computational graphs, 2015: e = (a+b)*(b+1) at (2, 1)",             Paper::colah),
            new Paper("dezero",       "Saito, Deep Learning from Scratch 3: steps 4, 9, 24, 28, 29",                        Paper::dezero));
    // spotless:on

    /** All papers there are. */
    public static List<Paper> all() {
        return ALL;
    }

    /** The comparison, a row for each number. */
    public Grid table() {
        return new Grid(
                source,
                List.of("WHAT", ">PUBLISHED", ">OURS", "WHY NOT THE SAME"),
                numbers.get().stream()
                        .map(r -> List.of(r.what, r.published, r.ours, r.why))
                        .toList());
    }

    private static Row row(String what, String published, String ours, String why) {
        return new Row(what, published, ours, published.equals(ours) ? "" : why);
    }

    private static Row row(String what, String published, double ours, String why) {
        String text = Double.toString(ours);
        boolean same = Double.parseDouble(published) == ours;
        return new Row(what, published, text, same ? "" : why);
    }

    private static double[] gradient(String method, String text, double... x) {
        Expr f = Parser.parse(text);
        double[] gradient = new double[x.length];
        gradient(method, f).at(x.clone(), gradient);
        return gradient;
    }

    private static Differentiator.Gradient gradient(String method, Expr f) {
        return Methods.of(method).prepare(f, f.variables(), f.variables());
    }

    private static double derivative(String method, String text, double x) {
        return gradient(method, text, x)[0];
    }

    private static List<Row> baydin1() {
        String[] published = {
            "4 - 8*x",
            "16*(1 - 10*x + 24*x^2 - 16*x^3)",
            "64*(1 - 42*x + 504*x^2 - 2640*x^3 + 7040*x^4 - 9984*x^5 + 7168*x^6 - 2048*x^7)"
        };
        Family logistic = Family.named("logistic", Family.By.DEPTH).orElseThrow();
        var rows = new ArrayList<Row>();
        for (int n = 2; n <= 4; n++) {
            Expr f = logistic.members().apply(n);
            Expr x = f.variables().get(0);
            Expr ours = SymbolicDerivative.simplified().derivative(f, (Expr.Var) x);
            Expr theirs = Parser.parse(published[n - 2]);
            rows.add(row(
                    "dl" + n + "/dx, simplified",
                    published[n - 2],
                    Printer.PLAIN.print(ours),
                    "the same polynomial; ours is not multiplied out, which would lose accuracy"));
            rows.add(row(
                    "nodes of it as a tree",
                    WengertList.of(theirs, List.of()).treeSize().toString(),
                    WengertList.of(ours, List.of()).treeSize().toString(),
                    "another form of the same polynomial"));
        }
        return rows;
    }

    private static List<Row> baydin2and3() {
        Expr f = Parser.parse("log(x1) + x1*x2 - sin(x2)");
        Trace trace = Trace.of(WengertList.of(f, f.variables()), new double[] {2, 5}, List.of(0, 1));
        String[] values = {"2", "5", "0.693", "10", "-0.959", "10.693", "11.652"};
        String[] tangents = {"1", "0", "0.5", "5", "0", "5.5", "5.5"};
        var rows = new ArrayList<Row>();
        for (int i = 0; i < values.length; i++) {
            Trace.TraceLine line = trace.lines().get(i);
            rows.add(row("v" + line.index(), values[i], line.value(), FEWER));
            rows.add(row("v" + line.index() + "'", tangents[i], line.tangents().get(0), FEWER));
        }
        rows.add(row("adjoint of x1", "5.5", trace.lines().get(0).adjoint(), FEWER));
        rows.add(row("adjoint of x2", "1.716", trace.lines().get(1).adjoint(), FEWER));
        return rows;
    }

    private static List<Row> complexStep() {
        String steep = "exp(x)/(cos(x)^3+sin(x)^3)";
        String method = "numerical.complex-step";
        return List.of(
                row(
                        "x^(9/2) at 1.5 (Squire, Trapp)",
                        "18.600812734259759",
                        derivative(method, "x^(9/2)", 1.5),
                        ROUNDING),
                row(
                        "e^x/(sin^3 x + cos^3 x) at 1.5 (Squire, Trapp)",
                        "3.6220337007163259",
                        derivative(method, steep, 1.5),
                        ROUNDING),
                row(
                        "e^x/sqrt(sin^3 x + cos^3 x) at 1.5 (Martins)",
                        "4.05342789389862",
                        derivative(method, "exp(x)/sqrt(sin(x)^3+cos(x)^3)", 1.5),
                        FEWER),
                row(
                        "e^x/(cos^3 x + sin^3 x) at pi/4 (Moler)",
                        "3.101766393836051",
                        derivative(method, steep, Math.PI / 4),
                        ROUNDING));
    }

    private static List<Row> colah() {
        Expr f = Parser.parse("(a+b)*(b+1)");
        var graph = ComputationGraph.of(WengertList.of(f, f.variables()), new double[] {2, 1}, ComputationGraph.USUAL);
        String[] values = {"2", "1", "3", "2", "6"};
        String[] adjoints = {"2", "5", "2", "3", "1"};
        String[] names = {"a", "b", "c = a + b", "d = b + 1", "e = c*d"};
        var rows = new ArrayList<Row>();
        for (int i = 0; i < values.length; i++) {
            ComputationGraph.Vertex v = graph.vertices().get(i);
            rows.add(row(names[i], values[i], v.value(), ""));
            rows.add(row("derivative of e by " + names[i].substring(0, 1), adjoints[i], v.adjoint(), ""));
        }
        return rows;
    }

    private static List<Row> dezero() {
        String step = "numerical.central2@1.0E-4";
        String spaced = "ours divides by the distance of the two points as doubles, not by 2h";
        String goldstein = "(1 + (x+y+1)^2*(19 - 14*x + 3*x^2 - 14*y + 6*x*y + 3*y^2))"
                + "*(30 + (2*x-3*y)^2*(18 - 32*x + 12*x^2 + 48*y - 36*x*y + 27*y^2))";
        double[] g = gradient("autodiff.reverse", goldstein, 1, 1);
        double[] matyas = gradient("autodiff.reverse", "0.26*(x^2 + y^2) - 0.48*x*y", 1, 1);
        var rows = new ArrayList<>(List.of(
                row("step 4: x^2 at 2, difference", "4.000000000004", derivative(step, "x^2", 2), spaced),
                row(
                        "step 4: exp(x^2)^2 at 0.5, difference",
                        "3.2974426293330694",
                        derivative(step, "exp(x^2)^2", 0.5),
                        spaced),
                row(
                        "step 9: the same, backpropagated",
                        "3.297442541400256",
                        derivative("autodiff.reverse", "exp(x^2)^2", 0.5),
                        ROUNDING),
                row("step 24: Goldstein-Price by x at (1, 1)", "-5376", g[0], ROUNDING),
                row("step 24: Goldstein-Price by y", "8064", g[1], ROUNDING),
                row("step 24: Matyas by x at (1, 1)", "0.04", matyas[0], "the rounding of 0.52 - 0.48")));
        rows.addAll(rosenbrock());
        rows.addAll(newton());
        return rows;
    }

    private static List<Row> rosenbrock() {
        Expr f = Parser.parse("100*(y - x^2)^2 + (x - 1)^2");
        List<Expr.Var> variables = List.of(Expr.variable("x"), Expr.variable("y"));
        var gradient = Methods.of("autodiff.reverse").prepare(f, variables, variables);
        double[] x = {0, 2};
        double[] g = new double[2];
        gradient.at(x.clone(), g);
        double[] first = g.clone();
        for (int i = 0; i < 999; i++) {
            gradient.at(x.clone(), g);
            x[0] -= 1e-3 * g[0];
            x[1] -= 1e-3 * g[1];
        }
        return List.of(
                row("step 28: Rosenbrock by x at (0, 2)", "-2", first[0], ROUNDING),
                row("step 28: Rosenbrock by y", "400", first[1], ROUNDING),
                row("step 28: x after 999 steps of descent", "0.6834917840420289", x[0], ROUNDING),
                row("step 28: y after 999 steps", "0.46565059996514135", x[1], ROUNDING));
    }

    private static List<Row> newton() {
        String[] published = {
            "1.4545454545454546",
            "1.1510467893775467",
            "1.0253259289766978",
            "1.0009084519430513",
            "1.0000012353089454",
            "1.000000000002289",
            "1.0"
        };
        Expr f = Parser.parse("x^4 - 2*x^2");
        var slope = gradient("autodiff.reverse", f);
        var curvature = gradient(
                "autodiff.reverse",
                SymbolicDerivative.raw().derivative(f, f.variables().get(0)));
        double[] x = {2};
        double[] d1 = new double[1];
        double[] d2 = new double[1];
        return Arrays.stream(published)
                .map(p -> {
                    slope.at(x.clone(), d1);
                    curvature.at(x.clone(), d2);
                    x[0] -= d1[0] / d2[0];
                    return row("step 29: Newton's method on x^4 - 2x^2 from 2", p, x[0], ROUNDING);
                })
                .toList();
    }
}
