package tridiff.compare.nary;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import tridiff.expr.NamedConstant;
import tridiff.expr.Rational;

/**
 * The order in which SymPy keeps the parts of sums and products: by the class, the number of arguments, then argument by argument.
 *
 * <p>After SymPy 1.14: {@code Basic.compare}. It is not the order of print, which is {@link WrittenOrder}.
 */
final class ArgumentOrder implements Comparator<NaryForm> {

    static final ArgumentOrder ORDER = new ArgumentOrder();

    private static final List<String> FIRST = List.of(
            "Zero",
            "One",
            "Half",
            "NegativeOne",
            "Integer",
            "Rational",
            "Exp1",
            "Pi",
            "Symbol",
            "Pow",
            "Mul",
            "Add",
            "Abs");

    private ArgumentOrder() {}

    /** Goes down to the first difference: different forms of one class differ in a number, a name or an argument. */
    @Override
    public int compare(NaryForm one, NaryForm other) {
        NaryForm a = one;
        NaryForm b = other;
        while (a != b) {
            int c = compareHeads(a, b);
            if (c != 0) {
                return c;
            }
            int i = 0;
            while (i < a.arguments.size() && a.arguments.get(i) == b.arguments.get(i)) {
                i++;
            }
            if (i == a.arguments.size()) {
                return 0; // two functions of one name
            }
            NaryForm next = a.arguments.get(i);
            b = b.arguments.get(i);
            a = next;
        }
        return 0;
    }

    private static int compareHeads(NaryForm a, NaryForm b) {
        int c = compareClasses(className(a), className(b));
        if (c != 0) {
            return c;
        }
        return switch (a.kind) {
            case NUMBER -> compareNumbers(a.value(), b.value());
            case LEAF -> a.name().compareTo(b.name());
            default -> Integer.compare(a.arguments.size(), b.arguments.size());
        };
    }

    private static int compareNumbers(Rational x, Rational y) {
        int c = x.numerator().compareTo(y.numerator());
        return c != 0 ? c : x.denominator().compareTo(y.denominator());
    }

    private static int compareClasses(String x, String y) {
        int i = FIRST.indexOf(x);
        int j = FIRST.indexOf(y);
        if (i < 0 && j < 0) {
            return x.compareTo(y);
        }
        return i < 0 ? 1 : j < 0 ? -1 : Integer.compare(i, j);
    }

    /** SymPy's class: numbers that are often used have one of their own. */
    static String className(NaryForm a) {
        return switch (a.kind) {
            case NUMBER -> className(a.value());
            case LEAF -> a.what == NamedConstant.PI ? "Pi" : a.what == NamedConstant.E ? "Exp1" : "Symbol";
            case SUM -> "Add";
            case PRODUCT -> "Mul";
            case POWER -> "Pow";
            case CALL -> a.name();
        };
    }

    private static String className(Rational x) {
        if (!x.isInteger()) {
            return x.equals(Rational.of(1, 2)) ? "Half" : "Rational";
        }
        boolean small = x.numerator().abs().compareTo(BigInteger.ONE) <= 0;
        return !small ? "Integer" : x.isZero() ? "Zero" : x.signum() > 0 ? "One" : "NegativeOne";
    }
}
