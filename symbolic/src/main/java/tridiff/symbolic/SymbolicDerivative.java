package tridiff.symbolic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import tridiff.expr.Expr;
import tridiff.expr.Refusal;
import tridiff.symbolic.form.Condition;
import tridiff.symbolic.form.Simplification;
import tridiff.symbolic.steps.Steps;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.Differentiator;

/**
 * Symbolic differentiation: a formula for each partial derivative, by the textbook's rules, simplified or not.
 *
 * <p>As a method, {@link #raw} and {@link #simplified} evaluate their formulas as they are written, parts that occur again computed
 * again; {@link #shared} computes equal parts once. As a library it gives derivatives of any order as formulas.
 */
public final class SymbolicDerivative implements Differentiator {

    /** Variables times distinct nodes: each formula is written from the whole of f. */
    private static final long MOST_WORK = 100_000;

    /** No larger formulas, all partial derivatives together, are evaluated as they are written. */
    private static final BigInteger LARGEST_TREE = BigInteger.valueOf(500_000);

    private final String id;
    private final Effort effort;
    private final boolean shares;

    private SymbolicDerivative(String id, Effort effort, boolean shares) {
        this.id = id;
        this.effort = effort;
        this.shares = shares;
    }

    /** The rules of the textbook and no simplification: its swell is the point. */
    public static SymbolicDerivative raw() {
        return new SymbolicDerivative("symbolic.raw", Effort.NONE, false);
    }

    /** The same, simplified as far as can be. */
    public static SymbolicDerivative simplified() {
        return new SymbolicDerivative("symbolic.simplified", Effort.FULL, false);
    }

    /** The same with equal parts of all partial derivatives computed once. */
    public static SymbolicDerivative shared() {
        return new SymbolicDerivative("symbolic.dag", Effort.FULL, true);
    }

    /** Formulas simplified with that effort. */
    public static SymbolicDerivative with(Effort effort) {
        return effort == Effort.NONE ? raw() : new SymbolicDerivative("symbolic.simplified", effort, false);
    }

    @Override
    public String id() {
        return id;
    }

    /** The derivative by one variable. */
    public Expr derivative(Expr f, Expr.Var x) {
        return differentiate(f, List.of(x)).expr();
    }

    /** The derivative of the given order by one variable; f itself, simplified, for order 0. */
    public Expr derivative(Expr f, Expr.Var x, int order) {
        return differentiate(f, java.util.Collections.nCopies(order, x)).expr();
    }

    /** The derivative by one variable after the other, simplified after each, with what that assumes. */
    public Simplification differentiate(Expr f, List<Expr.Var> by) {
        return Derivation.of(f, by, effort, Steps.NONE);
    }

    /** The same, telling a listener every step. */
    public Simplification differentiate(Expr f, List<Expr.Var> by, Steps steps) {
        return Derivation.of(f, by, effort, steps);
    }

    /** The partial derivatives by all of these variables. */
    public List<Expr> gradient(Expr f, List<Expr.Var> variables) {
        return variables.stream().map(x -> derivative(f, x)).toList();
    }

    /** One gradient for each function. */
    public List<List<Expr>> jacobian(List<Expr> functions, List<Expr.Var> variables) {
        return functions.stream().map(f -> gradient(f, variables)).toList();
    }

    /** The second derivatives; those on both sides of the diagonal are the same formulas. */
    public List<List<Expr>> hessian(Expr f, List<Expr.Var> variables) {
        List<Expr> gradient = gradient(f, variables);
        var rows = new ArrayList<List<Expr>>();
        for (int i = 0; i < variables.size(); i++) {
            var row = new ArrayList<Expr>();
            for (int j = 0; j < variables.size(); j++) {
                row.add(j < i ? rows.get(j).get(i) : derivative(gradient.get(i), variables.get(j)));
            }
            rows.add(row);
        }
        return rows;
    }

    @Override
    public Gradient prepare(Expr f, List<Expr.Var> variables, List<Expr.Var> wanted) {
        double work = (double) wanted.size() * WengertList.of(f, variables).sharedSize();
        if (work > MOST_WORK) {
            throw new Refusal(wanted.size() + " formulas would take more than " + MOST_WORK + " steps to write");
        }
        List<Simplification> partials =
                wanted.stream().map(x -> differentiate(f, List.of(x))).toList();
        List<Expr> formulas = partials.stream().map(Simplification::expr).toList();
        List<Condition> conditions = Simplification.conditions(partials);
        var list = WengertList.of(formulas, variables);
        if (shares) {
            return FormulaGradient.shared(list, conditions, variables);
        }
        requireSmall(list.treeSize());
        return FormulaGradient.asWritten(formulas, list, conditions, variables);
    }

    private static void requireSmall(BigInteger tree) {
        if (tree.compareTo(LARGEST_TREE) > 0) {
            throw new Refusal("written out, the formulas have more than " + LARGEST_TREE
                    + " nodes; symbolic.dag computes equal parts once");
        }
    }
}
