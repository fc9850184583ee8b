package tridiff.symbolic.rules;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tridiff.expr.Rational;
import tridiff.symbolic.form.Form;
import tridiff.symbolic.form.NormalForms;

/** Other ways to write a sum: with a common factor or number in front, over a common denominator. Nothing is multiplied out. */
final class Factors {

    /** In longer sums pairs of terms are not tried. */
    private static final int FEW = 10;

    private Factors() {}

    /** Every common factor of two or more terms, with the lowest exponent that it has in them. */
    static List<Supplier<Form>> common(NormalForms k, Form sum) {
        var exponents = new LinkedHashMap<Form, List<Rational>>();
        sum.parts.keySet().forEach(term -> term.factors()
                .forEach((base, exponent) ->
                        exponents.computeIfAbsent(base, b -> new ArrayList<>()).add(exponent)));
        var others = new ArrayList<Supplier<Form>>();
        exponents.forEach((base, powers) -> {
            if (powers.size() > 1) {
                powers.stream().distinct().sorted().limit(3).forEach(lowest -> {
                    if (powers.stream().filter(e -> e.compareTo(lowest) >= 0).count() > 1) {
                        others.add(() -> factored(k, sum, base, lowest));
                    }
                });
            }
        });
        return others;
    }

    /** All that is common to all terms at once, where one factor alone in front would save nothing. */
    static List<Supplier<Form>> allCommon(NormalForms k, Form sum) {
        Map<Form, Rational> common = null;
        for (Form term : sum.parts.keySet()) {
            Map<Form, Rational> factors = term.factors();
            if (common == null) {
                common = new LinkedHashMap<>(factors);
            }
            common.keySet().retainAll(factors.keySet());
            common.replaceAll((base, m) -> min(m, factors.get(base)));
        }
        Map<Form, Rational> front = common;
        return sum.number.isZero() && front.size() > 1 ? List.of(() -> factored(k, sum, front)) : List.of();
    }

    private static Rational min(Rational a, Rational b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static Form factored(NormalForms k, Form sum, Map<Form, Rational> common) {
        var inverse = new LinkedHashMap<Form, Rational>();
        common.forEach((base, m) -> inverse.put(base, m.negate()));
        var inside = new LinkedHashMap<Form, Rational>();
        Rational number = Rational.ZERO;
        for (var e : sum.parts.entrySet()) {
            number = number.plus(NormalForms.addTo(inside, times(k, e.getKey(), inverse), e.getValue(), k));
        }
        return k.multiply(k.product(Rational.ONE, common), k.sum(number, inside));
    }

    /** base^m · (the terms that have it to that power or a higher one, without it) + the others. */
    private static Form factored(NormalForms k, Form sum, Form base, Rational m) {
        var inside = new LinkedHashMap<Form, Rational>();
        var outside = new LinkedHashMap<Form, Rational>();
        Rational number = Rational.ZERO;
        for (var e : sum.parts.entrySet()) {
            Rational exponent = e.getKey().factors().get(base);
            if (exponent != null && exponent.compareTo(m) >= 0) {
                number = number.plus(
                        NormalForms.addTo(inside, times(k, e.getKey(), Map.of(base, m.negate())), e.getValue(), k));
            } else {
                outside.put(e.getKey(), e.getValue());
            }
        }
        Form product = k.multiply(k.product(Rational.ONE, Map.of(base, m)), k.sum(number, inside));
        Rational rest = sum.number.plus(NormalForms.addTo(outside, product, Rational.ONE, k));
        return k.sum(rest, outside);
    }

    /** The term times powers, exponents added and nothing assumed: what is taken out here stands elsewhere in the result. */
    static Form times(NormalForms k, Form term, Map<Form, Rational> powers) {
        var parts = new LinkedHashMap<Form, Rational>(term.factors());
        powers.forEach((base, exponent) -> parts.merge(base, exponent, Rational::plus));
        parts.values().removeIf(Rational::isZero);
        return k.product(term.coefficient(), parts);
    }

    /** The greatest number that leaves whole coefficients in front, or only its numerator or denominator. */
    static List<Supplier<Form>> content(NormalForms k, Form sum) {
        Rational content = content(sum);
        var others = new ArrayList<Supplier<Form>>();
        for (Rational part : List.of(
                content,
                new Rational(content.numerator(), BigInteger.ONE),
                new Rational(BigInteger.ONE, content.denominator()))) {
            if (!part.isOne()) {
                others.add(() -> withContent(k, sum, part));
            }
        }
        return others;
    }

    /** The greatest common numerator over the least common denominator of all coefficients. */
    static Rational content(Form sum) {
        BigInteger numerators = sum.number.numerator().abs();
        BigInteger denominators = sum.number.denominator();
        for (Rational c : sum.parts.values()) {
            numerators = numerators.gcd(c.numerator());
            denominators = denominators.multiply(c.denominator()).divide(denominators.gcd(c.denominator()));
        }
        return numerators.signum() == 0 ? Rational.ONE : new Rational(numerators, denominators);
    }

    static Form withContent(NormalForms k, Form sum, Rational content) {
        var terms = new LinkedHashMap<Form, Rational>();
        sum.parts.forEach((term, c) -> terms.put(term, c.over(content)));
        return k.scaled(k.sum(sum.number.over(content), terms), content);
    }

    /** Sums that are terms with a number in front, put in term by term: one of them, or all. */
    static List<Supplier<Form>> distributed(NormalForms k, Form sum) {
        List<Form> inner = sum.parts.keySet().stream().filter(Form::isSum).toList();
        var others = new ArrayList<Supplier<Form>>();
        inner.forEach(one -> others.add(() -> distributed(k, sum, List.of(one))));
        if (inner.size() > 1) {
            others.add(() -> distributed(k, sum, inner));
        }
        return others;
    }

    private static Form distributed(NormalForms k, Form sum, List<Form> inner) {
        var terms = new LinkedHashMap<Form, Rational>(sum.parts);
        Rational number = sum.number;
        for (Form one : inner) {
            number = number.plus(NormalForms.addTo(terms, one, terms.remove(one), k));
        }
        return k.sum(number, terms);
    }

    /** All terms over one denominator, or two of them. */
    static List<Supplier<Form>> overCommonDenominator(NormalForms k, Form sum) {
        List<Form> terms = List.copyOf(sum.parts.keySet());
        var others = new ArrayList<Supplier<Form>>();
        if (terms.stream().noneMatch(Factors::isFraction)) {
            return others;
        }
        others.add(() -> overCommonDenominator(k, sum, terms, true));
        List<Form> few = terms.size() <= FEW ? terms : List.of();
        for (Form a : few) {
            if (isFraction(a) && !sum.number.isZero()) {
                others.add(() -> overCommonDenominator(k, sum, List.of(a), true));
            }
            for (Form b : few.subList(few.indexOf(a) + 1, few.size())) {
                if (isFraction(a) || isFraction(b)) {
                    others.add(() -> overCommonDenominator(k, sum, List.of(a, b), false));
                }
            }
        }
        return others;
    }

    private static boolean isFraction(Form term) {
        return term.factors().values().stream().anyMatch(e -> e.signum() < 0);
    }

    private static Form overCommonDenominator(NormalForms k, Form sum, List<Form> chosen, boolean withNumber) {
        var denominator = new LinkedHashMap<Form, Rational>();
        for (Form term : chosen) {
            term.factors().forEach((base, exponent) -> {
                if (exponent.signum() < 0) {
                    denominator.merge(base, exponent.negate(), (a, b) -> a.compareTo(b) > 0 ? a : b);
                }
            });
        }
        var above = new LinkedHashMap<Form, Rational>();
        var rest = new LinkedHashMap<>(sum.parts);
        Rational number = Rational.ZERO;
        for (Form term : chosen) {
            number = number.plus(NormalForms.addTo(above, times(k, term, denominator), rest.remove(term), k));
        }
        if (withNumber && !sum.number.isZero()) {
            number = number.plus(NormalForms.addTo(above, k.product(Rational.ONE, denominator), sum.number, k));
        }
        var below = new LinkedHashMap<Form, Rational>();
        denominator.forEach((base, exponent) -> below.put(base, exponent.negate()));
        Form fraction = k.multiply(k.sum(number, above), k.product(Rational.ONE, below));
        Rational constant = withNumber ? Rational.ZERO : sum.number;
        return k.sum(constant.plus(NormalForms.addTo(rest, fraction, Rational.ONE, k)), rest);
    }
}
