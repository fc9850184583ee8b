package tridiff.symbolic.form;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tridiff.expr.Arithmetic;
import tridiff.expr.Bivariate;
import tridiff.expr.Expr;
import tridiff.expr.Operation;
import tridiff.expr.Rational;

/**
 * A simplified expression in normal form; equal forms of one {@link NormalForms} are one object.
 *
 * <p>It is a sum of forms with rational coefficients, or a product of forms with rational exponents and a rational coefficient, or an
 * atom: a variable, a constant, a function of other forms. A number is a product without factors; sqrt(u) is u to the power 1/2.
 */
public final class Form {

    public enum Kind {
        ATOM,
        PRODUCT,
        SUM
    }

    public final Kind kind;
    /** A product's coefficient; a sum's constant term. */
    public final Rational number;
    /** A product's bases with their exponents; a sum's terms with their coefficients; in order of appearance. */
    public final Map<Form, Rational> parts;
    /** An atom's function, if it is a call; else null. */
    public final Operation function;
    /** An atom's arguments; of a choice its condition and branches. */
    public final List<Form> arguments;
    /** Whether it is defined for all real values of its variables. */
    final boolean total;

    private long size; // counted when first asked for; 0 before
    private Expr expr; // written when first asked for: most forms are only tried

    private Form(
            Kind kind,
            Rational number,
            Map<Form, Rational> parts,
            Operation function,
            List<Form> arguments,
            boolean total,
            Expr expr) {
        this.kind = kind;
        this.number = number;
        this.parts = parts;
        this.function = function;
        this.arguments = arguments;
        this.total = total;
        this.expr = expr;
        this.size = expr != null ? 1 : 0;
    }

    /** A variable or a named constant. */
    static Form leaf(Expr e) {
        return new Form(Kind.ATOM, Rational.ONE, Map.of(), null, List.of(), true, e);
    }

    /** A function of one or two forms, or a choice: a condition and two branches, without a function. */
    static Form call(Operation function, List<Form> arguments, boolean total) {
        return new Form(Kind.ATOM, Rational.ONE, Map.of(), function, arguments, total, null);
    }

    static Form product(Rational number, Map<Form, Rational> factors, boolean total) {
        return new Form(Kind.PRODUCT, number, factors, null, List.of(), total, null);
    }

    static Form sum(Rational number, Map<Form, Rational> terms, boolean total) {
        return new Form(Kind.SUM, number, terms, null, List.of(), total, null);
    }

    private <T> T written(FormWriter<T> layout) {
        return switch (kind) {
            case ATOM -> layout.call(this);
            case PRODUCT -> parts.isEmpty() ? layout.number(number) : layout.product(number, parts);
            case SUM -> layout.sum(number, parts);
        };
    }

    /** Tree nodes of the formula, up to {@link TreeSizes#MANY}. */
    public long size() {
        if (size == 0) {
            for (Form x : made(f -> f.size == 0)) {
                x.size = x.written(FormWriter.SIZES);
            }
        }
        return size;
    }

    /** The formula. */
    public Expr expr() {
        if (expr == null) {
            for (Form x : made(f -> f.expr == null)) {
                x.expr = x.written(FormWriter.FORMULAS);
            }
        }
        return expr;
    }

    /** All forms of a kind that this one is made of, and itself, parts first; what is inside of others is not looked at. */
    public List<Form> made(Predicate<Form> kind) {
        if (!any(parts.keySet(), kind) && !any(arguments, kind)) {
            return kind.test(this) ? List.of(this) : List.of();
        }
        var seen = new HashSet<Form>();
        var made = new LinkedHashSet<Form>();
        var open = new ArrayDeque<Form>(List.of(this));
        while (!open.isEmpty()) {
            Form x = open.peek();
            if (kind.test(x) && seen.add(x)) {
                x.parts.keySet().forEach(open::push);
                x.arguments.forEach(open::push);
            } else {
                open.pop();
                if (kind.test(x)) {
                    made.add(x);
                }
            }
        }
        return List.copyOf(made);
    }

    private static boolean any(Collection<Form> forms, Predicate<Form> kind) {
        for (Form x : forms) {
            if (kind.test(x)) {
                return true;
            }
        }
        return false;
    }

    /** Its value if it is a number, else null. */
    public Rational value() {
        return kind == Kind.PRODUCT && parts.isEmpty() ? number : null;
    }

    public boolean isNumber() {
        return value() != null;
    }

    public boolean isSum() {
        return kind == Kind.SUM;
    }

    public boolean isProduct() {
        return kind == Kind.PRODUCT;
    }

    /** Whether it is a length, sqrt(x^2 + y^2), written so that it does not overflow. */
    boolean isMagnitude() {
        return function == Bivariate.HYPOT;
    }

    /** Whether it is a power whose exponent is not a number. */
    public boolean isPower() {
        return function == Arithmetic.POWER;
    }

    public boolean isCallOf(Operation f) {
        return function == f;
    }

    /** The only argument of a function of one. */
    public Form argument() {
        return arguments.get(0);
    }

    public boolean is(Rational r) {
        return r.equals(value());
    }

    /** The coefficient of a product; 1 of anything else. */
    public Rational coefficient() {
        return kind == Kind.PRODUCT ? number : Rational.ONE;
    }

    /** The factors of a product with their exponents; anything else is its own only factor. */
    public Map<Form, Rational> factors() {
        return kind == Kind.PRODUCT ? parts : Map.of(this, Rational.ONE);
    }

    @Override
    public String toString() {
        return expr().toString();
    }
}
