package tridiff.expr;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts expressions in place of variables, all at once; what does not contain any stays the same object. */
final class Substitution {

    private Substitution() {}

    static Expr of(Expr root, Map<Expr.Var, Expr> by) {
        var copies = new HashMap<Long, Expr>();
        var copier = new Expr.Visitor<Expr>() {
            private Expr of(Expr e) {
                return copies.get(e.number());
            }

            @Override
            public Expr constant(Constant value) {
                return Expr.constant(value);
            }

            @Override
            public Expr variable(Expr.Var v) {
                return v;
            }

            @Override
            public Expr call(Unary f, Expr x) {
                return Expr.apply(f, of(x));
            }

            @Override
            public Expr call(Binary f, Expr x, Expr y) {
                return Expr.apply(f, of(x), of(y));
            }

            @Override
            public Expr choice(Expr condition, Expr yes, Expr no) {
                return Expr.choose(of(condition), of(yes), of(no));
            }

            @Override
            public Expr repeated(Repeated loop) {
                return Repeated.of(
                        loop.kind(),
                        loop.from(),
                        loop.to(),
                        loop.index(),
                        loop.states(),
                        loop.starts().stream().map(this::of).toList(),
                        loop.bodies().stream().map(e -> Substitution.of(e, by)).toList(),
                        loop.result());
            }
        };
        for (Expr e : Expr.nodes(List.of(root))) {
            boolean changes = e.parts().stream().anyMatch(part -> copies.get(part.number()) != part);
            Expr given = e instanceof Expr.Var v ? by.get(v) : null;
            copies.put(e.number(), given != null ? given : changes ? e.match(copier) : e);
        }
        return copies.get(root.number());
    }
}
