package tridiff.symbolic.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Constant;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.Unary;
import tridiff.expr.said.Said;
import tridiff.symbolic.form.Condition;
import tridiff.symbolic.form.Form;
import tridiff.symbolic.form.NormalForms;
import tridiff.symbolic.steps.Steps;
import tridiff.wengert.Loop;
import tridiff.wengert.LoopAlgebra;

/**
 * Normal forms, with a record of which rule made what of what.
 *
 * <p>They are told only when the result is taken.
 */
public final class Rewritings implements LoopAlgebra<Form> {

    private record Rewriting(Said rule, Expr before, Expr after) {}

    private final NormalForms k;
    private final Steps steps;
    private final boolean cautious;
    private final List<Rewriting> recorded = new ArrayList<>();

    /** Where the formula has branches nothing is assumed: what holds in one branch need not in the other. */
    public Rewritings(NormalForms k, Steps steps, boolean cautious) {
        this.k = k;
        this.steps = steps;
        this.cautious = cautious;
    }

    boolean isCautious() {
        return cautious;
    }

    /** A rule made one form of another. */
    Form noted(Said rule, Form before, Form after) {
        return noted(rule, before::expr, after);
    }

    private Form noted(Said rule, Supplier<Expr> before, Form after) {
        return noted(() -> rule, before, after);
    }

    private Form noted(Supplier<Said> rule, Supplier<Expr> before, Form after) {
        if (steps != Steps.NONE && !before.get().sameAs(after.expr())) {
            recorded.add(new Rewriting(rule.get(), before.get(), after.expr()));
        }
        return after;
    }

    /** Tells the listener all steps, and what they made of the whole formula. */
    public void tell(Expr formula, Form result) {
        recorded.forEach(step -> steps.simplified(step.rule, step.before, step.after));
        if (recorded.size() > 1) {
            noted(Said.of("symbolic.rule.all"), () -> formula, result);
            Rewriting whole = recorded.get(recorded.size() - 1);
            steps.simplified(whole.rule, whole.before, whole.after);
        }
    }

    @Override
    public Form constant(Constant c) {
        return k.constant(c);
    }

    @Override
    public Form apply(Unary f, Form x) {
        List<Condition> before = k.conditions();
        Form result = k.apply(f, x);
        if (cautious && !k.conditions().equals(before)) {
            k.assumeOnly(before);
            result = k.call(f, x);
        }
        return noted(() -> rule(f, x), () -> Expr.apply(f, x.expr()), result);
    }

    @Override
    public Form apply(Binary f, Form x, Form y) {
        List<Condition> before = k.conditions();
        Form result = k.apply(f, x, y);
        if (cautious && !k.conditions().equals(before)) {
            k.assumeOnly(before);
            result = k.call(f, x, y);
        }
        return noted(() -> rule(f, x, y), () -> Expr.apply(f, x.expr(), y.expr()), result);
    }

    @Override
    public Form power(Form x, Rational n) {
        List<Condition> before = k.conditions();
        Form result = k.power(x, n);
        if (cautious && !k.conditions().equals(before)) {
            k.assumeOnly(before);
            result = k.call(Arithmetic.POWER, x, k.number(n));
        }
        return noted(
                x.isNumber()
                        ? Said.of("symbolic.rule.numbers")
                        : n.isZero()
                                ? Said.words("u^0 = 1")
                                : n.isOne() ? Said.words("u^1 = u") : Said.of("symbolic.rule.power.power"),
                () -> x.expr().power(Expr.constant(n)),
                result);
    }

    @Override
    public List<Form> loop(Loop loop, List<Form> arguments) {
        return loop.in(k, arguments);
    }

    @Override
    public Form choose(Form condition, Form yes, Form no) {
        return noted(
                Said.of("symbolic.rule.branches.same"),
                () -> Expr.choose(condition.expr(), yes.expr(), no.expr()),
                k.choose(condition, yes, no));
    }

    private static Said rule(Unary f, Form x) {
        if (f == Elementary.NEGATE) {
            return x.isSum() ? Said.words("-(a - b) = b - a") : Said.of("symbolic.rule.signs");
        }
        if (f == Elementary.SQRT) {
            return x.isNumber() ? Said.of("symbolic.rule.numbers") : Said.of("symbolic.rule.root");
        }
        return x.isNumber()
                ? Said.of("symbolic.rule.value", f.symbol())
                : x.isProduct() && x.number.signum() < 0
                        ? Said.of("symbolic.rule.even", f.symbol())
                        : Said.of("symbolic.rule.inverse");
    }

    private static Said rule(Binary f, Form x, Form y) {
        if (!(f instanceof Arithmetic operator)) {
            return Said.of("symbolic.rule.value", f.symbol());
        }
        if (x.isNumber() && y.isNumber()) {
            return Said.of("symbolic.rule.numbers");
        }
        return switch (operator) {
            case PLUS ->
                x.is(Rational.ZERO) || y.is(Rational.ZERO)
                        ? Said.words("u + 0 = u")
                        : share(x, y) ? Said.of("symbolic.rule.like.plus") : Said.of("symbolic.rule.order");
            case MINUS ->
                x.is(Rational.ZERO) || y.is(Rational.ZERO)
                        ? Said.words("u - 0 = u")
                        : share(x, y) ? Said.of("symbolic.rule.like.minus") : Said.of("symbolic.rule.order");
            case TIMES ->
                x.is(Rational.ZERO) || y.is(Rational.ZERO)
                        ? Said.words("0*u = 0")
                        : x.is(Rational.ONE) || y.is(Rational.ONE)
                                ? Said.words("1*u = u")
                                : multiply(x, y)
                                        ? Said.words("u^a*u^b = u^(a + b)")
                                        : Said.of("symbolic.rule.fraction");
            case OVER ->
                x.is(Rational.ZERO)
                        ? Said.words("0/u = 0")
                        : y.is(Rational.ONE)
                                ? Said.words("u/1 = u")
                                : multiply(x, y)
                                        ? Said.words("u^a/u^b = u^(a - b)")
                                        : Said.of("symbolic.rule.fraction");
            case POWER -> Said.words("e^u = exp(u)");
        };
    }

    /** Whether two sums, or single terms, have a term in common. */
    private static boolean share(Form x, Form y) {
        return terms(x).stream().anyMatch(terms(y)::contains);
    }

    private static Set<Object> terms(Form x) {
        var terms = new HashSet<Object>();
        for (Form term : x.isSum() ? x.parts.keySet() : Set.of(x)) {
            terms.add(term.factors());
        }
        if (x.isNumber() || x.isSum() && !x.number.isZero()) {
            terms.add(Rational.ONE);
        }
        return terms;
    }

    /** Whether two products have powers of one base, or exponentials both. */
    private static boolean multiply(Form x, Form y) {
        return x.factors().keySet().stream()
                .anyMatch(a -> y.factors().keySet().stream().anyMatch(b -> base(a) == base(b)));
    }

    private static Object base(Form factor) {
        return factor.isCallOf(Elementary.EXP) ? Elementary.EXP : factor.isPower() ? factor.argument() : factor;
    }
}
