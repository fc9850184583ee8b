package tridiff.compare.nary;

import java.math.BigInteger;
import java.util.Optional;
import tridiff.expr.Expr;
import tridiff.symbolic.SymbolicDerivative;
import tridiff.symbolic.measure.Polynomial;
import tridiff.wengert.WengertList;

/**
 * How large a formula is as SymPy counts: sums and products have any number of parts.
 *
 * <p>Numbers published for SymPy cannot be compared with {@link tridiff.symbolic.measure.Sizes}, whose operators have two parts and a sign of
 * their own. Here the formula is brought into the form that SymPy gives it unasked. Trees too large to count, above
 * {@link WengertList#HUGE}, are of that size.
 *
 * @param operations as {@code sympy.count_ops}: signs, divisions and functions one each, one less than its parts for a sum or product
 * @param tree nodes, as {@code preorder_traversal} visits them
 * @param dag distinct nodes
 * @param characters of its text, as {@code str} writes it
 */
public record NarySizes(BigInteger operations, BigInteger tree, int dag, BigInteger characters) {

    /**
     * The sizes of a function and of its derivative, written in several ways.
     *
     * @param f the function
     * @param raw its derivative by SymPy's rules, nothing simplified
     * @param named operations of that derivative once {@code cse} has named its common parts; empty for one too large for that
     * @param expanded the derivative multiplied out; empty where it is no polynomial
     * @param horner the same in Horner's form
     */
    public record Swell(
            NarySizes f,
            NarySizes raw,
            Optional<BigInteger> named,
            Optional<NarySizes> expanded,
            Optional<NarySizes> horner) {}

    /** The sizes of f and of its derivative by x. */
    public static Swell swell(Expr f, Expr.Var x) {
        var k = new NaryForms();
        var order = new WrittenOrder(k);
        NaryForm form = k.of(f);
        NaryForm raw = NaryDerivative.of(k, form, k.variable(x.name()));
        Optional<Polynomial> polynomial = Polynomial.of(SymbolicDerivative.raw().derivative(f, x));
        return new Swell(
                of(k, order, form),
                of(k, order, raw),
                CommonParts.of(k, order, raw).map(CommonParts::operations),
                polynomial.map(p -> of(k, order, k.of(p.expanded(x)))),
                polynomial.map(p -> of(k, order, k.of(p.horner(x)))));
    }

    /** The sizes of a formula. */
    public static NarySizes of(Expr e) {
        var k = new NaryForms();
        return of(k, new WrittenOrder(k), k.of(e));
    }

    private static NarySizes of(NaryForms k, WrittenOrder order, NaryForm form) {
        return new NarySizes(
                new OperationCount(k).of(form), form.tree, form.parts().size(), new NaryText(order).length(form));
    }
}
