package tridiff.compare.nary;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tridiff.compare.nary.NaryForm.Kind;
import tridiff.expr.Algebra;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Constant;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.Unary;
import tridiff.wengert.WengertList;

/**
 * What SymPy does with arithmetic before anybody asks it to simplify.
 *
 * <p>Sums in sums and products in products are one; numbers are computed, like terms and equal bases collected; a number times one
 * sum goes to each of its terms, and a whole power of a product to each of its factors. Functions are taken as they are. After
 * SymPy 1.14: {@code Add.flatten}, {@code Mul.flatten}, {@code Pow.__new__}. Left out are roots of numbers and products, and what SymPy
 * knows of functions, such as log(1) = 0 or that exp(-x) is below a fraction's bar: rational functions are counted exactly.
 */
final class NaryForms implements Algebra<NaryForm> {

    private static final int MANY_BITS = 4096;

    private record Key(Kind kind, Object what, List<Integer> arguments) {}

    private final Map<Key, NaryForm> forms = new HashMap<>();
    private int made;

    /** The form of an expression. */
    NaryForm of(Expr e) {
        var list = WengertList.of(e, List.of());
        return list.in(this, list.inputs().stream().map(this::variable).toList())
                .get(0);
    }

    NaryForm variable(String name) {
        return form(Kind.LEAF, name, List.of());
    }

    NaryForm number(BigInteger n) {
        return number(new Rational(n, BigInteger.ONE));
    }

    NaryForm number(Rational r) {
        return form(Kind.NUMBER, r, List.of());
    }

    /** The one form of that kind; the parts of sums and products in SymPy's order. */
    private NaryForm form(Kind kind, Object what, List<NaryForm> arguments) {
        List<NaryForm> parts = kind == Kind.SUM || kind == Kind.PRODUCT
                ? arguments.stream().sorted(ArgumentOrder.ORDER).toList()
                : List.copyOf(arguments);
        var key = new Key(kind, what, parts.stream().map(a -> a.number).toList());
        return forms.computeIfAbsent(key, same -> new NaryForm(made++, kind, what, parts, true));
    }

    /** A form with its arguments as they are, not the same as any other. */
    NaryForm unevaluated(Kind kind, List<NaryForm> arguments) {
        return new NaryForm(made++, kind, null, List.copyOf(arguments), false);
    }

    /** What the same operation makes of other arguments. */
    NaryForm again(NaryForm form, List<NaryForm> arguments) {
        return switch (form.kind) {
            case NUMBER, LEAF -> form;
            case SUM -> sum(arguments);
            case PRODUCT -> product(arguments);
            case POWER -> power(arguments.get(0), arguments.get(1).value());
            case CALL -> form(Kind.CALL, form.what, arguments);
        };
    }

    @Override
    public NaryForm constant(Constant c) {
        return c instanceof Rational r ? number(r) : form(Kind.LEAF, c, List.of());
    }

    @Override
    public NaryForm apply(Unary f, NaryForm x) {
        if (f == Elementary.NEGATE) {
            return product(List.of(number(Rational.MINUS_ONE), x));
        }
        return f == Elementary.SQRT ? power(x, Rational.of(1, 2)) : form(Kind.CALL, f, List.of(x));
    }

    @Override
    public NaryForm apply(Binary f, NaryForm x, NaryForm y) {
        if (f instanceof Arithmetic operator) {
            return switch (operator) {
                case PLUS -> sum(List.of(x, y));
                case MINUS -> sum(List.of(x, negate(y)));
                case TIMES -> product(List.of(x, y));
                case OVER -> product(List.of(x, power(y, Rational.MINUS_ONE)));
                case POWER -> y.kind == Kind.NUMBER ? power(x, y.value()) : form(Kind.CALL, f, List.of(x, y));
            };
        }
        return form(Kind.CALL, f, List.of(x, y));
    }

    @Override
    public NaryForm choose(NaryForm condition, NaryForm yes, NaryForm no) {
        return form(Kind.CALL, null, List.of(condition, yes, no));
    }

    NaryForm sum(List<NaryForm> all) {
        var terms = new LinkedHashMap<NaryForm, Rational>();
        Rational number = Rational.ZERO;
        for (NaryForm x : all) {
            for (NaryForm term : x.kind == Kind.SUM ? x.arguments : List.of(x)) {
                if (term.kind == Kind.NUMBER) {
                    number = number.plus(term.value());
                } else {
                    terms.merge(ofFactors(Rational.ONE, term.factors()), term.coefficient(), Rational::plus);
                }
            }
        }
        var arguments = new ArrayList<NaryForm>();
        if (!number.isZero()) {
            arguments.add(number(number));
        }
        terms.forEach((rest, c) -> {
            if (!c.isZero()) {
                arguments.add(ofFactors(c, rest.factors()));
            }
        });
        return arguments.isEmpty()
                ? number(Rational.ZERO)
                : arguments.size() == 1 ? arguments.get(0) : form(Kind.SUM, null, arguments);
    }

    NaryForm product(List<NaryForm> all) {
        var powers = new LinkedHashMap<NaryForm, Rational>();
        Rational number = Rational.ONE;
        for (NaryForm x : all) {
            number = number.times(x.coefficient());
            for (NaryForm factor : x.kind == Kind.NUMBER ? List.<NaryForm>of() : x.factors()) {
                boolean isPower = factor.kind == Kind.POWER;
                powers.merge(
                        isPower ? factor.arguments.get(0) : factor,
                        isPower ? factor.arguments.get(1).value() : Rational.ONE,
                        Rational::plus);
            }
        }
        var factors = new ArrayList<NaryForm>();
        for (var e : powers.entrySet()) {
            NaryForm factor = power(e.getKey(), e.getValue());
            number = number.times(factor.coefficient());
            factors.addAll(factor.kind == Kind.NUMBER ? List.of() : factor.factors());
        }
        return number.isZero() ? number(number) : distributed(number, factors);
    }

    /** A number times one sum is the sum of its terms times that number. */
    private NaryForm distributed(Rational number, List<NaryForm> factors) {
        if (number.isOne() || factors.size() != 1 || factors.get(0).kind != Kind.SUM) {
            return ofFactors(number, factors);
        }
        return sum(factors.get(0).arguments.stream()
                .map(term -> product(List.of(number(number), term)))
                .toList());
    }

    /** The product as it is. */
    private NaryForm ofFactors(Rational number, List<NaryForm> factors) {
        if (factors.isEmpty() || factors.size() == 1 && number.isOne()) {
            return factors.isEmpty() ? number(number) : factors.get(0);
        }
        var arguments = new ArrayList<NaryForm>(factors);
        if (!number.isOne()) {
            arguments.add(0, number(number));
        }
        return arguments.size() == 1 ? arguments.get(0) : form(Kind.PRODUCT, null, arguments);
    }

    @Override
    public NaryForm power(NaryForm x, Rational n) {
        if (n.isZero() || n.isOne()) {
            return n.isZero() ? number(Rational.ONE) : x;
        }
        if (n.isInteger() && x.kind == Kind.NUMBER && isShort(x.value(), n)) {
            return number(x.value().power(n.numerator().intValueExact()));
        }
        if (n.isInteger() && x.kind == Kind.POWER) {
            return power(x.arguments.get(0), x.arguments.get(1).value().times(n));
        }
        if (n.isInteger() && x.kind == Kind.PRODUCT) {
            return product(x.arguments.stream().map(factor -> power(factor, n)).toList());
        }
        return form(Kind.POWER, null, List.of(x, number(n)));
    }

    /** Whether a power of a number is computed: it exists and is not too long. */
    private static boolean isShort(Rational x, Rational n) {
        boolean exists = !x.isZero() || n.signum() > 0;
        return exists && n.abs().times(Rational.of(x.bits())).compareTo(Rational.of(MANY_BITS)) <= 0;
    }
}
