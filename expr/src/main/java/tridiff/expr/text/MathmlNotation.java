package tridiff.expr.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Bivariate;
import tridiff.expr.Comparison;
import tridiff.expr.Constant;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.NamedConstant;
import tridiff.expr.Operation;
import tridiff.expr.Rational;
import tridiff.expr.Repeated;
import tridiff.expr.Unary;
import tridiff.expr.text.Printer.Part;

/** The content of a MathML element, presentation form: what browsers typeset without any library. */
final class MathmlNotation extends TypesetNotation {

    private static final String APPLY = "<mo>&#x2061;</mo>";
    private static final String TIMES = "<mo>⋅</mo>";

    /** What stands around the argument where it is not a call. */
    private static final Map<Unary, List<String>> FENCES = Map.of(
            Elementary.SQRT, List.of("<msqrt>", "</msqrt>"),
            Elementary.CBRT, List.of("<mroot><mrow>", "</mrow><mn>3</mn></mroot>"),
            Elementary.EXP, List.of("<msup><mi>e</mi><mrow>", "</mrow></msup>"),
            Elementary.ABS, List.of("<mrow><mo>|</mo>", "<mo>|</mo></mrow>"),
            Elementary.FLOOR, List.of("<mrow><mo>⌊</mo>", "<mo>⌋</mo></mrow>"),
            Elementary.CEIL, List.of("<mrow><mo>⌈</mo>", "<mo>⌉</mo></mrow>"));

    /** Names that are not written as they are typed. */
    private static final Map<Operation, String> NAMES = Map.ofEntries(
            Map.entry(Elementary.LOG2, "<msub><mi>log</mi><mn>2</mn></msub>"),
            Map.entry(Elementary.LOG10, "<msub><mi>log</mi><mn>10</mn></msub>"),
            Map.entry(Elementary.ASIN, "<mi>arcsin</mi>"),
            Map.entry(Elementary.ACOS, "<mi>arccos</mi>"),
            Map.entry(Elementary.ATAN, "<mi>arctan</mi>"),
            Map.entry(Elementary.GAMMA, "<mi mathvariant=\"normal\">Γ</mi>"),
            Map.entry(Elementary.LGAMMA, "<mi>log</mi>" + APPLY + "<mi mathvariant=\"normal\">Γ</mi>"),
            Map.entry(Elementary.DIGAMMA, "<mi>ψ</mi>"),
            Map.entry(Elementary.NORMPDF, "<mi>φ</mi>"),
            Map.entry(Elementary.NORMCDF, "<mi mathvariant=\"normal\">Φ</mi>"),
            Map.entry(Elementary.BESSELJ0, "<msub><mi>J</mi><mn>0</mn></msub>"));

    /** What stands around the first argument where it is the order of the function. */
    private static final Map<Binary, List<String>> ORDERS = Map.of(
            Bivariate.POLYGAMMA, List.of("<msup><mi>ψ</mi><mrow><mo>(</mo>", "<mo>)</mo></mrow></msup>"),
            Bivariate.BESSELJ, List.of("<msub><mi>J</mi><mrow>", "</mrow></msub>"),
            Bivariate.SPHERICALBESSELJ, List.of("<msub><mi>j</mi><mrow>", "</mrow></msub>"));

    private static final Map<String, String> COMPARISONS =
            Map.of("<", "&lt;", ">", "&gt;", "<=", "≤", ">=", "≥", "==", "=", "!=", "≠");

    private static final String GREEK_NAMES =
            " alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho stigma sigma tau"
                    + " upsilon phi chi psi omega ";
    private static final int GREEK_ALPHA = 0x3B1;

    @Override
    public String open() {
        return "<mrow><mo>(</mo>";
    }

    @Override
    public String close() {
        return "<mo>)</mo></mrow>";
    }

    @Override
    public List<Object> constant(Constant value) {
        if (value instanceof NamedConstant c) {
            return List.of("<mi>" + (c == NamedConstant.PI ? "π" : "e") + "</mi>");
        }
        String digits = Printer.digits((Rational) value);
        int e = digits.indexOf('e');
        return List.of(
                e < 0
                        ? number(digits)
                        : number(digits.substring(0, e)) + TIMES + "<msup><mn>10</mn><mrow>"
                                + number(digits.substring(e + 1)) + "</mrow></msup>");
    }

    private static String number(String digits) {
        return digits.startsWith("-")
                ? "<mrow><mo>−</mo><mn>" + digits.substring(1) + "</mn></mrow>"
                : "<mn>" + digits + "</mn>";
    }

    @Override
    public List<Object> variable(Expr.Var variable) {
        return List.of(name(variable.name()));
    }

    /** x1 and x_1 get a subscript; names of several letters are upright; names of Greek letters become the letters. */
    private static String name(String text) {
        Name name = Name.of(text);
        String index = name.index();
        String letter = "<mi>" + escaped(greek(name.stem())) + "</mi>";
        boolean digits = index.chars().allMatch(Character::isDigit);
        return index.isEmpty()
                ? letter
                : "<msub>" + letter + (digits ? "<mn>" + index + "</mn>" : "<mi>" + escaped(index) + "</mi>")
                        + "</msub>";
    }

    private static String greek(String stem) {
        int at = GREEK_NAMES.indexOf(" " + stem.toLowerCase(java.util.Locale.ROOT) + " ");
        if (at < 0 || stem.isEmpty()) {
            return stem;
        }
        int letter = GREEK_ALPHA
                + (int) GREEK_NAMES
                        .substring(0, at + 1)
                        .chars()
                        .filter(c -> c == ' ')
                        .count()
                - 1;
        String small = Character.toString(letter);
        return Character.isUpperCase(stem.charAt(0)) ? small.toUpperCase(java.util.Locale.ROOT) : small;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String nameOf(Operation f) {
        return NAMES.getOrDefault(f, "<mi>" + escaped(f.symbol()) + "</mi>");
    }

    @Override
    public List<Object> call(Unary f, Expr x) {
        if (f == Elementary.NEGATE) {
            return List.of("<mo form=\"prefix\">−</mo>", new Part(x, Printer.SIGN));
        }
        List<String> fence = FENCES.get(f);
        return fence != null
                ? List.of(fence.get(0), new Part(x, 0), fence.get(1))
                : List.of(nameOf(f) + APPLY + open(), new Part(x, 0), close());
    }

    @Override
    public List<Object> call(Binary f, Expr x, Expr y) {
        if (f instanceof Arithmetic operator) {
            return switch (operator) {
                case PLUS -> List.of(new Part(x, Printer.SUM), "<mo>+</mo>", new Part(y, Printer.LOOP));
                case MINUS -> List.of(new Part(x, Printer.SUM), "<mo>−</mo>", new Part(y, Printer.LOOP));
                case TIMES -> List.of(new Part(x, Printer.PRODUCT), TIMES, new Part(y, Printer.SIGN));
                case OVER ->
                    List.of("<mfrac><mrow>", new Part(x, 0), "</mrow><mrow>", new Part(y, 0), "</mrow></mfrac>");
                case POWER ->
                    List.of(
                            "<msup><mrow>",
                            new Part(x, Printer.ATOM),
                            "</mrow><mrow>",
                            new Part(y, 0),
                            "</mrow></msup>");
            };
        }
        if (f instanceof Comparison) {
            String sign = COMPARISONS.getOrDefault(f.symbol(), escaped(f.symbol()));
            return List.of(
                    "<mrow><mo>[</mo>",
                    new Part(x, Printer.SUM),
                    "<mo>" + sign + "</mo>",
                    new Part(y, Printer.SUM),
                    "<mo>]</mo></mrow>");
        }
        List<String> order = ORDERS.get(f);
        return order != null
                ? List.of(order.get(0), new Part(x, 0), order.get(1) + APPLY + open(), new Part(y, 0), close())
                : List.of(nameOf(f) + APPLY + open(), new Part(x, 0), "<mo>,</mo>", new Part(y, 0), close());
    }

    /** Sum and product signs with their bounds; an iteration as the state after n steps of a map. */
    @Override
    public List<Object> repeated(Repeated loop) {
        if (loop.kind() != Repeated.Kind.ITERATE) {
            String sign = loop.kind() == Repeated.Kind.SUM ? "∑" : "∏";
            String bounds = "<munderover><mo>" + sign + "</mo><mrow>"
                    + name(loop.index().name()) + "<mo>=</mo>" + number(Long.toString(loop.from())) + "</mrow>"
                    + number(Long.toString(loop.to())) + "</munderover>";
            return List.of(bounds, new Part(loop.bodies().get(0), Printer.LOOP));
        }
        var pieces = new ArrayList<Object>();
        pieces.add("<msubsup><mrow><mo>[</mo>" + open());
        join(pieces, loop.states(), "<mo>,</mo>");
        pieces.add(close() + "<mo>↦</mo>" + open());
        join(pieces, loop.bodies(), "<mo>,</mo>");
        String result = loop.states().size() > 1 ? "<mn>" + (loop.result() + 1) + "</mn>" : "<mrow></mrow>";
        pieces.add(close() + "<mo>]</mo></mrow>" + result + "<mrow><mo>∘</mo>" + number(Long.toString(loop.to()))
                + "</mrow></msubsup>" + open());
        join(pieces, loop.starts(), "<mo>,</mo>");
        pieces.add(close());
        return pieces;
    }

    @Override
    public List<Object> choice(Expr condition, Expr yes, Expr no) {
        return List.of(
                "<mrow><mo>{</mo><mtable><mtr><mtd>",
                new Part(yes, 0),
                "</mtd><mtd>",
                new Part(condition, 0),
                "</mtd></mtr><mtr><mtd>",
                new Part(no, 0),
                "</mtd><mtd><mtext>otherwise</mtext></mtd></mtr></mtable></mrow>");
    }
}
