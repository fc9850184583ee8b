package tridiff.compare.properties;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import tridiff.expr.Comparison;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.FunctionTable;

/** Reads printed MathML by writing it in LaTeX, element by element. */
final class MathmlReader {

    private static final Map<String, String> WORDS = new HashMap<>(Map.of(
            "⋅",
            " \\cdot ",
            "−",
            "-",
            "\u2061",
            "",
            "(",
            "\\left(",
            ")",
            "\\right)",
            "[",
            "\\left[",
            "]",
            "\\right]",
            "↦",
            "\\mapsto",
            "∘",
            "\\circ ",
            "π",
            "\\pi"));

    static {
        FunctionTable.standard().rows().forEach(f -> WORDS.put(f.symbol(), f.latex()));
        WORDS.putAll(Map.of(
                "arcsin",
                Elementary.ASIN.latex(),
                "arccos",
                Elementary.ACOS.latex(),
                "arctan",
                Elementary.ATAN.latex()));
        WORDS.putAll(Map.of(
                "Γ",
                "\\Gamma",
                "ψ",
                "\\psi",
                "φ",
                "\\varphi",
                "Φ",
                "\\Phi",
                "≤",
                Comparison.LESS_OR_EQUAL.latex(),
                "≥",
                Comparison.GREATER_OR_EQUAL.latex()));
        WORDS.put("≠", Comparison.UNEQUAL.latex());
    }

    private static final Map<String, List<String>> FENCES = Map.of(
            "|", List.of("\\left|", "\\right|"),
            "⌊", List.of("\\left\\lfloor ", "\\right\\rfloor "),
            "⌈", List.of("\\left\\lceil ", "\\right\\rceil "));

    private MathmlReader() {}

    static Expr read(String mathml) {
        try {
            Node root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader("<math>" + mathml + "</math>")))
                    .getDocumentElement();
            return LatexReader.read(row(children(root)));
        } catch (javax.xml.parsers.ParserConfigurationException | org.xml.sax.SAXException | java.io.IOException e) {
            throw new IllegalArgumentException(mathml, e);
        }
    }

    private static List<Node> children(Node node) {
        var children = new ArrayList<Node>();
        for (int i = 0; i < node.getChildNodes().getLength(); i++) {
            children.add(node.getChildNodes().item(i));
        }
        return children;
    }

    private static String row(List<Node> nodes) {
        return nodes.stream().map(MathmlReader::latex).collect(Collectors.joining());
    }

    private static String latex(Node node) {
        List<Node> parts = children(node);
        return switch (node.getNodeName()) {
            case "mi", "mo" -> word(node.getTextContent());
            case "mn" -> node.getTextContent();
            case "mfrac" -> "\\frac{" + latex(parts.get(0)) + "}{" + latex(parts.get(1)) + "}";
            case "msqrt" -> "\\sqrt{" + row(parts) + "}";
            case "mroot" -> "\\sqrt[3]{" + latex(parts.get(0)) + "}";
            case "msup" -> raised(parts.get(0), latex(parts.get(1)));
            case "msub" -> lowered(latex(parts.get(0)), latex(parts.get(1)));
            case "munderover" -> latex(parts.get(0)) + "_{" + latex(parts.get(1)) + "}^{" + latex(parts.get(2)) + "} ";
            case "msubsup" -> latex(parts.get(0)) + "^{" + latex(parts.get(2)) + "}" + index(latex(parts.get(1)));
            case "mrow", "mtd" -> fenced(parts);
            default -> throw new IllegalArgumentException(node.getNodeName());
        };
    }

    private static String word(String word) {
        return word.equals("∑")
                ? "\\sum"
                : word.equals("∏") ? "\\prod" : WORDS.containsKey(word) ? WORDS.get(word) + blank(word) : word;
    }

    /** LaTeX ends the name of a comparison with a blank. */
    private static String blank(String word) {
        return "≤≥≠".contains(word) ? " " : "";
    }

    /** Of a name: e to a power, or the order of a polygamma function in parentheses. */
    private static String raised(Node base, String exponent) {
        if (base.getNodeName().equals("mrow")) {
            return "{" + latex(base) + "}^{" + exponent + "}";
        }
        String open = "\\left(";
        boolean order = latex(base).equals("\\psi");
        String inner = order ? exponent.substring(open.length(), exponent.length() - open.length() - 1) : exponent;
        return latex(base) + "^{" + (order ? "(" + inner + ")" : inner) + "}";
    }

    private static String lowered(String stem, String index) {
        return stem.equals("\\log")
                ? index.length() > 1 ? "\\log_{10}" : "\\log_2"
                : stem.equals("J") && index.equals("0") ? "J_0" : stem + "_{" + index + "}";
    }

    private static String index(String number) {
        return number.isEmpty() ? "" : "_{" + number + "}";
    }

    private static String fenced(List<Node> parts) {
        String first = parts.isEmpty() ? "" : parts.get(0).getTextContent();
        boolean sign = !parts.isEmpty() && parts.get(0).getNodeName().equals("mo");
        if (sign && first.equals("{")) {
            return cases(children(parts.get(1)));
        }
        return sign && FENCES.containsKey(first)
                ? FENCES.get(first).get(0)
                        + row(parts.subList(1, parts.size() - 1))
                        + FENCES.get(first).get(1)
                : row(parts);
    }

    private static String cases(List<Node> rows) {
        List<Node> yes = children(rows.get(0));
        List<Node> no = children(rows.get(1));
        return "\\begin{cases}" + latex(yes.get(0)) + " & " + latex(yes.get(1)) + " \\\\ " + latex(no.get(0))
                + " & \\text{otherwise}\\end{cases}";
    }
}
