package tridiff.compare.properties;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tridiff.expr.Comparison;
import tridiff.expr.Expr;
import tridiff.expr.FunctionTable;
import tridiff.expr.Operation;
import tridiff.expr.Unary;
import tridiff.expr.text.Parser;

/**
 * Reads printed LaTeX as a mathematician does: a sum sign reaches over the product behind it and no further, a minus sign over a power.
 * It knows nothing of how it was printed, and writes what it has read in the typed language with all parentheses.
 */
final class LatexReader {

    private static final List<Operation> FUNCTIONS = FunctionTable.standard().rows().stream()
            .sorted(Comparator.comparing((Operation f) -> -f.latex().length()))
            .toList();

    private final String text;
    private int at;

    private LatexReader(String text) {
        this.text = text;
    }

    static Expr read(String latex) {
        var reader = new LatexReader(latex);
        String typed = reader.sum();
        if (reader.at < latex.length()) {
            throw new IllegalArgumentException("left over: " + latex.substring(reader.at) + " of " + latex);
        }
        return Parser.parse(typed);
    }

    private boolean sees(String token) {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return text.startsWith(token, at);
    }

    private boolean take(String token) {
        boolean seen = sees(token);
        at += seen ? token.length() : 0;
        return seen;
    }

    private void expect(String token) {
        if (!take(token)) {
            throw new IllegalArgumentException(token + " expected at " + text.substring(at) + " of " + text);
        }
    }

    private String until(String end) {
        int from = at;
        at = text.indexOf(end, from) + end.length();
        return text.substring(from, at - end.length());
    }

    private String sum() {
        String sum = product();
        while (true) {
            if (take("+")) {
                sum = "(" + sum + " + " + product() + ")";
            } else if (take("-")) {
                sum = "(" + sum + " - " + product() + ")";
            } else {
                return sum;
            }
        }
    }

    private String product() {
        String product = signed();
        while (take("\\cdot")) {
            product = "(" + product + "*" + signed() + ")";
        }
        return product;
    }

    private String signed() {
        if (take("-")) {
            return "(-" + signed() + ")";
        }
        return take("\\sum") ? repeated("sum") : take("\\prod") ? repeated("prod") : atom();
    }

    private String repeated(String kind) {
        expect("_{");
        String index = name();
        expect("=");
        String from = until("}^{");
        String to = until("}");
        return kind + "(" + index + ", " + from + ", " + to + ", " + product() + ")";
    }

    private String fenced(String open, String close) {
        expect(open);
        String inner = sum();
        expect(close);
        return "(" + inner + ")";
    }

    private String braced() {
        return fenced("{", "}");
    }

    private String atom() {
        if (sees("{")) {
            String base = braced();
            return take("^") ? "(" + base + "^" + braced() + ")" : base;
        }
        if (take("\\frac")) {
            String above = braced();
            return "(" + above + "/" + braced() + ")";
        }
        if (take("\\sqrt[3]")) {
            return "cbrt" + braced();
        }
        if (take("\\sqrt")) {
            return "sqrt" + braced();
        }
        if (take("e^")) {
            return "exp" + braced();
        }
        if (sees("\\left|")) {
            return "abs" + fenced("\\left|", "\\right|");
        }
        if (sees("\\left\\lfloor")) {
            return "floor" + fenced("\\left\\lfloor", "\\right\\rfloor");
        }
        if (sees("\\left\\lceil")) {
            return "ceil" + fenced("\\left\\lceil", "\\right\\rceil");
        }
        if (sees("\\left(")) {
            return fenced("\\left(", "\\right)");
        }
        if (take("\\left[")) {
            return sees("\\left(") && isMap() ? iterated() : compared();
        }
        if (take("\\begin{cases}")) {
            return chosen();
        }
        return Character.isDigit(text.charAt(at)) ? number() : named();
    }

    /** 1.5 · 10^{-7} is the number 1.5e-7. */
    private String number() {
        int start = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        String digits = text.substring(start, at);
        return take("\\cdot 10^{") ? digits + "e" + until("}") : digits;
    }

    private String named() {
        if (take("\\pi")) {
            return "pi";
        }
        for (Operation f : FUNCTIONS) {
            String[] around = f.latex().split("#");
            if (around.length == 2 && take(around[0])) {
                String order = sum();
                expect(around[1]);
                return f.symbol() + "(" + order + ", " + fenced("\\left(", "\\right)") + ")";
            }
            if (take(f.latex() + "\\left(")) {
                String first = sum();
                String arguments = f instanceof Unary ? first : first + second();
                expect("\\right)");
                return f.symbol() + "(" + arguments + ")";
            }
        }
        return name();
    }

    private String second() {
        expect(",");
        return ", " + sum();
    }

    /** A letter, with an index or without. */
    private String name() {
        sees("");
        String letter = text.substring(at, ++at);
        return take("_{") ? letter + "_" + until("}").replace("\\_", "_") : letter;
    }

    private String chosen() {
        String yes = sum();
        expect("&");
        String condition = sum();
        expect("\\\\");
        String no = sum();
        expect("& \\text{otherwise}\\end{cases}");
        return "if(" + condition + ", " + yes + ", " + no + ")";
    }

    private String compared() {
        String left = sum();
        for (Comparison c : Comparison.values()) {
            if (take(c.latex().startsWith("\\") ? c.latex() + " " : c.latex())) {
                String right = sum();
                expect("\\right]");
                return "(" + left + " " + c.symbol() + " " + right + ")";
            }
        }
        throw new IllegalArgumentException("no comparison at " + text.substring(at));
    }

    private boolean isMap() {
        int close = text.indexOf("\\right)", at);
        return text.startsWith("\\mapsto", text.indexOf('\\', close + "\\right)".length()));
    }

    private List<String> list() {
        expect("\\left(");
        var items = new ArrayList<String>();
        do {
            items.add(sum());
        } while (take(","));
        expect("\\right)");
        return items;
    }

    private String iterated() {
        List<String> names = list();
        expect("\\mapsto");
        List<String> next = list();
        expect("\\right]^{\\circ");
        String steps = until("}");
        String result = take("_{") ? names.get(Integer.parseInt(until("}")) - 1) : names.get(0);
        List<String> starts = list();
        var typed = new StringBuilder("iterate(" + steps);
        for (int i = 0; i < names.size(); i++) {
            typed.append(", ")
                    .append(names.get(i))
                    .append(", ")
                    .append(starts.get(i))
                    .append(", ")
                    .append(next.get(i));
        }
        return typed.append(names.size() > 1 ? ", " + result : "").append(")").toString();
    }
}
