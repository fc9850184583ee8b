package tridiff.expr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Numbers formulas: equal ones get one number, whether their parts are shared or not and whatever order a sum is written in. */
final class Numbering implements Expr.Visitor<Integer> {

    /** What an expression is, of parts with numbers. */
    private record Key(Object what, List<Integer> parts) {}

    /** A variable of a loop, which is known by its place and not by its name. */
    private record Own(int depth, int place) {}

    /** What of a loop does not lie in its parts. */
    private record Range(Repeated.Kind kind, long from, long to, int result, int states) {}

    private final Map<Key, Integer> numbers;
    private final IdentityHashMap<Expr.Var, Own> own;
    private final int depth;
    private final NumberMap known = new NumberMap();

    Numbering() {
        this(new HashMap<>(), new IdentityHashMap<>(), 0);
    }

    private Numbering(Map<Key, Integer> numbers, IdentityHashMap<Expr.Var, Own> own, int depth) {
        this.numbers = numbers;
        this.own = own;
        this.depth = depth;
    }

    int of(Expr root) {
        return of(List.of(root)).get(0);
    }

    private List<Integer> of(List<Expr> roots) {
        for (Expr e : Expr.nodes(roots)) {
            known.put(e.number(), e.match(this));
        }
        return numbersOf(roots);
    }

    private List<Integer> numbersOf(List<? extends Expr> parts) {
        return parts.stream().map(e -> known.get(e.number())).toList();
    }

    private Integer number(Object what, List<? extends Expr> parts) {
        return numbers.computeIfAbsent(new Key(what, numbersOf(parts)), key -> numbers.size());
    }

    @Override
    public Integer constant(Constant value) {
        return number(value, List.of());
    }

    @Override
    public Integer variable(Expr.Var variable) {
        Own bound = own.get(variable);
        return number(bound == null ? variable.name() : bound, List.of());
    }

    @Override
    public Integer call(Unary f, Expr x) {
        return number(f, List.of(x));
    }

    @Override
    public Integer call(Binary f, Expr x, Expr y) {
        boolean turned = f.facts().isCommutative() && known.get(x.number()) > known.get(y.number());
        return number(f, turned ? List.of(y, x) : List.of(x, y));
    }

    @Override
    public Integer choice(Expr condition, Expr yes, Expr no) {
        return number(Expr.Choice.class, List.of(condition, yes, no));
    }

    @Override
    public Integer repeated(Repeated loop) {
        var inside = new IdentityHashMap<>(own);
        if (loop.index() != null) {
            inside.put(loop.index(), new Own(depth, 0));
        }
        for (int i = 0; i < loop.states().size(); i++) {
            inside.put(loop.states().get(i), new Own(depth, i + 1));
        }
        var parts = new ArrayList<>(new Numbering(numbers, inside, depth + 1).of(loop.bodies()));
        parts.addAll(numbersOf(loop.starts()));
        var range = new Range(
                loop.kind(),
                loop.from(),
                loop.to(),
                loop.result(),
                loop.states().size());
        return numbers.computeIfAbsent(new Key(range, parts), key -> numbers.size());
    }
}
