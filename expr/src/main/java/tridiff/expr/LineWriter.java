package tridiff.expr;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Line numbers as an algebra: whatever is run in it is written down as a {@link WengertList}, equal operations once.
 *
 * <p>A {@link #verbatim} writer writes exactly what it is told. A {@link #folding} writer, for generated programs, leaves out what
 * need not be computed: see {@link Folding}.
 */
public final class LineWriter implements Algebra<Integer> {

    private static final int NONE = -1;

    private final boolean folds;
    private int size;
    private Line[] kinds = new Line[64];
    private Object[] what = new Object[64];
    private int[][] arguments = {new int[64], new int[64], new int[64]};
    private Rational[] exact = new Rational[64];
    private int[] slots = new int[256]; // line + 1, by hash
    private final Map<String, Integer> inputs = new LinkedHashMap<>();

    private LineWriter(boolean folds) {
        this.folds = folds;
    }

    /** A writer that writes what it is told, no operation twice. */
    public static LineWriter verbatim() {
        return new LineWriter(false);
    }

    /** A writer that simplifies what costs operations without changing values. */
    public static LineWriter folding() {
        return new LineWriter(true);
    }

    /** A new input; inputs of one name are one line. */
    public int input(String name) {
        return inputs.computeIfAbsent(name, n -> line(Line.INPUT, n, NONE, NONE, NONE));
    }

    /** Writes expressions, variables as inputs of their names; returns their lines. */
    public int[] write(List<? extends Expr> roots) {
        var lines = new NumberMap();
        var visitor = new Expr.Visitor<Integer>() {
            private int of(Expr e) {
                return lines.get(e.number());
            }

            @Override
            public Integer constant(Constant value) {
                return LineWriter.this.constant(value);
            }

            @Override
            public Integer variable(Expr.Var variable) {
                return input(variable.name());
            }

            @Override
            public Integer call(Unary f, Expr x) {
                return apply(f, (Integer) of(x));
            }

            @Override
            public Integer call(Binary f, Expr x, Expr y) {
                return apply(f, (Integer) of(x), (Integer) of(y));
            }

            @Override
            public Integer choice(Expr condition, Expr yes, Expr no) {
                return choose(of(condition), of(yes), of(no));
            }
        };
        for (Expr e : Expr.nodes(roots)) {
            lines.put(e.number(), e.accept(visitor));
        }
        return roots.stream().mapToInt(e -> lines.get(e.number())).toArray();
    }

    @Override
    public Integer constant(Constant c) {
        return line(Line.CONSTANT, c, NONE, NONE, NONE);
    }

    @Override
    public Integer apply(Unary f, Integer x) {
        Integer folded = folds ? Folding.of(this, f, x) : null;
        return folded != null ? folded : line(Line.UNARY, f, x, NONE, NONE);
    }

    @Override
    public Integer apply(Binary f, Integer x, Integer y) {
        Integer folded = folds ? Folding.of(this, f, x, y) : null;
        return folded != null ? folded : line(Line.BINARY, f, x, y, NONE);
    }

    @Override
    public Integer choose(Integer condition, Integer yes, Integer no) {
        return line(Line.CHOICE, null, condition, yes, no);
    }

    /** The list written so far, with these lines as its results; lines that no result needs are left out. */
    public WengertList finish(int... outputs) {
        boolean[] needed = needed(outputs);
        int[] renumbered = new int[size];
        int[] kept = new int[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (needed[i]) {
                kept[count] = i;
                renumbered[i] = count++;
            }
        }
        return select(Arrays.copyOf(kept, count), renumbered, outputs);
    }

    private boolean[] needed(int[] outputs) {
        boolean[] needed = new boolean[size];
        inputs.values().forEach(i -> needed[i] = true);
        for (int output : outputs) {
            needed[output] = true;
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int[] argument : arguments) {
                if (needed[i] && argument[i] != NONE) {
                    needed[argument[i]] = true;
                }
            }
        }
        return needed;
    }

    private WengertList select(int[] kept, int[] renumbered, int[] outputs) {
        var list = new WengertList(
                kept.length,
                List.copyOf(inputs.keySet()),
                Arrays.stream(outputs).map(i -> renumbered[i]).toArray());
        for (int i = 0; i < kept.length; i++) {
            int line = kept[i];
            list.kinds[i] = kinds[line];
            list.what[i] = what[line];
            list.exact[i] = exact[line];
            list.a[i] = renumber(arguments[0][line], renumbered);
            list.b[i] = renumber(arguments[1][line], renumbered);
            list.c[i] = renumber(arguments[2][line], renumbered);
        }
        return list;
    }

    private static int renumber(int line, int[] renumbered) {
        return line == NONE ? NONE : renumbered[line];
    }

    /** The exact value of a line that is a number, else null. */
    Rational exact(int line) {
        return exact[line];
    }

    /** Whether a line applies this operation. */
    boolean is(Operation f, int line) {
        return what[line] == f;
    }

    int argument(int line, int i) {
        return arguments[i][line];
    }

    private int line(Line kind, Object operation, int a, int b, int c) {
        int hash = hash(operation, a, b, c);
        int i = hash & (slots.length - 1);
        while (slots[i] != 0) {
            if (same(slots[i] - 1, kind, operation, a, b, c)) {
                return slots[i] - 1;
            }
            i = (i + 1) & (slots.length - 1);
        }
        slots[i] = size + 1;
        append(kind, operation, a, b, c);
        return size - 1;
    }

    private boolean same(int line, Line kind, Object operation, int a, int b, int c) {
        if (kinds[line] != kind) {
            return false;
        }
        boolean equalOperation =
                kind == Line.CONSTANT || kind == Line.INPUT ? what[line].equals(operation) : what[line] == operation;
        int x = arguments[0][line];
        int y = arguments[1][line];
        boolean equalArguments = x == a && y == b || x == b && y == a && commutes(operation);
        return equalOperation && equalArguments && arguments[2][line] == c;
    }

    private static boolean commutes(Object operation) {
        return operation instanceof Binary f && f.commutes();
    }

    private static int hash(Object operation, int a, int b, int c) {
        int key = operation == null
                ? 7
                : operation instanceof Operation ? System.identityHashCode(operation) : operation.hashCode();
        int h = key + 31 * (a + b) + 17 * a * b + 1013 * c; // symmetric in a and b
        h *= 0x9E3779B9;
        return h ^ h >>> 15;
    }

    private void append(Line kind, Object operation, int a, int b, int c) {
        if (size == kinds.length) {
            grow();
        }
        kinds[size] = kind;
        what[size] = operation;
        arguments[0][size] = a;
        arguments[1][size] = b;
        arguments[2][size] = c;
        exact[size] = exactValue(kind, operation, a, b);
        size++;
        if (2 * size > slots.length) {
            rehash();
        }
    }

    private Rational exactValue(Line kind, Object operation, int a, int b) {
        if (kind == Line.CONSTANT) {
            return operation instanceof Rational r ? r : null;
        }
        if (kind == Line.UNARY) {
            return Folding.exact((Unary) operation, exact[a]);
        }
        return kind == Line.BINARY ? Folding.exact((Binary) operation, exact[a], exact[b]) : null;
    }

    private void grow() {
        int capacity = 2 * size;
        kinds = Arrays.copyOf(kinds, capacity);
        what = Arrays.copyOf(what, capacity);
        exact = Arrays.copyOf(exact, capacity);
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = Arrays.copyOf(arguments[i], capacity);
        }
    }

    private void rehash() {
        slots = new int[2 * slots.length];
        for (int line = 0; line < size; line++) {
            int i = hash(what[line], arguments[0][line], arguments[1][line], arguments[2][line]) & (slots.length - 1);
            while (slots[i] != 0) {
                i = (i + 1) & (slots.length - 1);
            }
            slots[i] = line + 1;
        }
    }
}
