package tridiff.reference.limit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import tridiff.expr.Algebra;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Bivariate;
import tridiff.expr.Comparison;
import tridiff.expr.Constant;
import tridiff.expr.Elementary;
import tridiff.expr.Rational;
import tridiff.expr.Unary;
import tridiff.reference.enclosure.Cause;
import tridiff.reference.enclosure.Enclosure;
import tridiff.reference.enclosure.Enclosures;
import tridiff.reference.limit.PuiseuxSeries.Term;

/**
 * Germs as an algebra: run in it with the input x ± ε, an expression tells what it tends to, and with which slope, on either side of
 * a point, even where its own value or a rule is undefined there.
 *
 * <p>Roots, powers, kinks and comparisons act on leading terms. Every other function enters by its rule in the table alone:
 * F = f(g(0)) + ∫ f'(g) g' dε, where f'(g) is needed to a lower order than F, so that the recursion ends.
 */
final class PuiseuxAlgebra implements Algebra<PuiseuxSeries> {

    /** Products of coefficients after which a germ is given up as unknown: compositions of roots can need any number of terms. */
    private static final int MOST_WORK = 100_000;

    /** What a function of an enclosure counts for. */
    private static final int SMOOTH_WORK = 20;

    private final Enclosures k;
    private final Rational limit;
    private final AtomicInteger work;
    private final Map<Application, Enclosure> values; // every order of a series asks for those of all lower ones
    private final Map<Application, Boolean> slopes;

    /** A function at one number, the same object each time. */
    private record Application(Unary f, Enclosure at) {}

    /**
     * An algebra of germs.
     *
     * @param limit terms from this exponent on are left to the remainder
     */
    PuiseuxAlgebra(Enclosures k, Rational limit) {
        this.k = k;
        this.limit = limit;
        this.work = new AtomicInteger();
        this.values = new HashMap<>();
        this.slopes = new HashMap<>();
    }

    /** That of a higher one, to a lower order. */
    private PuiseuxAlgebra(PuiseuxAlgebra higher, Rational limit) {
        this.k = higher.k;
        this.limit = limit;
        this.work = higher.work;
        this.values = higher.values;
        this.slopes = higher.slopes;
    }

    private boolean isExhausted(int more) {
        return work.addAndGet(more) > MOST_WORK;
    }

    /** x + direction·ε. */
    PuiseuxSeries variable(Rational x, int direction) {
        return PuiseuxSeries.of(
                        List.of(
                                new Term(Rational.ZERO, Enclosure.of(x)),
                                new Term(Rational.ONE, Enclosure.of(Rational.of(direction)))),
                        null)
                .meeting(true);
    }

    @Override
    public PuiseuxSeries constant(Constant c) {
        return PuiseuxSeries.constant(k.constant(c));
    }

    @Override
    public PuiseuxSeries apply(Unary f, PuiseuxSeries x) {
        if (!x.isSeries()) {
            return x.isUnbounded() && f != Elementary.NEGATE ? PuiseuxSeries.unknown() : x;
        }
        if (f == Elementary.NEGATE) {
            return times(constant(Rational.MINUS_ONE), x);
        }
        if (f == Elementary.SQRT) {
            return power(x, Rational.of(1, 2));
        }
        if (f == Elementary.CBRT) {
            return Piecewise.signed(x, s -> s < 0) ? negate(cubeRoot(negate(x))) : cubeRoot(x);
        }
        return f.facts().isPiecewise() ? Piecewise.piecewise(this, k, f, x) : smooth(f, x);
    }

    private PuiseuxSeries cubeRoot(PuiseuxSeries x) {
        return power(x, Rational.of(1, 3));
    }

    /** A function that is analytic at the constant term, or has a derivative that this algebra can integrate there. */
    private PuiseuxSeries smooth(Unary f, PuiseuxSeries x) {
        if (!x.isBounded() || isExhausted(SMOOTH_WORK)) {
            return PuiseuxSeries.unknown();
        }
        Enclosure at = x.coefficient(Rational.ZERO).orElseThrow();
        Enclosure value = value(f, at);
        PuiseuxSeries change = x.change();
        if (!value.isNumber()) {
            return value.isUndecided() || change.isZero()
                    ? PuiseuxSeries.constant(value)
                    : beside(f, x, at, value.cause());
        }
        if (change.isZero()) {
            return PuiseuxSeries.constant(value).meeting(x.meets());
        }
        Rational lead = change.lead();
        boolean analytic = hasSlope(f, at, value);
        if (analytic && limit.compareTo(lead) <= 0) {
            return PuiseuxSeries.of(List.of(new Term(Rational.ZERO, value)), lead)
                    .meeting(x.meets());
        }
        PuiseuxAlgebra lower = analytic ? new PuiseuxAlgebra(this, limit.minus(lead)) : this;
        PuiseuxSeries y = analytic ? lower.smooth(f, x) : PuiseuxSeries.unknown();
        PuiseuxSeries slope = f.derivative(lower, x, y);
        return plus(PuiseuxSeries.constant(value), Calculus.integral(times(slope, Calculus.derivative(x))))
                .upTo(limit)
                .meeting(x.meets());
    }

    /** Where f is undefined at the constant term itself: a pole has two sides, and so has the end of a domain. */
    private PuiseuxSeries beside(Unary f, PuiseuxSeries x, Enclosure at, Cause cause) {
        if (f == Elementary.LOG && at.isZero()) {
            return Piecewise.signed(x, s -> s > 0)
                    ? PuiseuxSeries.unbounded()
                    : Piecewise.signed(x, s -> s < 0)
                            ? PuiseuxSeries.undefined(Cause.OUTSIDE_DOMAIN)
                            : PuiseuxSeries.unknown();
        }
        if (cause == Cause.POLE) {
            return Poles.beside(this, f, x, at);
        }
        return cause == Cause.OUTSIDE_DOMAIN && isInside(f, at)
                ? PuiseuxSeries.undefined(cause)
                : PuiseuxSeries.unknown();
    }

    /** Whether f is undefined on both sides of a number, too, and not only at it. */
    private boolean isInside(Unary f, Enclosure at) {
        Enclosure near = Enclosure.of(Rational.of(1, 1L << 40));
        return value(f, k.plus(at, near)).isUndefined()
                && value(f, k.minus(at, near)).isUndefined();
    }

    private Enclosure value(Unary f, Enclosure x) {
        var here = new Application(f, x);
        Enclosure known = values.get(here);
        if (known == null) {
            known = f instanceof Fixed fixed ? k.apply(fixed.f(), k.constant(fixed.first()), x) : k.apply(f, x);
            values.put(here, known);
        }
        return known;
    }

    private boolean hasSlope(Unary f, Enclosure x, Enclosure value) {
        var here = new Application(f, x);
        Boolean known = slopes.get(here);
        if (known == null) {
            known = f.derivative(k, x, value).isNumber();
            slopes.put(here, known);
        }
        return known;
    }

    @Override
    public PuiseuxSeries apply(Binary f, PuiseuxSeries x, PuiseuxSeries y) {
        if (!x.isSeries() || !y.isSeries()) {
            return withoutSeries(f, x, y);
        }
        if (f instanceof Arithmetic operator) {
            return switch (operator) {
                case PLUS -> sum(x, y, 1);
                case MINUS -> sum(x, y, -1);
                case TIMES -> product(x, y);
                case OVER ->
                    y.isZero()
                            ? PuiseuxSeries.undefined(x.isZero() ? Cause.ZERO_OVER_ZERO : Cause.POLE)
                            : product(x, power(y, Rational.MINUS_ONE));
                case POWER -> generalPower(x, y);
            };
        }
        if (f instanceof Comparison comparison) {
            return Piecewise.compared(this, comparison, x, y);
        }
        if (f.facts().hasWholeOrder()) {
            return x.exactConstant()
                    .map(n -> smooth(Fixed.first(f, n), y))
                    .map(g -> g.meeting(g.meets() && x.meets()))
                    .orElse(PuiseuxSeries.unknown());
        }
        return f instanceof Bivariate row ? ofTwo(row, x, y) : PuiseuxSeries.unknown();
    }

    private PuiseuxSeries ofTwo(Bivariate f, PuiseuxSeries x, PuiseuxSeries y) {
        return switch (f) {
            case MIN -> Piecewise.chosen(minus(x, y), s -> s <= 0, x, y);
            case MAX -> Piecewise.chosen(minus(x, y), s -> s >= 0, x, y);
            case HYPOT -> apply(Elementary.SQRT, plus(times(x, x), times(y, y)));
            case ATAN2 -> Angles.of(this, k, x, y);
            default -> PuiseuxSeries.unknown();
        };
    }

    /** An unbounded germ stays so beside a bounded one in a sum; what is undefined stays undefined; the rest is unknown. */
    private static PuiseuxSeries withoutSeries(Binary f, PuiseuxSeries x, PuiseuxSeries y) {
        if (x.cause() != null || y.cause() != null) {
            return x.cause() != null ? x : y;
        }
        boolean sum = f == Arithmetic.PLUS || f == Arithmetic.MINUS;
        boolean unbounded = x.isUnbounded() && y.isBounded() || y.isUnbounded() && x.isBounded();
        return sum && unbounded ? PuiseuxSeries.unbounded() : PuiseuxSeries.unknown();
    }

    private PuiseuxSeries sum(PuiseuxSeries x, PuiseuxSeries y, int sign) {
        if (!x.isSeries() || !y.isSeries()) {
            return withoutSeries(Arithmetic.PLUS, x, y);
        }
        var terms = new TreeMap<Rational, Enclosure>();
        x.terms().forEach(t -> terms.put(t.exponent(), t.coefficient()));
        y.terms()
                .forEach(t ->
                        terms.merge(t.exponent(), sign > 0 ? t.coefficient() : k.negate(t.coefficient()), k::plus));
        return PuiseuxSeries.of(list(terms), least(x.order(), y.order()))
                .upTo(limit)
                .meeting(x.meets() && y.meets());
    }

    private PuiseuxSeries product(PuiseuxSeries x, PuiseuxSeries y) {
        if (!x.isSeries() || !y.isSeries()) {
            return withoutSeries(Arithmetic.TIMES, x, y);
        }
        if (x.isZero() || y.isZero()) {
            return constant(0).meeting(x.meets() && y.meets());
        }
        if (isExhausted(x.terms().size() * y.terms().size())) {
            return PuiseuxSeries.unknown();
        }
        var terms = new TreeMap<Rational, Enclosure>();
        for (Term s : x.terms()) {
            for (Term t : y.terms()) {
                terms.merge(s.exponent().plus(t.exponent()), k.times(s.coefficient(), t.coefficient()), k::plus);
            }
        }
        return PuiseuxSeries.of(list(terms), least(shifted(x.order(), y.lead()), shifted(y.order(), x.lead())))
                .meeting(x.meets() && y.meets());
    }

    private static List<Term> list(SortedMap<Rational, Enclosure> terms) {
        return terms.entrySet().stream()
                .map(e -> new Term(e.getKey(), e.getValue()))
                .toList();
    }

    private static Rational shifted(Rational order, Rational lead) {
        return order == null ? null : order.plus(lead);
    }

    private static Rational least(Rational a, Rational b) {
        return a == null
                ? b
                : b == null
                        ? a
                        : List.of(a, b).stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    private PuiseuxSeries generalPower(PuiseuxSeries x, PuiseuxSeries y) {
        if (y.exactConstant().isPresent()) {
            PuiseuxSeries power = power(x, y.exactConstant().get());
            return power.meeting(power.meets() && y.meets());
        }
        if (x.isZero()) {
            boolean positive = y.isAwayFromZero() && Piecewise.signed(y, s -> s > 0);
            return positive ? constant(0).meeting(x.meets() && y.meets()) : PuiseuxSeries.unknown();
        }
        if (Piecewise.signed(x, s -> s < 0)) {
            boolean varies = Piecewise.signed(
                    y.change(), s -> s != 0); // and is no constant that the series does not tell from a number
            return varies ? PuiseuxSeries.undefined(Cause.OUTSIDE_DOMAIN) : PuiseuxSeries.unknown();
        }
        return apply(Elementary.EXP, times(y, apply(Elementary.LOG, x)));
    }

    /** c^n ε^(a n) (1 + u)^n for the leading term c ε^a, by the binomial series. */
    @Override
    public PuiseuxSeries power(PuiseuxSeries x, Rational n) {
        if (!x.isSeries()) {
            return x.isUnbounded() ? PuiseuxSeries.unknown() : x;
        }
        if (x.isZero()) {
            return n.signum() > 0
                    ? x
                    : n.isZero() ? constant(1).meeting(x.meets()) : PuiseuxSeries.undefined(Cause.POLE);
        }
        OptionalInt sign = x.signum();
        if (sign.isEmpty()) {
            return PuiseuxSeries.unknown();
        }
        if (sign.getAsInt() < 0 && !n.isInteger()) {
            return PuiseuxSeries.undefined(Cause.OUTSIDE_DOMAIN);
        }
        Term first = x.terms().get(0);
        PuiseuxSeries u = relativeChange(x, first);
        PuiseuxSeries series = binomial(u, n);
        Enclosure factor = k.power(first.coefficient(), Enclosure.of(n));
        boolean meets = x.meets() && (x.isAwayFromZero() || x.isBounded() && n.signum() > 0);
        PuiseuxSeries power = product(
                series, PuiseuxSeries.of(List.of(new Term(first.exponent().times(n), factor)), null));
        return (isRoot(power, n, x) ? PuiseuxSeries.of(power.terms(), null) : power).meeting(meets);
    }

    /** Whether the terms of an n-th power are all of it, where n = 1/2 or 1/3: as of the square root of (1 + ε)². */
    private boolean isRoot(PuiseuxSeries power, Rational n, PuiseuxSeries x) {
        boolean mayBe =
                x.order() == null && power.order() != null && n.numerator().equals(BigInteger.ONE);
        if (!mayBe || n.denominator().bitLength() > 2) {
            return false;
        }
        PuiseuxSeries root = PuiseuxSeries.of(power.terms(), null);
        PuiseuxSeries back = root;
        for (int i = 1; i < n.denominator().intValue(); i++) {
            back = product(back, root);
        }
        return minus(back, x).isZero();
    }

    /** x over its first term, less 1. */
    private PuiseuxSeries relativeChange(PuiseuxSeries x, Term first) {
        var terms = new ArrayList<Term>();
        for (Term t : x.terms().subList(1, x.terms().size())) {
            terms.add(new Term(t.exponent().minus(first.exponent()), k.over(t.coefficient(), first.coefficient())));
        }
        return PuiseuxSeries.of(terms, x.order() == null ? null : x.order().minus(first.exponent()));
    }

    private PuiseuxSeries binomial(PuiseuxSeries u, Rational n) {
        PuiseuxSeries sum = constant(1);
        if (u.isZero()) {
            return sum;
        }
        PuiseuxSeries term = sum;
        Rational reached = u.lead();
        for (int j = 1; ; j++) {
            Rational factor = n.minus(Rational.of(j - 1)).over(Rational.of(j));
            if (factor.isZero()) {
                return sum; // a polynomial
            }
            if (reached.compareTo(limit) >= 0) {
                return sum(sum, PuiseuxSeries.of(List.of(), reached), 1);
            }
            term = product(product(term, u), constant(factor)).upTo(limit);
            sum = sum(sum, term, 1);
            reached = reached.plus(u.lead());
        }
    }

    @Override
    public PuiseuxSeries choose(PuiseuxSeries condition, PuiseuxSeries yes, PuiseuxSeries no) {
        if (condition.isUnbounded()) {
            return yes.meeting(false); // not 0 beside the point, and without a value at it
        }
        if (!condition.isSeries() || condition.signum().isEmpty()) {
            return condition.isSeries() ? PuiseuxSeries.unknown() : condition;
        }
        PuiseuxSeries branch = condition.isZero() ? no : yes;
        boolean same = condition.isZero() || condition.isAwayFromZero();
        return branch.meeting(branch.meets() && condition.meets() && same);
    }
}
