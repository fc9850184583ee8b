package tridiff.reference.enclosure;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tridiff.expr.Rational;

/**
 * A number in closed form, Σ q · Π g^r with rational q and r: what is known of it beside its bounds.
 *
 * <p>The generators g are roots of integers, π, powers of e, logarithms of integers, and values of other functions at numbers in closed
 * form, of which nothing more is known. Equal forms are equal numbers, so that a difference that vanishes here is proved to be 0, at any
 * precision; different forms prove nothing.
 */
final class Closed {

    private static final int MOST_TERMS = 24;
    private static final int MOST_WEIGHT = 80; // generators, those inside others included
    private static final int MOST_BITS = 1500; // of all coefficients
    private static final int LARGEST_POWER = 6; // of a sum

    /** The product of a rational term. */
    private static final Map<Generator, Rational> NO_GENERATORS = Map.of();

    private final Map<Map<Generator, Rational>, Rational>
            terms; // products of powers of generators, with their coefficients
    private final int hash;
    private final int weight;

    private Closed(Map<Map<Generator, Rational>, Rational> terms) {
        this.terms = terms;
        this.hash = terms.hashCode();
        int generators = 0;
        for (var product : terms.keySet()) {
            for (Generator g : product.keySet()) {
                generators += g.weight();
            }
        }
        this.weight = generators;
    }

    static Closed of(Rational q) {
        return new Closed(q.isZero() ? Map.of() : Map.of(NO_GENERATORS, q));
    }

    /** g^r for a generator that is no integer. */
    static Closed of(Generator g, Rational r) {
        return new Closed(Map.of(Map.of(g, r), Rational.ONE));
    }

    /** What is kept of a form: nothing of one that has grown long. */
    private static Closed of(Map<Map<Generator, Rational>, Rational> terms) {
        int bits = 0;
        for (Rational q : terms.values()) {
            bits += q.bits();
        }
        if (terms.size() > MOST_TERMS || bits > MOST_BITS) {
            return null;
        }
        var closed = new Closed(Collections.unmodifiableMap(terms));
        return closed.weight > MOST_WEIGHT ? null : closed;
    }

    /** Whether an enclosure may have a form. */
    static boolean isKnown(Enclosure x) {
        return x.mayBeClosed() || x.exact().isPresent();
    }

    /** The form of an enclosure; null if none is known. */
    static Closed of(Enclosure x) {
        return x.exact().isEmpty()
                ? x.closed()
                : x.exact().get().bits() > MOST_BITS ? null : of(x.exact().get());
    }

    int weight() {
        return weight;
    }

    /** The number, if the form is one. */
    Optional<Rational> rational() {
        boolean is = terms.isEmpty() || terms.size() == 1 && terms.containsKey(NO_GENERATORS);
        return is ? Optional.of(terms.getOrDefault(NO_GENERATORS, Rational.ZERO)) : Optional.empty();
    }

    /** The only term's coefficient and generators, if there is one term. */
    Optional<Map.Entry<Map<Generator, Rational>, Rational>> single() {
        return terms.size() == 1 ? Optional.of(terms.entrySet().iterator().next()) : Optional.empty();
    }

    /** All terms. */
    Map<Map<Generator, Rational>, Rational> terms() {
        return terms;
    }

    Closed plus(Closed that) {
        var sum = new LinkedHashMap<>(terms);
        that.terms.forEach((product, q) -> add(sum, product, q));
        return of(sum);
    }

    private static void add(Map<Map<Generator, Rational>, Rational> sum, Map<Generator, Rational> product, Rational q) {
        Generator cosine = null;
        for (var power : product.entrySet()) {
            if (cosine == null
                    && power.getKey().name().equals("cos")
                    && power.getValue().compareTo(Rational.TWO) >= 0) {
                cosine = power.getKey();
            }
        }
        if (cosine != null) { // cos² = 1 - sin²
            var rest = new LinkedHashMap<>(product);
            multiply(rest, cosine, Rational.TWO.negate());
            add(sum, Collections.unmodifiableMap(rest), q);
            var sines = new LinkedHashMap<>(rest);
            multiply(sines, new Generator("sin", cosine.arguments(), null), Rational.TWO);
            add(sum, Collections.unmodifiableMap(sines), q.negate());
            return;
        }
        Rational total = sum.getOrDefault(product, Rational.ZERO).plus(q);
        if (total.isZero()) {
            sum.remove(product);
        } else {
            sum.put(product, total);
        }
    }

    Closed times(Rational factor) {
        if (factor.isZero()) {
            return of(Rational.ZERO);
        }
        var scaled = new LinkedHashMap<Map<Generator, Rational>, Rational>();
        terms.forEach((product, q) -> scaled.put(product, q.times(factor)));
        return of(scaled);
    }

    Closed negate() {
        return times(Rational.MINUS_ONE);
    }

    Closed times(Closed that) {
        if (terms.size() * that.terms.size() > MOST_TERMS * 2) {
            return null;
        }
        var sum = new LinkedHashMap<Map<Generator, Rational>, Rational>();
        for (var s : terms.entrySet()) {
            for (var t : that.terms.entrySet()) {
                Rational q = s.getValue().times(t.getValue());
                var product = new LinkedHashMap<>(s.getKey());
                for (var power : t.getKey().entrySet()) {
                    q = q.times(multiply(product, power.getKey(), power.getValue()));
                }
                add(sum, Collections.unmodifiableMap(product), q);
            }
        }
        return of(sum);
    }

    /** Multiplies a product with g^r, and yields what of it is rational: whole powers of an integer. */
    private static Rational multiply(Map<Generator, Rational> product, Generator g, Rational r) {
        Rational exponent = product.getOrDefault(g, Rational.ZERO).plus(r);
        Rational whole = Rational.ONE;
        if (g.isInteger()) {
            BigInteger floor = exponent.floor();
            whole = new Rational(g.integer(), BigInteger.ONE).power(floor.intValueExact());
            exponent = exponent.minus(new Rational(floor, BigInteger.ONE));
        }
        if (exponent.isZero()) {
            product.remove(g);
        } else {
            product.put(g, exponent);
        }
        return whole;
    }

    /** The quotient by a number that is not 0. */
    Closed over(Closed that) {
        Rational ratio = ratio(that);
        if (ratio != null) {
            return of(ratio);
        }
        Closed inverse = that.power(Rational.MINUS_ONE);
        return inverse == null ? null : times(inverse);
    }

    /** q if this is q times that. */
    private Rational ratio(Closed that) {
        if (terms.isEmpty() || !terms.keySet().equals(that.terms.keySet())) {
            return null;
        }
        Rational ratio = null;
        for (var term : terms.entrySet()) {
            Rational own = term.getValue().over(that.terms.get(term.getKey()));
            if (ratio != null && !ratio.equals(own)) {
                return null;
            }
            ratio = own;
        }
        return ratio;
    }

    /** This number, which has a power of that exponent, to that power. */
    Closed power(Rational n) {
        if (n.isZero() || n.isOne() || terms.isEmpty()) {
            return n.isZero() ? of(Rational.ONE) : this;
        }
        Closed product =
                single().map(term -> power(term.getKey(), term.getValue(), n)).orElse(null);
        if (product != null) {
            return product;
        }
        boolean small = n.isInteger() && n.signum() > 0 && n.compareTo(Rational.of(LARGEST_POWER)) <= 0;
        return small ? power(n.numerator().intValue()) : Generator.opaque("^", List.of(this, of(n)));
    }

    private Closed power(int n) {
        Closed power = this;
        for (int i = 1; i < n && power != null; i++) {
            power = power.times(this);
        }
        return power;
    }

    /** (q Π g^r)^n; null where that is not q^n Π g^(r n), or too long. */
    private static Closed power(Map<Generator, Rational> product, Rational q, Rational n) {
        boolean positive = q.signum() > 0 && product.keySet().stream().allMatch(Generator::isPositive);
        if (!positive && !n.isInteger()) {
            return null;
        }
        Closed power = Radicals.power(q, n);
        for (var factor : product.entrySet()) {
            Rational exponent = factor.getValue().times(n);
            Closed own = power == null || exponent.bits() > MOST_BITS ? null : power(factor.getKey(), exponent);
            power = own == null ? null : power.times(own);
        }
        return power;
    }

    private static Closed power(Generator g, Rational exponent) {
        return g.isInteger() ? Radicals.power(new Rational(g.integer(), BigInteger.ONE), exponent) : of(g, exponent);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Closed that && hash == that.hash && terms.equals(that.terms);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return terms.toString();
    }
}
