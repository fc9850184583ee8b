package tridiff.compare.nary;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tridiff.compare.nary.NaryForm.Kind;
import tridiff.expr.Arithmetic;
import tridiff.expr.Rational;
import tridiff.wengert.WengertList;

/**
 * A formula as SymPy's {@code str} writes it.
 *
 * <p>After SymPy 1.14: {@code StrPrinter}. Texts of shared parts are measured once, so the length of a text is known where the text
 * itself fills no memory. Terms and factors are in {@link WrittenOrder}, with what that leaves out.
 */
final class NaryText {

    /** Signs as they are, or the text of a part. */
    private sealed interface Piece {}

    private record Verbatim(String text) implements Piece {}

    private record Part(NaryForm form) implements Piece {}

    private static final Rational HALF = Rational.of(1, 2);
    private static final Rational MINUS_HALF = Rational.of(-1, 2);

    private final WrittenOrder order;
    private final Map<NaryForm, BigInteger> lengths = new HashMap<>();

    NaryText(WrittenOrder order) {
        this.order = order;
    }

    /** The number of characters, at most {@link WengertList#HUGE}. */
    BigInteger length(NaryForm form) {
        for (NaryForm part : form.partsWithout(lengths.keySet())) {
            BigInteger length = pieces(part).stream().map(this::length).reduce(BigInteger.ZERO, BigInteger::add);
            lengths.put(part, length.min(WengertList.HUGE));
        }
        return lengths.get(form);
    }

    private BigInteger length(Piece piece) {
        return piece instanceof Verbatim v
                ? BigInteger.valueOf(v.text.codePointCount(0, v.text.length()))
                : lengths.get(((Part) piece).form);
    }

    /** The text, which is as long as {@link #length} says. */
    String of(NaryForm form) {
        var text = new StringBuilder();
        var open = new ArrayDeque<Piece>(List.of(new Part(form)));
        while (!open.isEmpty()) {
            Piece next = open.pop();
            if (next instanceof Verbatim v) {
                text.append(v.text);
            } else {
                List<Piece> pieces = new ArrayList<>(pieces(((Part) next).form));
                Collections.reverse(pieces);
                pieces.forEach(open::push);
            }
        }
        return text.toString();
    }

    private List<Piece> pieces(NaryForm form) {
        return switch (form.kind) {
            case NUMBER -> List.of(new Verbatim(form.value().toString()));
            case LEAF -> List.of(new Verbatim(form.name()));
            case SUM -> sum(form);
            case PRODUCT -> product(form);
            case POWER -> power(form);
            case CALL -> call(form);
        };
    }

    private List<Piece> sum(NaryForm form) {
        var pieces = new ArrayList<Piece>();
        for (NaryForm term : order.arguments(form)) {
            List<Piece> written = pieces(term);
            boolean isFirst = pieces.isEmpty();
            if (!isFirst) {
                pieces.add(new Verbatim(term.isNegative() ? " - " : " + "));
            }
            if (isFirst || !term.isNegative()) {
                pieces.addAll(written);
            } else {
                pieces.add(new Verbatim(((Verbatim) written.get(0)).text.substring(1)));
                pieces.addAll(written.subList(1, written.size()));
            }
        }
        return pieces;
    }

    /** What is below the bar is written after one slash, each power there with its exponent's sign changed. */
    private List<Piece> product(NaryForm form) {
        Rational number = form.coefficient().abs();
        var above = new ArrayList<List<Piece>>();
        var below = new ArrayList<List<Piece>>();
        if (!number.numerator().equals(BigInteger.ONE)) {
            above.add(List.of(new Verbatim(number.numerator().toString())));
        }
        if (!number.isInteger()) {
            below.add(List.of(new Verbatim(number.denominator().toString())));
        }
        for (NaryForm factor : order.arguments(form)) {
            boolean divides = factor.kind == Kind.POWER && exponent(factor).signum() < 0;
            if (divides) {
                below.add(power(factor.arguments.get(0), exponent(factor).negate()));
            } else if (factor.kind != Kind.NUMBER) {
                above.add(factor(factor));
            }
        }
        var pieces = new ArrayList<Piece>();
        pieces.add(new Verbatim(form.isNegative() ? "-" : ""));
        pieces.addAll(above.isEmpty() ? List.of(new Verbatim("1")) : joined(above, "*"));
        if (!below.isEmpty()) {
            pieces.add(new Verbatim("/"));
            pieces.addAll(below.size() == 1 ? below.get(0) : parenthesized(joined(below, "*")));
        }
        return pieces;
    }

    private static Rational exponent(NaryForm power) {
        return power.arguments.get(1).value();
    }

    private List<Piece> power(NaryForm form) {
        Rational n = exponent(form);
        NaryForm base = form.arguments.get(0);
        if (n.equals(MINUS_HALF) || n.equals(Rational.MINUS_ONE)) {
            return joined(List.of(List.of(new Verbatim("1")), power(base, n.negate())), "/");
        }
        return power(base, n);
    }

    private static List<Piece> power(NaryForm base, Rational n) {
        if (n.isOne()) {
            return tight(base);
        }
        if (n.equals(HALF)) {
            return called("sqrt", List.of(base));
        }
        boolean isPlain = n.isInteger() && n.signum() > 0;
        return joined(List.of(tight(base), List.of(new Verbatim(isPlain ? n.toString() : "(" + n + ")"))), "**");
    }

    private static List<Piece> call(NaryForm form) {
        return form.what == Arithmetic.POWER
                ? joined(form.arguments.stream().map(NaryText::tight).toList(), "**")
                : called(form.name(), form.arguments);
    }

    private static List<Piece> called(String function, List<NaryForm> arguments) {
        var pieces = new ArrayList<Piece>();
        pieces.add(new Verbatim(function));
        pieces.addAll(parenthesized(
                joined(arguments.stream().map(a -> List.<Piece>of(new Part(a))).toList(), ", ")));
        return pieces;
    }

    private static List<Piece> factor(NaryForm form) {
        return form.kind == Kind.SUM ? parenthesized(List.of(new Part(form))) : List.of(new Part(form));
    }

    /** In parentheses unless a number of digits only, a name or a call. */
    private static List<Piece> tight(NaryForm form) {
        boolean isTight =
                switch (form.kind) {
                    case NUMBER -> form.value().isInteger() && form.value().signum() >= 0;
                    case LEAF -> true;
                    case CALL -> form.what != Arithmetic.POWER;
                    case SUM, PRODUCT, POWER -> false;
                };
        return isTight ? List.of(new Part(form)) : parenthesized(List.of(new Part(form)));
    }

    private static List<Piece> parenthesized(List<Piece> pieces) {
        return joined(List.of(List.of(new Verbatim("(")), pieces, List.of(new Verbatim(")"))), "");
    }

    private static List<Piece> joined(List<List<Piece>> parts, String sign) {
        var pieces = new ArrayList<Piece>(parts.get(0));
        for (List<Piece> part : parts.subList(1, parts.size())) {
            pieces.add(new Verbatim(sign));
            pieces.addAll(part);
        }
        return pieces;
    }
}
