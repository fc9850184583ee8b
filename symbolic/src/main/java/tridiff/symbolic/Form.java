package tridiff.symbolic;

import java.util.Map;
import tridiff.expr.Bivariate;
import tridiff.expr.Expr;
import tridiff.expr.Operation;
import tridiff.expr.Rational;
import tridiff.expr.Unary;

/**
 * A simplified expression in normal form; equal forms of one {@link Simplifier} are one object.
 *
 * <p>It is a sum of forms with rational coefficients, or a product of forms with integer exponents and a rational coefficient, or an
 * atom: a variable, a constant, a function of other forms.
 */
final class Form {

    enum Kind {
        ATOM,
        PRODUCT,
        SUM
    }

    final Kind kind;
    /** A product's coefficient; a sum's constant term. */
    final Rational number;
    /** A product's bases with their exponents; a sum's terms with their coefficients; in order of appearance. */
    final Map<Form, Rational> parts;
    /** An atom's function, if it is a call; else null. */
    final Operation function;
    /** The formula. */
    final Expr expr;
    /** Whether it is defined for all real values of its variables. */
    final boolean total;

    Form(Kind kind, Rational number, Map<Form, Rational> parts, Expr expr, boolean total, Operation function) {
        this.kind = kind;
        this.function = function;
        this.number = number;
        this.parts = parts;
        this.expr = expr;
        this.total = total;
    }

    /** Its value if it is a number, else null. */
    Rational value() {
        return kind == Kind.PRODUCT && parts.isEmpty() ? number : null;
    }

    /** Whether it is a length, sqrt(x^2 + y^2), written so that it does not overflow. */
    boolean isMagnitude() {
        return function == Bivariate.HYPOT;
    }

    boolean isCallOf(Unary f) {
        return function == f;
    }

    boolean is(Rational r) {
        return r.equals(value());
    }
}
