package tridiff.expr;

import java.util.List;
import java.util.Set;
import tridiff.expr.Printer.Part;

/** Java source over doubles, of the same value to the last bit as an {@link Evaluator}. */
final class JavaNotation extends PlainNotation {

    private static final Set<String> WORDS = Set.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "true",
            "try",
            "void",
            "volatile",
            "while",
            "Math",
            "Real",
            "Double");

    @Override
    public int precedence(Expr e) {
        int plain = super.precedence(e);
        return plain == Printer.POWER || plain == Printer.COMPARISON ? Printer.ATOM : plain;
    }

    @Override
    public List<Object> constant(Constant value) {
        if (value instanceof Known c) {
            return List.of(c.java());
        }
        double nearest = value.doubleValue();
        if (Double.isInfinite(nearest)) {
            return List.of("Double.POSITIVE_INFINITY"); // no literal says so
        }
        if (nearest == 0) {
            return List.of("0.0");
        }
        String digits = Printer.digits((Rational) value);
        return List.of(digits.contains(".") || digits.contains("e") ? digits : digits + ".0");
    }

    /** Words of Java get an underscore; digits below the line become ordinary ones. */
    @Override
    public List<Object> variable(Expr.Var variable) {
        var name = new StringBuilder();
        variable.name()
                .codePoints()
                .forEach(c -> name.appendCodePoint(c >= 0x2080 && c <= 0x2089 ? c - 0x2080 + '0' : c));
        return List.of(WORDS.contains(name.toString()) ? name.append('_').toString() : name.toString());
    }

    @Override
    public List<Object> call(Unary f, Expr x) {
        return f == Elementary.NEGATE
                ? List.of("-", new Part(x, Printer.ATOM)) // not --x, which Java reads as a decrement
                : List.of(f.java(), "(", new Part(x, 0), ")");
    }

    @Override
    public List<Object> call(Binary f, Expr x, Expr y) {
        return f instanceof Arithmetic operator && operator != Arithmetic.POWER
                ? infix(operator, x, y)
                : List.of(f.java(), "(", new Part(x, 0), ", ", new Part(y, 0), ")");
    }

    @Override
    public List<Object> choice(Expr condition, Expr yes, Expr no) {
        return List.of("Real.choose(", new Part(condition, 0), ", ", new Part(yes, 0), ", ", new Part(no, 0), ")");
    }
}
