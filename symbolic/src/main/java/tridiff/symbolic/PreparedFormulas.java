package tridiff.symbolic;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tridiff.expr.Expr;
import tridiff.expr.said.Said;
import tridiff.symbolic.form.Condition;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.Prepared;
import tridiff.wengert.run.Evaluator;

/** Formulas of derivatives, evaluated together, as they are written or with shared parts once. */
public final class PreparedFormulas implements Prepared {

    private final WengertList formulas;
    private final WengertList run;
    private final Evaluator evaluator;
    private final List<Condition> conditions;
    private final Evaluator tests;

    private PreparedFormulas(
            WengertList formulas, WengertList run, List<Condition> conditions, List<Expr.Var> variables) {
        this.formulas = formulas;
        this.run = run;
        this.evaluator = new Evaluator(run);
        this.conditions = conditions;
        this.tests = conditions.isEmpty()
                ? null
                : new Evaluator(
                        WengertList.of(conditions.stream().map(Condition::test).toList(), variables));
    }

    /** What the formulas share is computed once. */
    public static PreparedFormulas shared(WengertList formulas, List<Condition> conditions, List<Expr.Var> variables) {
        return new PreparedFormulas(formulas, formulas, conditions, variables);
    }

    /** Every occurrence of a part is computed. */
    public static PreparedFormulas asWritten(
            WengertList shared, WengertList asWritten, List<Condition> conditions, List<Expr.Var> variables) {
        return new PreparedFormulas(shared, asWritten, conditions, variables);
    }

    /** Where a condition does not hold, a formula has a value that the derivative has not: then there is none. */
    @Override
    public void at(double[] x, double[] results) {
        evaluator.run(x, results);
        if (tests != null) {
            for (double one : tests.results(x)) {
                if (one != 1) {
                    java.util.Arrays.fill(results, Double.NaN);
                }
            }
        }
    }

    @Override
    public Optional<Said> objection(double[] x) {
        if (tests == null) {
            return Optional.empty();
        }
        double[] held = tests.results(x);
        return IntStream.range(0, held.length)
                .filter(i -> held[i] != 1)
                .mapToObj(i -> Said.of("symbolic.objection.condition", conditions.get(i)))
                .findFirst();
    }

    @Override
    public List<Evaluator> evaluators() {
        return tests == null ? List.of(evaluator) : List.of(evaluator, tests);
    }

    @Override
    public int evaluations() {
        return 0;
    }

    @Override
    public Optional<Long> operations() {
        return Optional.of(run.operations());
    }

    @Override
    public Optional<WengertList> program() {
        return Optional.of(formulas);
    }

    @Override
    public Said remark() {
        return conditions.isEmpty()
                ? Said.NOTHING
                : Said.of(
                        "symbolic.derivation.where",
                        Said.list(", ", conditions.stream().map(Condition::said).toList()));
    }
}
