package tridiff.compare.nary;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tridiff.expr.Elementary;
import tridiff.expr.NamedConstant;
import tridiff.expr.Operation;
import tridiff.expr.Rational;
import tridiff.wengert.WengertList;

/**
 * One distinct part of a formula whose sums and products have any number of parts; equal parts are one object.
 *
 * <p>There is no subtraction and no division: x - y is x + (-1)·y, and x/y is x·y^(-1). Made by {@link NaryForms}.
 */
final class NaryForm {

    /** What a part is. */
    enum Kind {
        NUMBER,
        /** A variable or a constant with a name. */
        LEAF,
        /** Its number, unless that is 0, comes first. */
        SUM,
        /** Its number, unless that is 1, comes first. */
        PRODUCT,
        /** With a number as its exponent. */
        POWER,
        CALL
    }

    final int number; // greater than those of its arguments
    final Kind kind;
    final Object what; // the rational number, the name, the function; else null
    final List<NaryForm> arguments;
    final boolean isEvaluated; // and so the only one of its kind with these arguments
    final BigInteger tree;

    NaryForm(int number, Kind kind, Object what, List<NaryForm> arguments, boolean isEvaluated) {
        this.number = number;
        this.kind = kind;
        this.what = what;
        this.arguments = arguments;
        this.isEvaluated = isEvaluated;
        BigInteger nodes = BigInteger.ONE;
        for (NaryForm x : arguments) {
            nodes = nodes.add(x.tree);
        }
        this.tree = nodes.min(WengertList.HUGE);
    }

    Rational value() {
        return (Rational) what;
    }

    boolean is(int n) {
        return kind == Kind.NUMBER && value().equals(Rational.of(n));
    }

    /** The number that a product begins with, a number itself; else 1. */
    Rational coefficient() {
        NaryForm first = kind == Kind.PRODUCT ? arguments.get(0) : this;
        return first.kind == Kind.NUMBER ? first.value() : Rational.ONE;
    }

    /** The factors of a product but its number; of anything else only itself. */
    List<NaryForm> factors() {
        if (kind != Kind.PRODUCT) {
            return List.of(this);
        }
        return arguments.get(0).kind == Kind.NUMBER ? arguments.subList(1, arguments.size()) : arguments;
    }

    /** What SymPy calls a variable, a constant or a function; another function has our name. */
    String name() {
        if (what instanceof NamedConstant constant) {
            return constant == NamedConstant.E ? "E" : constant.symbol();
        }
        if (what instanceof Operation f) {
            return f == Elementary.ABS ? "Abs" : f == Elementary.CEIL ? "ceiling" : f.symbol();
        }
        return what == null ? "Piecewise" : (String) what;
    }

    /** All distinct parts of this one and itself, arguments before what they are used in. */
    List<NaryForm> parts() {
        return partsWithout(Set.of());
    }

    /** The same without those known and what is reached through them only. */
    List<NaryForm> partsWithout(Set<NaryForm> known) {
        var seen = new HashSet<NaryForm>();
        var open = new ArrayDeque<>(List.of(this));
        while (!open.isEmpty()) {
            NaryForm next = open.pop();
            if (!known.contains(next) && seen.add(next)) {
                next.arguments.forEach(open::push);
            }
        }
        return seen.stream().sorted(Comparator.comparingInt(p -> p.number)).toList();
    }

    boolean isNegative() {
        return coefficient().signum() < 0;
    }
}
