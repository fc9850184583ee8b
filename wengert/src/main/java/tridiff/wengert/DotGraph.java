package tridiff.wengert;

import tridiff.expr.NamedConstant;
import tridiff.expr.Rational;
import tridiff.expr.text.Printer;

/** A Wengert list as a graph in the DOT language of Graphviz: one node a line, arrows from arguments to what uses them. */
public final class DotGraph {

    private DotGraph() {}

    public static String of(WengertList list) {
        var dot = new StringBuilder("digraph f {\n  rankdir=BT;\n  node [fontname=\"sans-serif\"];\n");
        for (int i = 0; i < list.size(); i++) {
            dot.append("  v" + i + " [label=\"" + quoted(label(list, i)) + "\", shape=" + shape(list, i) + "];\n");
            int[] arguments = list.arguments(i);
            for (int j = 0; j < arguments.length; j++) {
                String which = arguments.length > 1 ? " [taillabel=\"" + (j + 1) + "\"]" : "";
                dot.append("  v" + arguments[j] + " -> v" + i + which + ";\n");
            }
        }
        return dot.append("}").toString();
    }

    private static String label(WengertList list, int i) {
        return switch (list.kind(i)) {
            case INPUT -> list.input(i);
            case CONSTANT ->
                list.constant(i) instanceof Rational r
                        ? r.isDecimal() ? Printer.digits(r) : r.toString()
                        : ((NamedConstant) list.constant(i)).symbol();
            case UNARY, BINARY -> list.operation(i).symbol();
            case CHOICE -> "if";
            case LOOP -> list.loop(i).label();
        };
    }

    private static String shape(WengertList list, int i) {
        return switch (list.kind(i)) {
            case INPUT -> "box";
            case CONSTANT -> "plaintext";
            default -> "ellipse";
        };
    }

    /** A label between double quotes in the DOT language. */
    public static String quoted(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
