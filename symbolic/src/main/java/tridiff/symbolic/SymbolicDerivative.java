package tridiff.symbolic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import tridiff.expr.Expr;
import tridiff.expr.Refusal;
import tridiff.expr.said.Said;
import tridiff.symbolic.form.Condition;
import tridiff.symbolic.form.Simplification;
import tridiff.symbolic.steps.Steps;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.Method;
import tridiff.wengert.method.MethodId;
import tridiff.wengert.method.Operator;
import tridiff.wengert.method.Prepared;
import tridiff.wengert.method.Problem;
import tridiff.wengert.method.UpperTriangle;

/**
 * Symbolic differentiation: a formula for each partial derivative, by the textbook's rules, simplified or not.
 *
 * <p>As a method, {@link #raw} and {@link #simplified} evaluate their formulas as they are written, parts that occur again computed
 * again; {@link #shared} computes equal parts once. As a library it gives derivatives of any order as formulas.
 *
 * @param shares whether equal parts are computed once
 */
public record SymbolicDerivative(MethodId id, SimplificationLevel effort, boolean shares) implements Method {

    /** Variables times distinct nodes: each formula is written from the whole of f. */
    private static final long MOST_WORK = 100_000;

    /** No larger formulas, all partial derivatives together, are evaluated as they are written. */
    private static final BigInteger LARGEST_TREE = BigInteger.valueOf(500_000);

    private static final MethodId RAW = MethodId.symbolic("raw");
    private static final MethodId SIMPLIFIED = MethodId.symbolic("simplified");
    private static final MethodId DAG = MethodId.symbolic("dag");

    /** The rules of the textbook and no simplification: its swell is the point. */
    public static SymbolicDerivative raw() {
        return new SymbolicDerivative(RAW, SimplificationLevel.NONE, false);
    }

    /** The same, simplified as far as can be. */
    public static SymbolicDerivative simplified() {
        return new SymbolicDerivative(SIMPLIFIED, SimplificationLevel.FULL, false);
    }

    /** The same with equal parts of all partial derivatives computed once. */
    public static SymbolicDerivative shared() {
        return new SymbolicDerivative(DAG, SimplificationLevel.FULL, true);
    }

    /** Formulas simplified with that effort. */
    public static SymbolicDerivative with(SimplificationLevel effort) {
        return effort == SimplificationLevel.NONE ? raw() : new SymbolicDerivative(SIMPLIFIED, effort, false);
    }

    @Override
    public Set<Operator> operators() {
        return Operator.ALL;
    }

    /** The derivative by one variable. */
    public Expr derivative(Expr f, Expr.Var x) {
        return differentiate(f, List.of(x)).expr();
    }

    /** The derivative of the given order by one variable; f itself, simplified, for order 0. */
    public Expr derivative(Expr f, Expr.Var x, int order) {
        return differentiate(f, java.util.Collections.nCopies(order, x)).expr();
    }

    /** The derivative by one variable after the other, simplified after each, with what that assumes; f itself, simplified, by none. */
    public Simplification differentiate(Expr f, List<Expr.Var> by) {
        return differentiate(f, by, Steps.NONE);
    }

    /** The same, telling a listener every step. */
    public Simplification differentiate(Expr f, List<Expr.Var> by, Steps steps) {
        if (by.isEmpty()) {
            return Simplifier.simplify(f, effort, Simplifier.forms(), steps);
        }
        Derivation derivation = derivation(f);
        for (Expr.Var x : by) {
            derivation = derivation.by(x, steps);
        }
        return derivation.formula();
    }

    /** f, to be differentiated again and again. */
    public Derivation derivation(Expr f) {
        return Derivation.of(f, effort);
    }

    /** The partial derivatives by all of these variables. */
    public List<Expr> gradient(Expr f, List<Expr.Var> variables) {
        return variables.stream().map(x -> derivative(f, x)).toList();
    }

    @Override
    public Prepared gradient(Problem p) {
        List<Simplification> partials = formulas(partials(p, p.f()));
        return prepared(p, partials, inOrder(partials.size()));
    }

    /** A gradient for each function. */
    @Override
    public Prepared jacobian(Problem p) {
        List<Simplification> rows = new ArrayList<>();
        p.functions().forEach(f -> rows.addAll(formulas(partials(p, f))));
        return prepared(p, rows, inOrder(rows.size()));
    }

    private static List<Simplification> formulas(List<Derivation> derivations) {
        return derivations.stream().map(Derivation::formula).toList();
    }

    /** The derivatives of one formula by all wanted variables. */
    private List<Derivation> partials(Problem p, Expr f) {
        requireFew(p.wanted().size(), f, p.inputs());
        Derivation given = derivation(f);
        return p.wanted().stream().map(given::by).toList();
    }

    private static void requireFew(int formulas, Expr f, List<Expr.Var> inputs) {
        if ((double) formulas * WengertList.of(f, inputs).sharedSize() > MOST_WORK) {
            throw new Refusal(Said.of("symbolic.refusal.formulas", formulas, MOST_WORK));
        }
    }

    /** Those on both sides of the diagonal are the same formulas. */
    @Override
    public Prepared hessian(Problem p) {
        List<Expr.Var> x = p.wanted();
        int n = x.size();
        List<Derivation> gradient = partials(p, p.f());
        var triangle = new ArrayList<Simplification>();
        for (int i = 0; i < n; i++) {
            Derivation first = gradient.get(i);
            requireFew(n * (n - i), first.formula().expr(), p.inputs());
            for (int j = i; j < n; j++) {
                triangle.add(first.by(x.get(j)).formula());
            }
        }
        return prepared(p, triangle, UpperTriangle.places(n));
    }

    /** Simplified after each variable. */
    @Override
    public Prepared derivative(Problem p) {
        Derivation derivation = derivation(p.f());
        for (Expr.Var x : p.wanted()) {
            requireFew(1, derivation.formula().expr(), p.inputs());
            derivation = derivation.by(x);
        }
        return prepared(p, List.of(derivation.formula()), inOrder(1));
    }

    private static int[] inOrder(int results) {
        return IntStream.range(0, results).toArray();
    }

    /**
     * Formulas made ready to run.
     *
     * @param places which of them each result is
     */
    private Prepared prepared(Problem p, List<Simplification> derivatives, int[] places) {
        List<Expr> formulas = derivatives.stream().map(Simplification::expr).toList();
        List<Condition> conditions = Simplification.conditions(derivatives);
        WengertList list = WengertList.of(formulas, p.inputs()).withResults(places);
        if (shares) {
            return PreparedFormulas.shared(list, conditions, p.inputs());
        }
        requireSmall(list.treeSize());
        WengertList asWritten = WengertList.asWritten(formulas, p.inputs()).withResults(places);
        return PreparedFormulas.asWritten(list, asWritten, conditions, p.inputs());
    }

    private static void requireSmall(BigInteger tree) {
        if (tree.compareTo(LARGEST_TREE) > 0) {
            throw new Refusal(Said.of("symbolic.refusal.tree", LARGEST_TREE));
        }
    }
}
