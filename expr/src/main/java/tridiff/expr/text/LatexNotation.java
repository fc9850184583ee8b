package tridiff.expr.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Comparison;
import tridiff.expr.Constant;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.NamedConstant;
import tridiff.expr.Rational;
import tridiff.expr.Repeated;
import tridiff.expr.Unary;
import tridiff.expr.text.Printer.Part;

/** LaTeX in math mode: fractions, roots, bars. */
final class LatexNotation extends TypesetNotation {

    private static final Set<String> GREEK = Set.of(
            "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
            "xi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega", "Gamma", "Delta", "Theta", "Lambda",
            "Xi", "Sigma", "Phi", "Psi", "Omega");

    /** What stands around the argument where it is not a call. */
    private static final Map<Unary, List<String>> FENCES = Map.of(
            Elementary.SQRT, List.of("\\sqrt{", "}"),
            Elementary.CBRT, List.of("\\sqrt[3]{", "}"),
            Elementary.EXP, List.of("e^{", "}"),
            Elementary.ABS, List.of("\\left|", "\\right|"),
            Elementary.FLOOR, List.of("\\left\\lfloor ", "\\right\\rfloor "),
            Elementary.CEIL, List.of("\\left\\lceil ", "\\right\\rceil "));

    @Override
    public String open() {
        return "\\left(";
    }

    @Override
    public String close() {
        return "\\right)";
    }

    @Override
    public List<Object> constant(Constant value) {
        if (value instanceof NamedConstant c) {
            return List.of(c == NamedConstant.PI ? "\\pi" : "e");
        }
        String digits = Printer.digits((Rational) value);
        int e = digits.indexOf('e');
        return List.of(e < 0 ? digits : digits.substring(0, e) + " \\cdot 10^{" + digits.substring(e + 1) + "}");
    }

    @Override
    public List<Object> variable(Expr.Var variable) {
        return List.of(name(variable.name()));
    }

    /** x1 and x_1 get a subscript; names of several letters are upright; names of Greek letters become the letters. */
    private static String name(String text) {
        Name name = Name.of(text);
        String stem = name.stem();
        String letters = stem.codePointCount(0, stem.length()) == 1
                ? stem
                : GREEK.contains(stem) ? "\\" + stem : "\\mathrm{" + stem + "}";
        return name.index().isEmpty() ? letters : letters + "_{" + name.index().replace("_", "\\_") + "}";
    }

    @Override
    public List<Object> call(Unary f, Expr x) {
        if (f == Elementary.NEGATE) {
            return List.of("-", new Part(x, Printer.SIGN));
        }
        List<String> fence = FENCES.get(f);
        return fence != null
                ? List.of(fence.get(0), new Part(x, 0), fence.get(1))
                : List.of(f.latex(), "\\left(", new Part(x, 0), "\\right)");
    }

    @Override
    public List<Object> call(Binary f, Expr x, Expr y) {
        if (f instanceof Arithmetic operator) {
            return switch (operator) {
                case PLUS, MINUS ->
                    List.of(new Part(x, Printer.SUM), " " + f.symbol() + " ", new Part(y, Printer.LOOP));
                case TIMES -> List.of(new Part(x, Printer.PRODUCT), " \\cdot ", new Part(y, Printer.SIGN));
                case OVER -> List.of("\\frac{", new Part(x, 0), "}{", new Part(y, 0), "}");
                case POWER -> List.of("{", new Part(x, Printer.ATOM), "}^{", new Part(y, 0), "}");
            };
        }
        if (f instanceof Comparison) {
            return List.of(
                    "\\left[", new Part(x, Printer.SUM), " " + f.latex() + " ", new Part(y, Printer.SUM), "\\right]");
        }
        int order = f.latex().indexOf('#');
        return order > 0
                ? List.of(
                        f.latex().substring(0, order),
                        new Part(x, 0),
                        f.latex().substring(order + 1) + "\\left(",
                        new Part(y, 0),
                        "\\right)")
                : List.of(f.latex(), "\\left(", new Part(x, 0), ", ", new Part(y, 0), "\\right)");
    }

    /** \\sum and \\prod with their bounds; an iteration as the state after n steps of a map. */
    @Override
    public List<Object> repeated(Repeated loop) {
        if (loop.kind() != Repeated.Kind.ITERATE) {
            String sign = loop.kind() == Repeated.Kind.SUM ? "\\sum" : "\\prod";
            return List.of(
                    sign + "_{" + name(loop.index().name()) + "=" + loop.from() + "}^{" + loop.to() + "} ",
                    new Part(loop.bodies().get(0), Printer.LOOP));
        }
        var pieces = new ArrayList<Object>();
        pieces.add("\\left[\\left(");
        join(pieces, loop.states(), ", ");
        pieces.add("\\right) \\mapsto \\left(");
        join(pieces, loop.bodies(), ", ");
        pieces.add("\\right)\\right]^{\\circ " + loop.to() + "}");
        if (loop.states().size() > 1) {
            pieces.add("_{" + (loop.result() + 1) + "}");
        }
        pieces.add("\\left(");
        join(pieces, loop.starts(), ", ");
        pieces.add("\\right)");
        return pieces;
    }

    @Override
    public List<Object> choice(Expr condition, Expr yes, Expr no) {
        return List.of(
                "\\begin{cases}",
                new Part(yes, 0),
                " & ",
                new Part(condition, 0),
                " \\\\ ",
                new Part(no, 0),
                " & \\text{otherwise}\\end{cases}");
    }
}
