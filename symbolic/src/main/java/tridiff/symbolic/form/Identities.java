package tridiff.symbolic.form;

import static tridiff.expr.Elementary.*;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tridiff.expr.Arithmetic;
import tridiff.expr.Bivariate;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.NamedConstant;
import tridiff.expr.Rational;
import tridiff.expr.Unary;

/** Identities between the functions of one variable, as tables; what is known of each alone are its {@linkplain tridiff.expr.Facts facts}. */
public final class Identities {

    /**
     * f(g(u)) = u.
     *
     * @param assumes what must be true of u, or of its magnitude, beyond what the identity itself keeps; null if nothing
     */
    private record Inverse(Elementary f, Elementary g, Condition.Kind assumes, boolean ofMagnitude) {}

    /** The square of the first, plus or minus that of the second, is 1. */
    public record Pythagorean(Elementary first, int sign, Elementary second) {}

    /** first^p · second^q = result, where all but the last are exponents 1 or -1. */
    public record QuotientRow(Elementary above, Elementary below, Elementary result) {}

    // spotless:off - these are tables
    private static final List<Inverse> INVERSES = List.of(
            new Inverse(LOG,   EXP,   null, false),                         new Inverse(EXP,   LOG,   Condition.Kind.POSITIVE, false),
            new Inverse(SIN,   ASIN,  Condition.Kind.AT_MOST_ONE, true),    new Inverse(COS,   ACOS,  Condition.Kind.AT_MOST_ONE, true),
            new Inverse(TAN,   ATAN,  null, false),                         new Inverse(SINH,  ASINH, null, false),
            new Inverse(COSH,  ACOSH, Condition.Kind.AT_LEAST_ONE, false),  new Inverse(TANH,  ATANH, Condition.Kind.BELOW_ONE, true),
            new Inverse(ASINH, SINH,  null, false),                         new Inverse(ATANH, TANH,  null, false),
            new Inverse(LOG1P, EXPM1, null, false));

    public static final List<Pythagorean> PYTHAGOREAN = List.of(
            new Pythagorean(SIN,  +1, COS),  new Pythagorean(COSH, -1, SINH), new Pythagorean(SEC,  -1, TAN),
            new Pythagorean(CSC,  -1, COT),  new Pythagorean(TANH, +1, SECH), new Pythagorean(COTH, -1, CSCH));

    public static final List<QuotientRow> QUOTIENTS = List.of(
            new QuotientRow(SIN,  COS,  TAN),  new QuotientRow(COS,  SIN,  COT),  new QuotientRow(SINH, COSH, TANH), new QuotientRow(COSH, SINH, COTH),
            new QuotientRow(TAN,  SIN,  SEC),  new QuotientRow(COT,  COS,  CSC),  new QuotientRow(TANH, SINH, SECH), new QuotientRow(COTH, COSH, CSCH));

    public static final Map<Elementary, Elementary> RECIPROCALS = Map.of(COS, SEC, SIN, CSC, TAN, COT, COSH, SECH, SINH, CSCH, TANH, COTH);
    // spotless:on

    private Identities() {}

    /** What f(x) simplifies to, or null. */
    static Form apply(NormalForms k, Unary f, Form x) {
        Rational value = x.value();
        Optional<Rational> known = value == null ? Optional.empty() : f.facts().at(value);
        if (known.isPresent()) {
            return k.constant(known.get());
        }
        if (f == EXP && value != null && value.isOne()) {
            return k.constant(NamedConstant.E);
        }
        if (f == LOG && x == k.constant(NamedConstant.E)) {
            return k.constant(1);
        }
        if (f == ABS && (k.facts().isNonNegative(x))) {
            return x;
        }
        if (f == ABS && value != null) {
            return k.constant(value.abs());
        }
        if (isNegative(x) && (f.facts().isEven() || f.facts().isOdd())) {
            Form mirrored = k.apply(f, k.negate(x));
            return f.facts().isEven() ? mirrored : k.negate(mirrored);
        }
        if (f == EXP && x.isProduct()) {
            return ofLogarithm(k, x);
        }
        return f == ABS && x.isCallOf(ABS) ? x : inverse(k, f, x);
    }

    /** J_0 by its own name, and J_(-n) = (-1)^n J_n (DLMF 10.4.1). */
    static Form besselj(NormalForms k, Form order, Form x) {
        Rational n = order.value();
        if (n.isZero()) {
            return k.apply(BESSELJ0, x);
        }
        if (n.signum() > 0 || !n.isInteger()) {
            return k.call(Bivariate.BESSELJ, order, x);
        }
        Form mirrored = k.call(Bivariate.BESSELJ, k.number(n.negate()), x);
        return Assumptions.isEven(n) ? mirrored : k.negate(mirrored);
    }

    /** exp(c·log u) = u^c. */
    private static Form ofLogarithm(NormalForms k, Form x) {
        for (Form log : x.parts.keySet()) {
            if (log.isCallOf(LOG) && x.parts.get(log).isOne()) {
                Form u = log.argument();
                if (!k.facts().isPositive(u)) {
                    k.assume(new Condition(u.expr(), Condition.Kind.POSITIVE));
                }
                return k.apply(Arithmetic.POWER, u, withoutLogarithm(k, x, log));
            }
        }
        return null;
    }

    private static Form withoutLogarithm(NormalForms k, Form x, Form log) {
        var rest = new LinkedHashMap<>(x.parts);
        rest.remove(log);
        return k.product(x.number, rest);
    }

    private static Form inverse(NormalForms k, Unary f, Form x) {
        for (Inverse row : INVERSES) {
            if (f == row.f && x.isCallOf(row.g)) {
                Form u = x.argument();
                if (row.assumes != null
                        && !(row.assumes == Condition.Kind.POSITIVE && k.facts().isPositive(u))) {
                    Expr subject = row.ofMagnitude ? Expr.apply(ABS, u.expr()) : u.expr();
                    k.assume(new Condition(subject, row.assumes));
                }
                return u;
            }
        }
        return null;
    }

    private static boolean isNegative(Form x) {
        return x.isProduct() && x.number.signum() < 0;
    }
}
