package tridiff.symbolic;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import tridiff.expr.Expr;
import tridiff.symbolic.form.Condition;
import tridiff.symbolic.form.Form;
import tridiff.symbolic.form.NormalForms;
import tridiff.symbolic.form.Simplification;
import tridiff.symbolic.rules.Improvement;
import tridiff.symbolic.rules.Rewritings;
import tridiff.symbolic.steps.Steps;
import tridiff.wengert.OpKind;
import tridiff.wengert.WengertList;

/** Formulas made simpler: smaller, never less accurate, and defined where they were. */
public final class Simplifier {

    /** Of larger formulas, in distinct nodes, only the normal form is taken, once, and only if it has no more distinct nodes. */
    private static final int MOST_NODES = 20_000;

    private static final int MOST_ROUNDS = 12;

    private Simplifier() {}

    /** The formula made as small as can be. */
    public static Expr simplify(Expr e) {
        return simplify(e, SimplificationLevel.FULL).expr();
    }

    /**
     * The formula simplified, and what that assumes: again and again until nothing changes, so that simplifying the result is of no use.
     * Never larger than the original.
     */
    public static Simplification simplify(Expr e, SimplificationLevel effort) {
        return simplify(e, effort, forms(), Steps.NONE);
    }

    /** New normal forms, which simplify the bodies of loops as far as can be. */
    static NormalForms forms() {
        return new NormalForms(body -> simplify(body, SimplificationLevel.FULL));
    }

    /** The same where something is known already: by the normal forms of the first round. */
    static Simplification simplify(Expr e, SimplificationLevel effort, NormalForms first, Steps steps) {
        var current = new Simplification(e, List.of(), true);
        if (effort == SimplificationLevel.NONE) {
            return current;
        }
        var list = WengertList.of(e, e.variables());
        boolean small = list.size() <= MOST_NODES;
        NormalForms k = first;
        for (int round = 0; round < (small ? MOST_ROUNDS : 1); round++) {
            Simplification next = once(current, list, effort, k, steps);
            if (!next.complete() || next.expr() == current.expr()) {
                return next;
            }
            var written = WengertList.of(next.expr(), next.expr().variables());
            if (written.treeSize().equals(list.treeSize()) && next.expr().sameAs(current.expr())) {
                return next;
            }
            current = next;
            list = written;
            k = forms();
        }
        return current;
    }

    /** One round, given the list of the formula. */
    private static Simplification once(
            Simplification before, WengertList list, SimplificationLevel effort, NormalForms k, Steps steps) {
        List<Expr.Var> variables = before.expr().variables();
        boolean branches = IntStream.range(0, list.size()).anyMatch(i -> list.kind(i) == OpKind.CHOICE);
        var rewritings = new Rewritings(k, steps, branches);
        Form form = list.in(rewritings, variables.stream().map(k::variable).toList())
                .get(0);
        boolean small = list.size() <= MOST_NODES;
        var improvement = new Improvement(k, rewritings);
        if (effort == SimplificationLevel.FULL && small) {
            form = improvement.of(form);
        }
        boolean done = effort == SimplificationLevel.BASIC || small && !improvement.stopped();
        boolean larger = list.treeSize().compareTo(BigInteger.valueOf(form.size())) < 0
                || !small && WengertList.of(form.expr(), variables).size() > list.size();
        if (larger) {
            return new Simplification(before.expr(), before.conditions(), before.complete() && done);
        }
        rewritings.tell(before.expr(), form);
        List<Condition> assumed = Simplification.united(before.conditions(), k.conditions());
        return new Simplification(form.expr(), Domains.notImplied(assumed, form), before.complete() && done);
    }
}
