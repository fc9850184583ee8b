package tridiff.compare.nary;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tridiff.compare.nary.NaryForm.Kind;
import tridiff.expr.Constant;
import tridiff.expr.Elementary;
import tridiff.expr.Rational;

/**
 * The order in which SymPy writes factors, and that of the terms of a sum.
 *
 * <p>Factors are ordered by their base without its number, then by exponent, then by number. Terms are ordered as those of a
 * polynomial in all their bases, highest powers of the first one first. After SymPy 1.14: {@code Expr.sort_key} and
 * {@code Expr.as_ordered_terms}. Left out are powers whose exponent is no number, numbers that are neither
 * rational nor powers of a constant, and products below a root.
 */
final class WrittenOrder implements Comparator<NaryForm> {

    private static final Map<String, Integer> FUNCTIONS = Map.of(
            "exp", 10, "log", 11, "sin", 20, "cos", 21, "tan", 22, "cot", 23, "sinh", 30, "cosh", 31, "tanh", 32,
            "coth", 33);
    private static final int OTHER_FUNCTION = 10_000;

    private static final Comparator<ClassKey> CLASSES = Comparator.comparingInt(ClassKey::kind)
            .thenComparingInt(ClassKey::rank)
            .thenComparing(ClassKey::name);

    /** Orders the classes of forms. */
    private record ClassKey(int kind, int rank, String name) {}

    /** A base, as its rank among those of a sum, and its exponent. */
    private record Power(int rank, BigInteger exponent) {
        static final Power END = new Power(Integer.MAX_VALUE, BigInteger.ZERO);
    }

    /** A term and what it is ordered by: powers by rank, the end last; then the number. */
    private record Term(NaryForm form, List<Power> powers, double number) {}

    private final NaryForms k;
    private final Map<NaryForm, List<NaryForm>> written = new HashMap<>();

    WrittenOrder(NaryForms k) {
        this.k = k;
    }

    /** The arguments of a form in the order in which they are written. */
    List<NaryForm> arguments(NaryForm form) {
        if (!written.containsKey(form)) {
            form.partsWithout(written.keySet()).forEach(part -> written.put(part, ordered(part)));
        }
        return written.get(form);
    }

    private List<NaryForm> ordered(NaryForm form) {
        return switch (form.kind) {
            case SUM -> terms(form);
            case PRODUCT -> form.arguments.stream().sorted(this).toList();
            default -> form.arguments;
        };
    }

    /** Goes down to the first difference. */
    @Override
    public int compare(NaryForm one, NaryForm other) {
        NaryForm a = one;
        NaryForm b = other;
        while (a != b) {
            if (a.kind == Kind.NUMBER || b.kind == Kind.NUMBER) {
                return compareNumbers(a, b);
            }
            NaryForm x = base(a);
            NaryForm y = base(b);
            List<NaryForm> inner = inside(a, x);
            List<NaryForm> outer = inside(b, y);
            int c = compareHeads(x, inner.size(), y, outer.size());
            if (c != 0) {
                return c;
            }
            int i = 0;
            while (i < inner.size() && inner.get(i) == outer.get(i)) {
                i++;
            }
            if (i == inner.size()) {
                c = exponent(a).compareTo(exponent(b));
                return c != 0 ? c : a.coefficient().compareTo(b.coefficient());
            }
            a = inner.get(i);
            b = outer.get(i);
        }
        return 0;
    }

    /** Numbers come first. */
    private static int compareNumbers(NaryForm a, NaryForm b) {
        boolean both = a.kind == b.kind;
        return both ? a.value().compareTo(b.value()) : a.kind == Kind.NUMBER ? -1 : 1;
    }

    private static int compareHeads(NaryForm x, int inX, NaryForm y, int inY) {
        int c = CLASSES.compare(classKey(x), classKey(y));
        if (c != 0) {
            return c;
        }
        return switch (x.kind) {
            case LEAF -> x.name().compareTo(y.name());
            case NUMBER -> x.value().toString().compareTo(y.value().toString()); // below a root, as a text
            default -> Integer.compare(inX, inY);
        };
    }

    /** The form without its number. */
    private static NaryForm rest(NaryForm a) {
        List<NaryForm> factors = a.factors();
        return factors.size() == 1 ? factors.get(0) : a;
    }

    private static NaryForm base(NaryForm a) {
        NaryForm rest = rest(a);
        return rest.kind == Kind.POWER ? rest.arguments.get(0) : rest;
    }

    private static Rational exponent(NaryForm a) {
        NaryForm rest = rest(a);
        return rest.kind == Kind.POWER ? rest.arguments.get(1).value() : Rational.ONE;
    }

    /** What the base of a is made of, its number left out where that is a's. */
    private List<NaryForm> inside(NaryForm a, NaryForm base) {
        List<NaryForm> all = arguments(base);
        return base == a && base.kind == Kind.PRODUCT && !base.coefficient().isOne() ? all.subList(1, all.size()) : all;
    }

    private static ClassKey classKey(NaryForm a) {
        return switch (a.kind) {
            case NUMBER -> new ClassKey(1, 0, "");
            case LEAF -> new ClassKey(2, 0, ArgumentOrder.className(a));
            case PRODUCT -> new ClassKey(3, 0, "");
            case SUM -> new ClassKey(3, 1, "");
            case POWER -> new ClassKey(3, 2, "");
            case CALL -> new ClassKey(4, FUNCTIONS.getOrDefault(a.name(), OTHER_FUNCTION), a.name());
        };
    }

    private List<NaryForm> terms(NaryForm sum) {
        if (isNumberMinusTerm(sum)) {
            return sum.arguments;
        }
        List<NaryForm> bases = sum.arguments.stream()
                .flatMap(term -> term.factors().stream())
                .filter(factor -> !isConstant(factor))
                .map(this::wholeBase)
                .distinct()
                .sorted(this)
                .toList();
        var ranks = new HashMap<NaryForm, Integer>();
        bases.forEach(base -> ranks.put(base, ranks.size()));
        return sum.arguments.stream()
                .map(term -> term(term, ranks))
                .sorted(WrittenOrder::compareTerms)
                .map(Term::form)
                .toList();
    }

    /** Such as 1 - 2·x: a positive number and a term of one factor with a negative one stay so. */
    private static boolean isNumberMinusTerm(NaryForm sum) {
        NaryForm number = sum.arguments.get(0);
        NaryForm last = sum.arguments.get(sum.arguments.size() - 1);
        boolean isPositive = number.kind == Kind.NUMBER ? number.value().signum() > 0 : isConstant(number);
        return sum.arguments.size() == 2 && isPositive && last.isNegative() && last.arguments.size() == 2;
    }

    private Term term(NaryForm term, Map<NaryForm, Integer> ranks) {
        var powers = new ArrayList<Power>();
        double number = term.coefficient().doubleValue();
        for (NaryForm factor : term.factors()) {
            if (!isConstant(factor)) {
                powers.add(
                        new Power(ranks.get(wholeBase(factor)), degree(factor).numerator()));
            } else if (factor.kind != Kind.NUMBER) {
                number *= value(factor);
            }
        }
        powers.sort(Comparator.comparingInt(Power::rank));
        powers.add(Power.END);
        return new Term(term, powers, number);
    }

    private static boolean isConstant(NaryForm factor) {
        NaryForm base = base(factor);
        return base.kind == Kind.NUMBER || base.what instanceof Constant;
    }

    private static double value(NaryForm constant) {
        NaryForm base = base(constant);
        return Math.pow(((Constant) base.what).doubleValue(), exponent(constant).doubleValue());
    }

    /** The exponent of a factor; exp(n·x) is the n-th power of exp(x). */
    private static Rational degree(NaryForm factor) {
        return factor.what == Elementary.EXP ? factor.arguments.get(0).coefficient() : exponent(factor);
    }

    /** What the factor is a whole power of. */
    private NaryForm wholeBase(NaryForm factor) {
        Rational n = degree(factor);
        var root = new Rational(BigInteger.ONE, n.denominator());
        if (factor.what == Elementary.EXP) {
            NaryForm once = k.over(factor.arguments.get(0), k.number(n.numerator()));
            return k.apply(Elementary.EXP, once);
        }
        return k.power(base(factor), root);
    }

    private static int compareTerms(Term s, Term t) {
        for (int i = 0; ; i++) {
            Power p = s.powers.get(i);
            Power q = t.powers.get(i);
            if (p.rank != q.rank) {
                return p.rank < q.rank ? -p.exponent.signum() : q.exponent.signum();
            }
            int c = q.exponent.compareTo(p.exponent);
            if (c != 0) {
                return c;
            }
            if (p.equals(Power.END)) {
                return Double.compare(s.number, t.number);
            }
        }
    }
}
