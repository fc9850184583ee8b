package tridiff.wengert;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import tridiff.expr.Binary;
import tridiff.expr.Constant;
import tridiff.expr.Expr;
import tridiff.expr.NumberMap;
import tridiff.expr.Repeated;
import tridiff.expr.Unary;

/** Writes expressions into a list that is being built: their nodes as lines, their sums and iterations as loops. */
final class ExpressionWriter {

    private final ListBuilder k;
    private final IdentityHashMap<List<Expr>, List<Integer>> iterations = new IdentityHashMap<>(); // by their bodies

    ExpressionWriter(ListBuilder k) {
        this.k = k;
    }

    /** Writes expressions, shared parts once, with lines for the variables that a loop binds; returns their lines. */
    int[] write(List<? extends Expr> roots, Map<Expr.Var, Integer> bound) {
        List<Expr> nodes = Expr.nodes(roots);
        if (nodes.isEmpty()) {
            return new int[0];
        }
        NumberMap lines = NumberMap.between(
                nodes.get(0).number(), nodes.get(nodes.size() - 1).number(), nodes.size());
        var visitor = writing(bound, e -> lines.get(e.number()));
        for (Expr e : nodes) {
            lines.put(e.number(), e.match(visitor));
        }
        return roots.stream().mapToInt(e -> lines.get(e.number())).toArray();
    }

    /** Writes one level of an expression whose parts are written, and asks for their lines from left to right. */
    private Expr.Visitor<Integer> writing(Map<Expr.Var, Integer> bound, ToIntFunction<Expr> lineOf) {
        return new Expr.Visitor<>() {
            private Integer of(Expr e) {
                return lineOf.applyAsInt(e);
            }

            @Override
            public Integer repeated(Repeated loop) {
                return ExpressionWriter.this.repeated(loop, lineOf);
            }

            @Override
            public Integer constant(Constant value) {
                return k.constant(value);
            }

            @Override
            public Integer variable(Expr.Var variable) {
                Integer line = bound.get(variable);
                return line != null ? line : k.input(variable.name());
            }

            @Override
            public Integer call(Unary f, Expr x) {
                return k.apply(f, of(x));
            }

            @Override
            public Integer call(Binary f, Expr x, Expr y) {
                return k.apply(f, of(x), of(y));
            }

            @Override
            public Integer choice(Expr condition, Expr yes, Expr no) {
                return k.choose(of(condition), of(yes), of(no));
            }
        };
    }

    /** Writes expressions as trees, shared parts wherever they occur; returns their lines. */
    int[] writeTrees(List<? extends Expr> roots) {
        return roots.stream().mapToInt(this::writeTree).toArray();
    }

    private record Complete(Expr expr) {}

    private int writeTree(Expr root) {
        Deque<Object> open = new ArrayDeque<>(List.of(root));
        Deque<Integer> lines = new ArrayDeque<>();
        Deque<Integer> arguments = new ArrayDeque<>();
        var visitor = writing(Map.of(), part -> arguments.removeFirst());
        while (!open.isEmpty()) {
            Object next = open.pop();
            if (next instanceof Complete complete) {
                complete.expr.parts().forEach(part -> arguments.addFirst(lines.pop()));
                lines.push(complete.expr.match(visitor));
            } else {
                Expr e = (Expr) next;
                open.push(new Complete(e));
                List<Expr> parts = e.parts();
                for (int i = parts.size() - 1; i >= 0; i--) {
                    open.push(parts.get(i));
                }
            }
        }
        return lines.pop();
    }

    /** All states of an iteration are results of one loop, which is written once. */
    private Integer repeated(Repeated e, ToIntFunction<Expr> lineOf) {
        List<Integer> known = iterations.get(e.bodies());
        List<Integer> results = known == null ? loop(e, lineOf) : known;
        if (e.kind() == Repeated.Kind.ITERATE && !k.repeats()) {
            iterations.put(e.bodies(), results);
        }
        return results.get(e.result());
    }

    /** Writes the body as a list of its own, and the loop; returns the lines of its results. */
    private List<Integer> loop(Repeated e, ToIntFunction<Expr> lineOf) {
        var body = k.ofBody();
        var bound = new IdentityHashMap<Expr.Var, Integer>();
        int index = body.input("i");
        if (e.index() != null) {
            bound.put(e.index(), index);
        }
        var states = new ArrayList<Integer>();
        var lines = new ArrayList<Integer>();
        if (e.kind() == Repeated.Kind.PRODUCT) {
            states.add(body.input("s0"));
            lines.add(k.constant(1));
        }
        for (Expr.Var state : e.states()) {
            int line = body.input("s" + states.size());
            states.add(line);
            bound.put(state, line);
        }
        e.starts().forEach(start -> lines.add(lineOf.applyAsInt(start)));
        var parameters = new HashMap<Integer, Integer>(); // line outside to line inside
        for (Expr.Var free : e.free()) {
            int outside = lineOf.applyAsInt(free);
            Integer inside = parameters.get(outside);
            if (inside == null) {
                inside = body.input("p" + lines.size());
                parameters.put(outside, inside);
                lines.add(outside);
            }
            bound.put(free, inside);
        }
        int[] results = new ExpressionWriter(body).write(e.bodies(), bound);
        if (e.kind() == Repeated.Kind.PRODUCT) {
            results = new int[] {body.times(states.get(0), results[0])};
        }
        WengertList list = body.finish(results);
        Loop loop = e.kind() == Repeated.Kind.SUM
                ? Loop.sum(e.from(), e.to(), list, e.names())
                : Loop.iteration(e.from(), e.to(), list, e.names());
        return k.loop(loop, lines);
    }
}
