package tridiff.wengert;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tridiff.expr.Binary;
import tridiff.expr.Constant;
import tridiff.expr.Exact;
import tridiff.expr.Expr;
import tridiff.expr.Operation;
import tridiff.expr.Rational;
import tridiff.expr.Unary;

/**
 * Line numbers as an algebra: whatever is run in it is written down as a {@link WengertList}, equal operations once.
 *
 * <p>A {@link #verbatim} builder writes exactly what it is told. A {@link #folding} builder, for generated programs, leaves out what
 * need not be computed: see {@link Folding}.
 */
public final class ListBuilder implements LoopAlgebra<Integer> {

    private static final int NONE = -1;

    private final boolean folds;
    private final boolean repeats;
    private int size;
    private OpKind[] kinds = new OpKind[64];
    private Object[] what = new Object[64];
    private int[][] arguments = {new int[64], new int[64], new int[64]};
    private Rational[] exact = new Rational[64];
    private long[] slots = new long[256]; // hash and line + 1, by hash: most look-ups touch nothing else
    private final Map<String, Integer> inputs = new LinkedHashMap<>();
    private final ExpressionWriter expressions = new ExpressionWriter(this);

    private ListBuilder(boolean folds, boolean repeats) {
        this.folds = folds;
        this.repeats = repeats;
    }

    /** A builder that writes what it is told, no operation twice. */
    public static ListBuilder verbatim() {
        return new ListBuilder(false, false);
    }

    /** A builder that simplifies what costs operations without changing values. */
    public static ListBuilder folding() {
        return new ListBuilder(true, false);
    }

    /** A builder that writes what it is told, operations again and again. */
    static ListBuilder repeating() {
        return new ListBuilder(false, true);
    }

    /** A new input; inputs of one name are one line. */
    public int input(String name) {
        return inputs.computeIfAbsent(name, n -> line(OpKind.INPUT, n, NONE, NONE, NONE));
    }

    /** So many new inputs, in order: v0, v1 … for the letter v. */
    public List<Integer> inputs(String letter, int count) {
        return IntStream.range(0, count).mapToObj(i -> input(letter + i)).toList();
    }

    /** Writes expressions, variables as inputs of their names; returns their lines. */
    public int[] write(List<? extends Expr> roots) {
        return expressions.write(roots, Map.of());
    }

    /** Writes expressions as trees, shared parts wherever they occur; returns their lines. */
    int[] writeTrees(List<? extends Expr> roots) {
        return expressions.writeTrees(roots);
    }

    /** A builder of the same kind for the body of a loop. */
    ListBuilder ofBody() {
        return new ListBuilder(folds, repeats);
    }

    /** Whether what occurs again is written again. */
    boolean repeats() {
        return repeats;
    }

    @Override
    public Integer constant(Constant c) {
        return line(OpKind.CONSTANT, c, NONE, NONE, NONE);
    }

    @Override
    public Integer apply(Unary f, Integer x) {
        Integer folded = folds ? Folding.of(this, f, x) : null;
        return folded != null ? folded : line(OpKind.UNARY, f, x, NONE, NONE);
    }

    @Override
    public Integer apply(Binary f, Integer x, Integer y) {
        Integer folded = folds ? Folding.of(this, f, x, y) : null;
        return folded != null ? folded : line(OpKind.BINARY, f, x, y, NONE);
    }

    @Override
    public Integer choose(Integer condition, Integer yes, Integer no) {
        return folds
                ? line(
                        OpKind.CHOICE,
                        null,
                        condition,
                        Folding.within(this, condition, 1, yes),
                        Folding.within(this, condition, 2, no))
                : line(OpKind.CHOICE, null, condition, yes, no);
    }

    /** One line for each result; what is the same in every repetition is written before the loop. */
    @Override
    public List<Integer> loop(Loop loop, List<Integer> lines) {
        var invariants = new LoopInvariants(this, loop, lines);
        var call = new LoopCall(invariants.loop(), invariants.arguments());
        return IntStream.range(0, loop.results())
                .mapToObj(result -> line(OpKind.LOOP, call, NONE, result, NONE))
                .toList();
    }

    /** The list written so far, with these lines as its results; lines that no result needs are left out. */
    public WengertList finish(List<Integer> outputs) {
        return finish(outputs.stream().mapToInt(line -> line).toArray());
    }

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
            if (needed[i] && kinds[i] == OpKind.LOOP) {
                for (int argument : ((LoopCall) what[i]).arguments()) {
                    needed[argument] = true;
                }
            } else if (needed[i]) {
                for (int[] argument : arguments) {
                    if (argument[i] != NONE) {
                        needed[argument[i]] = true;
                    }
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
        var calls = new IdentityHashMap<Object, LoopCall>();
        for (int i = 0; i < kept.length; i++) {
            int line = kept[i];
            list.kinds[i] = kinds[line];
            if (kinds[line] == OpKind.LOOP) {
                list.what[i] = calls.computeIfAbsent(what[line], c -> renumbered((LoopCall) c, renumbered));
                list.a[i] = NONE;
                list.b[i] = arguments[1][line]; // which result
                list.c[i] = NONE;
                continue;
            }
            list.what[i] = what[line];
            list.exact[i] = exact[line];
            list.a[i] = renumber(arguments[0][line], renumbered);
            list.b[i] = renumber(arguments[1][line], renumbered);
            list.c[i] = renumber(arguments[2][line], renumbered);
        }
        return list;
    }

    private static LoopCall renumbered(LoopCall call, int[] renumbered) {
        return new LoopCall(
                call.loop(),
                IntStream.of(call.arguments()).map(i -> renumbered[i]).toArray());
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

    /** The operation of a line that applies one to other lines. */
    Operation operation(int line) {
        return (Operation) what[line];
    }

    OpKind kind(int line) {
        return kinds[line];
    }

    int argument(int line, int i) {
        return arguments[i][line];
    }

    private int line(OpKind kind, Object operation, int a, int b, int c) {
        int hash = hash(operation, a, b, c);
        int i = hash & (slots.length - 1);
        boolean again = repeats && kind != OpKind.INPUT && kind != OpKind.CONSTANT;
        while (slots[i] != 0) {
            int line = (int) slots[i] - 1;
            if (!again && slots[i] >> Integer.SIZE == hash && same(line, kind, operation, a, b, c)) {
                return line;
            }
            i = (i + 1) & (slots.length - 1);
        }
        slots[i] = (long) hash << Integer.SIZE | size + 1;
        append(kind, operation, a, b, c);
        return size - 1;
    }

    private boolean same(int line, OpKind kind, Object operation, int a, int b, int c) {
        if (kinds[line] != kind) {
            return false;
        }
        boolean equalOperation = kind == OpKind.CONSTANT || kind == OpKind.INPUT || kind == OpKind.LOOP
                ? what[line].equals(operation)
                : what[line] == operation;
        int x = arguments[0][line];
        int y = arguments[1][line];
        boolean equalArguments = x == a && y == b || x == b && y == a && commutes(operation);
        return equalOperation && equalArguments && arguments[2][line] == c;
    }

    private static boolean commutes(Object operation) {
        return operation instanceof Binary f && f.facts().isCommutative();
    }

    private static int hash(Object operation, int a, int b, int c) {
        int key = operation == null
                ? 7
                : operation instanceof Operation ? System.identityHashCode(operation) : operation.hashCode();
        int h = key + 31 * (a + b) + 17 * a * b + 1013 * c; // symmetric in a and b
        h *= 0x9E3779B9;
        return h ^ h >>> 15;
    }

    private void append(OpKind kind, Object operation, int a, int b, int c) {
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

    private Rational exactValue(OpKind kind, Object operation, int a, int b) {
        if (kind == OpKind.CONSTANT) {
            return operation instanceof Rational r ? r : null;
        }
        if (kind == OpKind.UNARY) {
            return Exact.of((Unary) operation, exact[a]);
        }
        return kind == OpKind.BINARY ? Exact.of((Binary) operation, exact[a], exact[b]) : null;
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
        long[] old = slots;
        slots = new long[2 * old.length];
        for (long slot : old) {
            if (slot != 0) {
                int i = (int) (slot >> Integer.SIZE) & (slots.length - 1);
                while (slots[i] != 0) {
                    i = (i + 1) & (slots.length - 1);
                }
                slots[i] = slot;
            }
        }
    }
}
