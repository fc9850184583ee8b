package tridiff.symbolic;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tridiff.expr.Expr;
import tridiff.expr.WengertList;

/** Formulas made simpler: smaller, never less accurate, and defined where they were. */
public final class Simplifier {

    private Simplifier() {}

    /** The formula made as small as can be. */
    public static Expr simplify(Expr e) {
        return simplify(e, Effort.FULL).expr();
    }

    /** The formula simplified, and what that assumes. */
    public static Simplification simplify(Expr e, Effort effort) {
        return Simplification.of(e, effort);
    }

    /** The formula with the fewest distinct nodes: as it is, in normal form, or made as small a tree as can be. */
    public static Expr simplifyShared(Expr e) {
        return Stream.of(
                        e,
                        simplify(e, Effort.BASIC).expr(),
                        simplify(e, Effort.FULL).expr())
                .min(Comparator.comparingInt(
                        one -> WengertList.of(one, List.of()).sharedSize()))
                .orElseThrow();
    }
}
