package tridiff.symbolic;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import tridiff.expr.Differentiator;
import tridiff.expr.Duals;
import tridiff.expr.Expr;
import tridiff.expr.WengertList;

/** Symbolic differentiation: a formula for each partial derivative, by the rules; evaluated like any formula. */
public final class SymbolicDerivative implements Differentiator {

    /** Variables times nodes: each formula is written from the whole of f. */
    private static final long MOST_WORK = 500_000;

    private final String id;
    private final BiFunction<Expr, Expr.Var, Expr> rules;

    private SymbolicDerivative(String id, BiFunction<Expr, Expr.Var, Expr> rules) {
        this.id = id;
        this.rules = rules;
    }

    /** The rules of the textbook and no simplification. */
    public static SymbolicDerivative raw() {
        return new SymbolicDerivative("symbolic.raw", SymbolicDerivative::textbook);
    }

    /** The same, simplified. */
    public static SymbolicDerivative simplified() {
        return new SymbolicDerivative("symbolic.simplified", SymbolicDerivative::simplify);
    }

    private static Expr textbook(Expr f, Expr.Var x) {
        List<Expr.Var> variables = f.variables();
        var inputs = new ArrayList<Textbook.Derived>();
        for (Expr.Var v : variables) {
            inputs.add(v.name().equals(x.name()) ? Textbook.variable(v) : Textbook.parameter(v));
        }
        return WengertList.of(f, variables).in(new Textbook(), inputs).get(0).derivative();
    }

    private static Expr simplify(Expr f, Expr.Var x) {
        return simplify(f, x, new Simplifier());
    }

    private static Expr simplify(Expr f, Expr.Var x, Simplifier simplifier) {
        var duals = new Duals<>(simplifier);
        List<Expr.Var> variables = f.variables();
        var inputs = new ArrayList<Duals.Dual<Form>>();
        for (Expr.Var v : variables) {
            Form form = simplifier.variable(v);
            inputs.add(v.name().equals(x.name()) ? duals.seeded(form) : duals.parameter(form));
        }
        Form tangent = WengertList.of(f, variables).in(duals, inputs).get(0).tangent();
        return tangent == null ? Expr.constant(0) : tangent.expr;
    }

    /** What simplifying the derivative assumes where f itself may not: factors cancelled against themselves are not zero. */
    public static Set<String> conditions(Expr f, Expr.Var x) {
        var simplifier = new Simplifier();
        simplify(f, x, simplifier);
        return simplifier.conditions();
    }

    /** The derivative by one variable as a formula. */
    public Expr derivative(Expr f, Expr.Var x) {
        return rules.apply(f, x);
    }

    /** The derivative of the given order by one variable as a formula. */
    public Expr derivative(Expr f, Expr.Var x, int order) {
        Expr derivative = f;
        for (int k = 0; k < order; k++) {
            derivative = derivative(derivative, x);
        }
        return derivative;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Gradient prepare(Expr f, List<Expr.Var> variables, List<Expr.Var> wanted) {
        long work = (long) wanted.size() * WengertList.of(f, variables).size();
        if (work > MOST_WORK) {
            throw new Refusal(wanted.size() + " formulas would take more than " + MOST_WORK + " steps to write");
        }
        List<Expr> partials = wanted.stream().map(x -> derivative(f, x)).toList();
        return new FormulaGradient(WengertList.of(partials, variables));
    }
}
