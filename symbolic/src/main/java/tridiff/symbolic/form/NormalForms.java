package tridiff.symbolic.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Bivariate;
import tridiff.expr.Comparison;
import tridiff.expr.Constant;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.NamedConstant;
import tridiff.expr.Rational;
import tridiff.expr.Unary;
import tridiff.wengert.Loop;
import tridiff.wengert.LoopAlgebra;
import tridiff.wengert.OpKind;
import tridiff.wengert.WengertList;
import tridiff.wengert.run.Evaluator;

/**
 * Normal forms as an algebra: run in it, a list simplifies itself from the inputs to the result, one pass, whatever its depth.
 *
 * <p>Numbers are computed exactly, like terms and equal factors collected, zeros and ones dropped. Products are never expanded: the
 * expanded form is often the shortest and the least accurate. The domain is respected: 0·log x stays, sqrt(x^2) is abs(x), and where a
 * step would give a value to what had none, the {@link #conditions} say what is assumed. Not thread-safe.
 *
 * <p>The simplifier is what to call; its rules make the normal form smaller.
 */
public final class NormalForms implements LoopAlgebra<Form> {

    /** Longer sums and products are taken as they are: collecting them one by one would cost the square of their length. */
    static final int LONG = 64;

    private static final int MANY_BITS = 4096;
    private static final int MOST_INDICES = 100_000;

    private record Key(Object what, Object first, Object second, Object third) {}

    private final Map<Key, Form> forms = new HashMap<>();
    private List<Condition> conditions = List.of();
    private final Assumptions facts = new Assumptions();
    private final Powers powers = new Powers(this);
    private final Function<Expr, Simplification> simplifier;

    /** Normal forms that leave the bodies of loops to a simplifier. */
    public NormalForms(Function<Expr, Simplification> simplifier) {
        this.simplifier = simplifier;
    }

    /** What was assumed of the variables on the way, such as {@code x != 0}. */
    public List<Condition> conditions() {
        return conditions;
    }

    public Assumptions facts() {
        return facts;
    }

    public void assume(Condition condition) {
        if (conditions.stream().noneMatch(condition::sameAs)) {
            var more = new ArrayList<>(conditions);
            more.add(condition);
            conditions = List.copyOf(more);
        }
    }

    /** Takes back what was assumed since there were only these conditions. */
    public void assumeOnly(List<Condition> earlier) {
        conditions = earlier;
    }

    public Form variable(Expr.Var v) {
        return forms.computeIfAbsent(new Key(Form.Kind.ATOM, v.name(), null, null), key -> Form.leaf(v));
    }

    @Override
    public Form constant(Constant c) {
        return c instanceof Rational r
                ? number(r)
                : forms.computeIfAbsent(new Key(Form.Kind.ATOM, c, null, null), key -> Form.leaf(Expr.constant(c)));
    }

    @Override
    public Form apply(Unary f, Form x) {
        if (f == Elementary.NEGATE) {
            return scaled(x, Rational.MINUS_ONE);
        }
        if (f == Elementary.SQRT) {
            return power(x, Rational.of(1, 2));
        }
        Form special = Identities.apply(this, f, x);
        return special != null ? special : call(f, x);
    }

    /** The function of a form, as an atom. */
    public Form call(Unary f, Form x) {
        boolean total = x.total && f.facts().isTotal();
        return forms.computeIfAbsent(new Key(f, x, null, null), key -> Form.call(f, List.of(x), total));
    }

    @Override
    public Form apply(Binary f, Form x, Form y) {
        if (f instanceof Arithmetic operator) {
            return switch (operator) {
                case PLUS -> sum(x, y, Rational.ONE);
                case MINUS -> sum(x, y, Rational.MINUS_ONE);
                case TIMES -> multiply(x, y);
                case OVER -> y.is(Rational.ZERO) ? call(f, x, y) : multiply(x, power(y, Rational.MINUS_ONE));
                case POWER -> raised(x, y);
            };
        }
        return f == Bivariate.BESSELJ && x.isNumber() ? Identities.besselj(this, x, y) : call(f, x, y);
    }

    public Form call(Binary f, Form x, Form y) {
        boolean total = f instanceof Comparison && x.total && y.total
                || f == Arithmetic.POWER && x.total && y.total && facts.isPositive(x);
        return forms.computeIfAbsent(new Key(f, x, y, null), key -> Form.call(f, List.of(x, y), total));
    }

    private Form raised(Form x, Form y) {
        if (y.isNumber()) {
            if (y.is(Rational.ZERO) && !x.isNumber() && !facts.isNeverZero(x)) {
                assume(new Condition(
                        x.expr(), Condition.Kind.NONZERO)); // 0^(y - y), unlike 0^0 as written, is undefined
            }
            return power(x, y.value());
        }
        return x == constant(NamedConstant.E) ? apply(Elementary.EXP, y) : call(Arithmetic.POWER, x, y);
    }

    @Override
    public Form choose(Form condition, Form yes, Form no) {
        if (yes == no && condition.total) {
            return yes;
        }
        boolean total = condition.total && yes.total && no.total;
        return forms.computeIfAbsent(
                new Key(Form.Kind.ATOM, condition, yes, no),
                key -> Form.call(null, List.of(condition, yes, no), total));
    }

    /**
     * A loop is an atom whose body is simplified by itself; that of constant terms is a number. What an iteration with jumps carries along
     * may be undefined, and is left as it is.
     */
    @Override
    public List<Form> loop(Loop loop, List<Form> arguments) {
        boolean carriesJumps = loop.kind() != Loop.Kind.SUM && loop.mayJump();
        Loop simple = carriesJumps ? loop : loop.rewritten(e -> body(e, loop));
        if (loop.kind() != Loop.Kind.SUM) {
            return IntStream.range(0, simple.results())
                    .mapToObj(i -> result(simple, i, arguments))
                    .toList();
        }
        return simple.sums().stream()
                .map(sum -> result(
                        sum.loop(),
                        0,
                        sum.arguments().stream().map(arguments::get).toList()))
                .toList();
    }

    /** A body simplified where what that assumes holds in every repetition, whatever the states and parameters. */
    private Expr body(Expr e, Loop loop) {
        Simplification simple = simplifier.apply(e);
        return simple.conditions().stream().allMatch(c -> holdsThroughout(c, loop)) ? simple.expr() : e;
    }

    private static boolean holdsThroughout(Condition condition, Loop loop) {
        Expr test = condition.test();
        String index = loop.bodies().get(0).inputs().get(0);
        if (loop.count() > MOST_INDICES
                || test.variables().stream().anyMatch(v -> !v.name().equals(index))) {
            return false;
        }
        var evaluator = new Evaluator(WengertList.of(test, List.of()));
        return LongStream.rangeClosed(loop.from(), loop.to()).allMatch(i -> evaluator.run(new double[] {i}) == 1);
    }

    private Form result(Loop loop, int i, List<Form> arguments) {
        WengertList body = loop.bodies().get(0);
        boolean numbers = loop.kind() == Loop.Kind.SUM && body.kind(body.output(0)) == OpKind.CONSTANT;
        if (numbers && body.constant(body.output(0)) instanceof Rational term) {
            return number(term.times(Rational.of(loop.count())));
        }
        return forms.computeIfAbsent(
                new Key(new LoopResult(loop, i), arguments, null, null),
                key -> Form.call(new LoopResult(loop, i), arguments, false));
    }

    @Override
    public Form power(Form x, Rational n) {
        return powers.power(x, isCondition(x) && n.isInteger() ? Rational.of(n.signum()) : n);
    }

    /** Whether it is 1 or 0. */
    private static boolean isCondition(Form x) {
        return x.function instanceof Comparison;
    }

    public Form scaled(Form x, Rational factor) {
        return multiply(number(factor), x);
    }

    public Form multiply(Form x, Form y) {
        Rational number = x.coefficient().times(y.coefficient());
        if (x.factors().size() > LONG || y.factors().size() > LONG || number.bits() > MANY_BITS) {
            return call(Arithmetic.TIMES, x, y);
        }
        var parts = new LinkedHashMap<Form, Rational>(x.factors());
        for (Map.Entry<Form, Rational> e : y.factors().entrySet()) {
            number = number.times(collect(parts, e.getKey(), e.getValue()));
        }
        parts.values().removeIf(Rational::isZero);
        return powers.joined(number, parts);
    }

    /** Puts a power among factors, as one with that of the same base; returns -1 where it took the opposite of the base, else 1. */
    private Rational collect(Map<Form, Rational> parts, Form base, Rational exponent) {
        Rational before = parts.get(base);
        if (before != null && isCondition(base) && exponent.isInteger() && before.isInteger()) {
            parts.put(base, Rational.of(Math.min(before.signum(), exponent.signum()))); // 0/0 stays undefined
            return Rational.ONE;
        }
        Form opposite = before == null && base.isSum() && exponent.isInteger() ? opposite(base) : null;
        if (opposite != null
                && parts.containsKey(opposite)
                && parts.get(opposite).isInteger()) {
            collect(parts, opposite, exponent);
            return Assumptions.isEven(exponent) ? Rational.ONE : Rational.MINUS_ONE;
        }
        if (before != null) {
            powers.assumeWhatIsLost(base, before, exponent);
        }
        parts.put(base, before == null ? exponent : before.plus(exponent));
        return Rational.ONE;
    }

    /** The sum with all signs changed if it has been met, else null. */
    private Form opposite(Form sum) {
        var terms = new LinkedHashMap<Form, Rational>();
        sum.parts.forEach((term, c) -> terms.put(term, c.negate()));
        return forms.get(new Key(Form.Kind.SUM, sum.number.negate(), terms, null));
    }

    private Form sum(Form x, Form y, Rational sign) {
        boolean tooLong = x.isSum() && x.parts.size() > LONG || y.isSum() && y.parts.size() > LONG;
        if (tooLong) {
            return call(sign.isOne() ? Arithmetic.PLUS : Arithmetic.MINUS, x, y);
        }
        var terms = new LinkedHashMap<Form, Rational>();
        Rational number = addTo(terms, x, Rational.ONE).plus(addTo(terms, y, sign));
        return number.bits() > MANY_BITS
                ? call(sign.isOne() ? Arithmetic.PLUS : Arithmetic.MINUS, x, y)
                : sum(number, terms);
    }

    /** Adds a form, times a number, to the terms; returns its constant part. A sum is added term by term. */
    public static Rational addTo(Map<Form, Rational> terms, Form x, Rational factor, NormalForms k) {
        if (x.isNumber()) {
            return x.number.times(factor);
        }
        if (x.isSum()) {
            x.parts.forEach((term, c) -> terms.merge(term, c.times(factor), Rational::plus));
            return x.number.times(factor);
        }
        Form term = x.isProduct() && !x.number.isOne() ? k.product(Rational.ONE, x.parts) : x;
        terms.merge(term, x.coefficient().times(factor), Rational::plus);
        return Rational.ZERO;
    }

    private Rational addTo(Map<Form, Rational> terms, Form x, Rational factor) {
        return addTo(terms, x, factor, this);
    }

    /** The number plus the terms times their coefficients, some of which may be 0, and some of the terms sums. */
    public Form sum(Rational number, Map<Form, Rational> all) {
        var terms = new LinkedHashMap<Form, Rational>(all);
        Rational constant = number.plus(inlined(terms));
        terms.entrySet().removeIf(e -> e.getValue().isZero() && facts.isDefined(e.getKey()));
        return interned(constant, withoutDefinedFactors(terms));
    }

    /** Terms with coefficient 0 are reduced to what may be undefined. */
    private Map<Form, Rational> withoutDefinedFactors(Map<Form, Rational> terms) {
        var reduced = new LinkedHashMap<Form, Rational>();
        terms.forEach((term, c) -> {
            boolean shrinks = c.isZero() && term.isProduct();
            Form rest = shrinks ? product(Rational.ONE, undefined(term.parts)) : term;
            if (!rest.isNumber()) {
                reduced.merge(rest, c, Rational::plus);
            }
        });
        return reduced;
    }

    /** Puts the terms of a sum that is itself a term, with coefficient 1 or -1, in its place; returns their constant part. */
    private Rational inlined(Map<Form, Rational> terms) {
        Rational number = Rational.ZERO;
        for (Form inner = innerSum(terms); inner != null && terms.size() <= LONG; inner = innerSum(terms)) {
            number = number.plus(addTo(terms, inner, terms.remove(inner)));
        }
        return number;
    }

    private static Form innerSum(Map<Form, Rational> terms) {
        for (var e : terms.entrySet()) {
            if (e.getKey().isSum() && e.getValue().abs().isOne()) {
                return e.getKey();
            }
        }
        return null;
    }

    private Form interned(Rational number, Map<Form, Rational> terms) {
        if (terms.isEmpty()) {
            return number(number);
        }
        if (number.isZero() && terms.size() == 1) {
            Map.Entry<Form, Rational> only = terms.entrySet().iterator().next();
            return scaled(only.getKey(), only.getValue());
        }
        if (number.signum() <= 0 && terms.values().stream().allMatch(c -> c.signum() < 0)) {
            var opposite = new LinkedHashMap<Form, Rational>();
            terms.forEach((term, c) -> opposite.put(term, c.negate()));
            return scaled(interned(number.negate(), opposite), Rational.MINUS_ONE);
        }
        return forms.computeIfAbsent(
                new Key(Form.Kind.SUM, number, terms, null),
                key -> Form.sum(number, terms, terms.keySet().stream().allMatch(t -> t.total)));
    }

    /** The number times the factors to their exponents, none of which is 0, as they are. */
    public Form product(Rational number, Map<Form, Rational> factors) {
        Map<Form, Rational> parts = number.isZero() ? undefined(factors) : factors;
        if (parts.isEmpty()) {
            return number(number);
        }
        if (number.isOne()
                && parts.size() == 1
                && parts.values().iterator().next().isOne()) {
            return parts.keySet().iterator().next();
        }
        return forms.computeIfAbsent(
                new Key(Form.Kind.PRODUCT, number, parts, null), key -> Form.product(number, parts, isTotal(parts)));
    }

    private boolean isTotal(Map<Form, Rational> factors) {
        for (var e : factors.entrySet()) {
            Form base = e.getKey();
            boolean total = base.total
                    && (e.getValue().signum() > 0 || facts.isNeverZero(base))
                    && (e.getValue().isInteger() || facts.isNonNegative(base));
            if (!total) {
                return false;
            }
        }
        return true;
    }

    /** The factors that may be undefined: what is left of a product with 0. */
    private Map<Form, Rational> undefined(Map<Form, Rational> factors) {
        var rest = new LinkedHashMap<Form, Rational>();
        factors.forEach((base, exponent) -> {
            if (!facts.isDefined(base, exponent)) {
                rest.put(base, exponent);
            }
        });
        return rest;
    }

    public Form number(Rational r) {
        return forms.computeIfAbsent(new Key(Form.Kind.PRODUCT, r, null, null), key -> Form.product(r, Map.of(), true));
    }

    /** The same call of other arguments. */
    public Form rebuilt(Form call, List<Form> arguments) {
        if (call.arguments.equals(arguments)) {
            return call;
        }
        if (call.function instanceof LoopResult r) {
            return result(r.loop(), r.result(), arguments);
        }
        return switch (arguments.size()) {
            case 1 -> apply((Unary) call.function, arguments.get(0));
            case 2 -> apply((Binary) call.function, arguments.get(0), arguments.get(1));
            default -> choose(arguments.get(0), arguments.get(1), arguments.get(2));
        };
    }
}
