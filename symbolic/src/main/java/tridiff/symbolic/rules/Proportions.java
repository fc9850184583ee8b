package tridiff.symbolic.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tridiff.expr.Rational;
import tridiff.symbolic.form.Form;
import tridiff.symbolic.form.NormalForms;

/** Sums that are multiples of each other, as 4 - 8*x and 2*x - 1, written as one where they are factors. */
final class Proportions {

    /** Among more sums pairs are not tried. */
    private static final int FEW = 10;

    private Proportions() {}

    /** Terms whose factors are multiples of each other, with what they then have in common in front. */
    static List<Supplier<Form>> common(NormalForms k, Form sum) {
        var factors = new LinkedHashSet<Form>();
        sum.parts.keySet().forEach(term -> factors.addAll(term.factors().keySet()));
        return pairs(factors).stream()
                .<Supplier<Form>>map(pair -> () -> smallest(k, pair.inTerms(k, sum)))
                .toList();
    }

    private static Form smallest(NormalForms k, Form form) {
        List<Supplier<Form>> others = form.isSum() ? Factors.common(k, form) : List.of();
        return others.stream()
                .map(Supplier::get)
                .reduce(form, (best, other) -> other.size() < best.size() ? other : best);
    }

    /** Factors of one product that are multiples of each other, as a power. */
    static List<Supplier<Form>> joined(NormalForms k, Form product) {
        return pairs(product.parts.keySet()).stream()
                .<Supplier<Form>>map(pair -> () -> pair.inFactors(k, product))
                .toList();
    }

    /** A sum and one that is a multiple of it. */
    private record Pair(Form sum, Form multiple, Rational ratio) {

        Form inTerms(NormalForms k, Form terms) {
            var parts = new LinkedHashMap<Form, Rational>();
            Rational number = terms.number;
            for (var e : terms.parts.entrySet()) {
                number = number.plus(NormalForms.addTo(parts, inFactors(k, e.getKey()), e.getValue(), k));
            }
            return k.sum(number, parts);
        }

        /** The term with the sum in place of the multiple, where that is to a whole power and the number is not too long. */
        Form inFactors(NormalForms k, Form term) {
            Rational exponent = term.factors().get(multiple);
            if (exponent == null || !exponent.isInteger()) {
                return term;
            }
            Form number = k.power(k.number(ratio), exponent);
            if (!number.isNumber()) {
                return term;
            }
            var others = new LinkedHashMap<Form, Rational>(term.factors());
            others.remove(multiple);
            Form rest = k.product(number.value().times(term.coefficient()), others);
            return k.multiply(rest, k.power(sum, exponent));
        }
    }

    private static List<Pair> pairs(Iterable<Form> factors) {
        var sums = new ArrayList<Form>();
        factors.forEach(factor -> {
            if (factor.isSum()) {
                sums.add(factor);
            }
        });
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < Math.min(sums.size(), FEW); i++) {
            for (int j = i + 1; j < Math.min(sums.size(), FEW); j++) {
                Rational ratio = ratio(sums.get(j), sums.get(i));
                if (ratio != null) {
                    pairs.add(new Pair(sums.get(i), sums.get(j), ratio));
                    pairs.add(new Pair(sums.get(j), sums.get(i), Rational.ONE.over(ratio)));
                }
            }
        }
        return pairs;
    }

    /** What one sum is times another; null if that is no number, or 0. */
    private static Rational ratio(Form one, Form other) {
        if (one.parts.size() != other.parts.size() || one.number.isZero() != other.number.isZero()) {
            return null;
        }
        Rational ratio = one.number.isZero() ? null : one.number.over(other.number);
        for (Map.Entry<Form, Rational> e : one.parts.entrySet()) {
            Rational c = other.parts.get(e.getKey());
            if (c == null
                    || c.isZero()
                    || e.getValue().isZero()
                    || ratio != null && !e.getValue().equals(c.times(ratio))) {
                return null;
            }
            ratio = e.getValue().over(c);
        }
        return ratio;
    }
}
