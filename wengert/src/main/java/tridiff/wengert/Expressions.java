package tridiff.wengert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Constant;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.Refusal;
import tridiff.expr.Repeated;
import tridiff.expr.Unary;
import tridiff.expr.said.Said;

/** Expressions as an algebra: run in it, a list writes formulas, exactly as the rules say and without simplifying anything. */
public enum Expressions implements LoopAlgebra<Expr> {
    ALGEBRA;

    @Override
    public Expr constant(Constant c) {
        return Expr.constant(c);
    }

    @Override
    public Expr apply(Unary f, Expr x) {
        return Expr.apply(f, x);
    }

    @Override
    public Expr apply(Binary f, Expr x, Expr y) {
        return Expr.apply(f, x, y);
    }

    @Override
    public Expr choose(Expr condition, Expr yes, Expr no) {
        return Expr.choose(condition, yes, no);
    }

    /** Sums as sums, and iterations as products where they are, with variables of their own. */
    @Override
    public List<Expr> loop(Loop loop, List<Expr> arguments) {
        if (loop.kind() == Loop.Kind.ADJOINT) {
            throw new Refusal(Said.of("wengert.refusal.back"));
        }
        Expr.Var index = Expr.unchecked(loop.names().get(0));
        if (loop.kind() == Loop.Kind.SUM) {
            return body(loop, index, arguments).stream()
                    .map(term -> over(Repeated.Kind.SUM, loop, index, term))
                    .toList();
        }
        Optional<Expr> factor = factor(loop, index, arguments);
        return factor.isPresent()
                ? List.of(over(Repeated.Kind.PRODUCT, loop, index, factor.get()))
                : iteration(loop, index, arguments);
    }

    private List<Expr> body(Loop loop, Expr index, List<Expr> arguments) {
        var inputs = new ArrayList<>(List.of(index));
        inputs.addAll(arguments);
        return loop.body().in(this, inputs);
    }

    private static Expr over(Repeated.Kind kind, Loop loop, Expr.Var index, Expr term) {
        return Repeated.of(kind, loop.from(), loop.to(), index, List.of(), List.of(), List.of(term), 0);
    }

    /** The factor of a product: an iteration from 1 whose only state is multiplied by something that does not contain it. */
    private Optional<Expr> factor(Loop loop, Expr index, List<Expr> arguments) {
        WengertList body = loop.body();
        int last = body.output(0);
        boolean startsAtOne =
                arguments.get(0) instanceof Expr.Const c && c.value().equals(Rational.ONE);
        if (loop.states() != 1 || !startsAtOne || body.what[last] != Arithmetic.TIMES) {
            return Optional.empty();
        }
        boolean[] state = new boolean[body.inputCount()];
        state[1] = true;
        boolean[] depends = body.dependsOn(state);
        int stateLine = 1; // inputs come first: index, state
        int other = body.a[last] == stateLine ? body.b[last] : body.b[last] == stateLine ? body.a[last] : last;
        if (depends[other]) {
            return Optional.empty();
        }
        var inputs = new ArrayList<>(List.of(index));
        inputs.addAll(arguments);
        return Optional.of(body.sweep(this, inputs).get(other));
    }

    /** With the index, where it matters, as one more state: an iteration in print has none. */
    private List<Expr> iteration(Loop loop, Expr.Var index, List<Expr> arguments) {
        boolean[] chosen = new boolean[loop.body().inputCount()];
        chosen[0] = true;
        boolean[] depends = loop.body().dependsOn(chosen);
        boolean counts = Arrays.stream(loop.body().outputs()).anyMatch(o -> depends[o]);
        var states = new ArrayList<Expr.Var>();
        for (int i = 0; i < loop.states(); i++) {
            states.add(Expr.unchecked(i + 1 < loop.names().size() ? loop.names().get(i + 1) : "s" + i));
        }
        var inputs = new ArrayList<Expr>(states);
        inputs.addAll(arguments.subList(loop.states(), arguments.size()));
        var bodies = new ArrayList<>(body(loop, index, inputs));
        var starts = new ArrayList<>(arguments.subList(0, loop.states()));
        if (counts) {
            states.add(index);
            starts.add(constant(loop.from()));
            bodies.add(plus(index, constant(1)));
        }
        return IntStream.range(0, loop.states())
                .mapToObj(i -> Repeated.of(Repeated.Kind.ITERATE, 1, loop.count(), null, states, starts, bodies, i))
                .toList();
    }
}
