package tridiff.symbolic.rules;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import tridiff.expr.Rational;
import tridiff.expr.said.Said;
import tridiff.symbolic.form.Condition;
import tridiff.symbolic.form.Form;
import tridiff.symbolic.form.NormalForms;

/**
 * Makes normal forms smaller: part by part, from the inside to the outside, always the rule that saves most, as long as one saves
 * anything.
 *
 * <p>Every step makes the formula smaller, so that it ends; among equally good ones the first of the table is taken, so that the result
 * is always the same. The number of forms tried is bounded; what has been reached then is returned, and {@link #stopped} says so.
 */
public final class Improvement {

    /** A way to write a form differently. */
    record Rule(Said name, BiFunction<NormalForms, Form, List<Supplier<Form>>> others) {}

    private static final int MOST_TRIED = 20_000;

    // spotless:off - these are tables
    private static final List<Rule> OF_SUMS = List.of(
            new Rule(Said.of("symbolic.rule.roots"),   Squares::factored),
            new Rule(Said.of("symbolic.rule.kin", "sin^2 u + cos^2 u = 1"),  Squares::pythagorean),
            new Rule(Said.words("cos^2 u - sin^2 u = cos 2u"),          Squares::doubled),
            new Rule(Said.of("symbolic.rule.kin", "exp u + exp(-u) = 2*cosh u"), Exponentials::hyperbolic),
            new Rule(Said.of("symbolic.rule.factor"), Factors::common),
            new Rule(Said.of("symbolic.rule.factors"), Factors::allCommon),
            new Rule(Said.of("symbolic.rule.factor.number"), Proportions::common),
            new Rule(Said.of("symbolic.rule.number"), Factors::content),
            new Rule(Said.of("symbolic.rule.number.in"), Factors::distributed),
            new Rule(Said.of("symbolic.rule.denominator"), Factors::overCommonDenominator));

    private static final List<Rule> OF_PRODUCTS = List.of(
            new Rule(Said.of("symbolic.rule.kin", "sin u/cos u = tan u"),     Ratios::quotients),
            new Rule(Said.of("symbolic.rule.kin", "1/cos u = sec u"),         Ratios::reciprocals),
            new Rule(Said.words("2*sin u*cos u = sin 2u"),              Ratios::doubled),
            new Rule(Said.words("1/exp u = exp(-u)"),                   Ratios::exponential),
            new Rule(Said.words("sqrt(a*b)/(a*b) = 1/sqrt(a*b)"),       Ratios::gathered),
            new Rule(Said.words("(a + sqrt b)*(a - sqrt b) = a^2 - b"), Conjugates::multiplied),
            new Rule(Said.of("symbolic.rule.factor.twice"), Proportions::joined),
            new Rule(Said.of("symbolic.rule.number.out"), Ratios::primitive),
            new Rule(Said.words("-(a - b) = b - a"),                    Ratios::turned));
    // spotless:on

    private final NormalForms k;
    private final Map<Form, Form> improved = new HashMap<>();
    private final Rewritings rewritings;
    private int tried;

    public Improvement(NormalForms k, Rewritings rewritings) {
        this.k = k;
        this.rewritings = rewritings;
    }

    /** Whether it gave up before nothing more could be found. */
    public boolean stopped() {
        return tried > MOST_TRIED;
    }

    public Form of(Form root) {
        for (Form x : root.made(f -> true)) {
            if (!improved.containsKey(x)) {
                improved.put(x, smallest(rebuilt(x)));
            }
        }
        return improved.get(root);
    }

    private static Collection<Form> parts(Form x) {
        return x.isSum() || x.isProduct() ? x.parts.keySet() : x.arguments;
    }

    private Form best(Form part) {
        return improved.getOrDefault(part, part);
    }

    /** The form with its parts improved; itself where that does not make it smaller. */
    private Form rebuilt(Form x) {
        if (parts(x).stream().allMatch(part -> best(part) == part)) {
            return x;
        }
        List<Condition> before = k.conditions();
        Form rebuilt =
                switch (x.kind) {
                    case ATOM ->
                        x.arguments.isEmpty()
                                ? x
                                : k.rebuilt(
                                        x, x.arguments.stream().map(this::best).toList());
                    case PRODUCT -> product(x);
                    case SUM -> sum(x);
                };
        if (rebuilt.size() < x.size() && isAllowed(before)) {
            return rebuilt;
        }
        k.assumeOnly(before);
        return x;
    }

    private boolean isAllowed(List<Condition> before) {
        return !rewritings.isCautious() || k.conditions().equals(before);
    }

    private Form product(Form x) {
        Form product = k.number(x.number);
        for (var e : x.parts.entrySet()) {
            product = k.multiply(product, k.power(best(e.getKey()), e.getValue()));
        }
        return product;
    }

    private Form sum(Form x) {
        var terms = new LinkedHashMap<Form, Rational>();
        Rational number = x.number;
        for (var e : x.parts.entrySet()) {
            Form term = best(e.getKey());
            if (term.isSum() && !e.getValue().abs().isOne()) {
                terms.merge(term, e.getValue(), Rational::plus);
            } else {
                number = number.plus(NormalForms.addTo(terms, term, e.getValue(), k));
            }
        }
        return k.sum(number, terms);
    }

    private Form smallest(Form x) {
        Form current = x;
        for (Form next = smaller(current); next != null && !stopped(); next = smaller(current)) {
            current = next;
        }
        return current;
    }

    /** The smallest of all ways to write it, if it is smaller than as it is, else null. */
    private Form smaller(Form x) {
        Form best = x;
        Rule by = null;
        List<Condition> before = k.conditions();
        List<Condition> assumed = before;
        for (Rule rule : x.isSum() ? OF_SUMS : x.isProduct() ? OF_PRODUCTS : List.<Rule>of()) {
            for (Supplier<Form> other : rule.others.apply(k, x)) {
                tried++;
                Form written = other.get();
                if (written.size() < best.size() && isAllowed(before)) {
                    best = written;
                    by = rule;
                    assumed = k.conditions();
                }
                k.assumeOnly(before);
            }
        }
        if (by == null) {
            return null;
        }
        k.assumeOnly(assumed);
        rewritings.noted(by.name, x, best);
        return withPartsImproved(best);
    }

    /** What a rule has just written is new inside, too. */
    private Form withPartsImproved(Form x) {
        for (Form part : parts(x)) {
            if (!improved.containsKey(part)) {
                improved.put(part, part); // not again while it is being worked on
                improved.put(part, smallest(part));
            }
        }
        return rebuilt(x);
    }
}
