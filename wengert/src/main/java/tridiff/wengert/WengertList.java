package tridiff.wengert;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import tridiff.expr.Algebra;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Constant;
import tridiff.expr.Expr;
import tridiff.expr.Operation;
import tridiff.expr.Rational;
import tridiff.expr.Unary;
import tridiff.expr.text.Printer;

/**
 * A computation as a numbered list of lines, each one operation on earlier lines, none of them twice.
 *
 * <p>The list can be run in any algebra ({@link #in}). Run in the algebra of line numbers ({@link ListBuilder}) it yields a new list; so
 * a derivative becomes a program. Immutable.
 *
 * <p>Named after R. E. Wengert, "A simple automatic derivative evaluation program", CACM 7(8), 1964.
 */
public final class WengertList {

    /** The largest tree size that is told apart, 2^4096. */
    public static final BigInteger HUGE = Printer.LONGEST;

    final OpKind[] kinds;
    final Object[] what; // the operation, the constant, or the name of the input
    final int[] a;
    final int[] b;
    final int[] c;
    final Rational[] exact; // the value of lines that are rational numbers whatever the inputs
    private final List<String> inputs;
    private final int[] outputs;
    private volatile boolean[] dependence; // on any input; computed when first asked for
    private WholeNumbers whole; // of the body of a loop; else null

    /** An empty list of that many lines, for its writer to fill. */
    WengertList(int size, List<String> inputs, int[] outputs) {
        this.kinds = new OpKind[size];
        this.what = new Object[size];
        this.a = new int[size];
        this.b = new int[size];
        this.c = new int[size];
        this.exact = new Rational[size];
        this.inputs = inputs;
        this.outputs = outputs;
    }

    /** The list that computes one expression; further inputs than its variables may be asked for. */
    public static WengertList of(Expr f, List<Expr.Var> variables) {
        return of(List.of(f), variables);
    }

    /**
     * The list that computes several expressions, shared parts once.
     *
     * @param variables the first inputs, in this order; variables of the expressions that are not named here follow
     */
    public static WengertList of(List<? extends Expr> outputs, List<Expr.Var> variables) {
        var writer = ListBuilder.verbatim();
        variables.forEach(v -> writer.input(v.name()));
        return writer.finish(writer.write(outputs));
    }

    /** The list that computes several expressions as they are written: a part that occurs again is computed again. */
    public static WengertList asWritten(List<? extends Expr> outputs, List<Expr.Var> variables) {
        var writer = ListBuilder.repeating();
        variables.forEach(v -> writer.input(v.name()));
        return writer.finish(writer.writeTrees(outputs));
    }

    /** The number of lines: the size of the expression with shared parts counted once. */
    public int size() {
        return kinds.length;
    }

    public int inputCount() {
        return inputs.size();
    }

    /** The names of the inputs. */
    public List<String> inputs() {
        return inputs;
    }

    public int outputCount() {
        return outputs.length;
    }

    /** The same with sums over one range taken together where they do not need each other. */
    public WengertList withSumsFused() {
        return LoopFusion.of(this);
    }

    /**
     * The same lines with other results.
     *
     * @param chosen which of the results of this list; one may be chosen again, or not at all
     */
    public WengertList withResults(int[] chosen) {
        return withOutputs(Arrays.stream(chosen).map(i -> outputs[i]).toArray());
    }

    private WengertList withOutputs(int[] lines) {
        var list = new WengertList(size(), inputs, lines);
        System.arraycopy(kinds, 0, list.kinds, 0, size());
        System.arraycopy(what, 0, list.what, 0, size());
        System.arraycopy(a, 0, list.a, 0, size());
        System.arraycopy(b, 0, list.b, 0, size());
        System.arraycopy(c, 0, list.c, 0, size());
        System.arraycopy(exact, 0, list.exact, 0, size());
        list.whole = whole;
        return list;
    }

    /** The lines that are the results. */
    public int[] outputs() {
        return outputs.clone();
    }

    /** The line that is the i-th result. */
    public int output(int i) {
        return outputs[i];
    }

    public OpKind kind(int line) {
        return kinds[line];
    }

    /** The operation of a line of kind UNARY or BINARY. */
    public Operation operation(int line) {
        return (Operation) what[line];
    }

    /** What a line is of: its operation, constant, input or loop; null for a choice. */
    public Object what(int line) {
        return what[line];
    }

    /** The name of a line of kind INPUT. */
    public String input(int line) {
        return (String) what[line];
    }

    public Constant constant(int line) {
        return (Constant) what[line];
    }

    /** The value of a line that is a rational number whatever the inputs, else null. */
    public Rational exact(int line) {
        return exact[line];
    }

    /** The loop of a line of kind LOOP. */
    public Loop loop(int line) {
        return call(line).loop();
    }

    /** The loop of a line with its arguments. */
    public LoopCall call(int line) {
        return (LoopCall) what[line];
    }

    /** Whether any line is a loop. */
    public boolean hasLoops() {
        return Arrays.asList(kinds).contains(OpKind.LOOP);
    }

    /** Whether a line is the first of those that hold the results of one loop. */
    public boolean beginsLoop(int line) {
        return kinds[line] == OpKind.LOOP && (line == 0 || what[line - 1] != what[line]);
    }

    /** The lines that a line uses. */
    public int[] arguments(int line) {
        return switch (kinds[line]) {
            case INPUT, CONSTANT -> new int[0];
            case UNARY -> new int[] {a[line]};
            case BINARY -> new int[] {a[line], b[line]};
            case CHOICE -> new int[] {a[line], b[line], c[line]};
            case LOOP -> call(line).arguments().clone();
        };
    }

    /** How many operands a line of another kind than LOOP has. */
    public int operands(int line) {
        return switch (kinds[line]) {
            case UNARY -> 1;
            case BINARY -> 2;
            case CHOICE -> 3;
            case INPUT, CONSTANT, LOOP -> 0;
        };
    }

    /** The line that is an operand of a line: the condition of a choice comes first. Of a LOOP the second is which result it is. */
    public int operand(int line, int i) {
        return (i == 0 ? a : i == 1 ? b : c)[line];
    }

    /** Scalar operations of one run; what is known before any input, such as -2 or 1/3 or sqrt(pi), is not counted. */
    public long operations() {
        return ListSize.operations(this);
    }

    /**
     * Nodes of the results written as trees: with shared parts repeated wherever they are used. Exact up to {@link #HUGE}, which
     * stands for itself and everything above.
     */
    public BigInteger treeSize() {
        return ListSize.tree(this);
    }

    /** Nodes of the results with shared parts counted once; inputs that are not used are not counted. */
    public int sharedSize() {
        return ListSize.shared(this);
    }

    /** The values of all results: one forward sweep. */
    public <T> List<T> in(Algebra<T> k, List<T> inputValues) {
        List<T> values = sweep(k, inputValues);
        return Arrays.stream(outputs).mapToObj(values::get).toList();
    }

    /** The values of all lines: one forward sweep. */
    public <T> List<T> sweep(Algebra<T> k, List<T> inputValues) {
        return sweep(k, inputValues, line -> true, line -> null);
    }

    /**
     * The values of some lines.
     *
     * @param chosen which; they depend on no others, or only on such as are known. The others are null
     * @param known the value of a line that need not be computed; null for all others
     */
    public <T> List<T> sweep(Algebra<T> k, List<T> inputValues, IntPredicate chosen, IntFunction<T> known) {
        var v = new ArrayList<T>(size());
        int next = 0;
        List<T> results = List.of(); // of the last loop
        for (int i = 0; i < size(); i++) {
            if (!chosen.test(i)) {
                next += kinds[i] == OpKind.INPUT ? 1 : 0;
                v.add(null);
                continue;
            }
            if (beginsLoop(i)) {
                results = loop(i).in(
                                k,
                                Arrays.stream(call(i).arguments())
                                        .mapToObj(v::get)
                                        .toList());
            }
            T given = known.apply(i);
            if (given != null) {
                v.add(given);
                continue;
            }
            v.add(
                    switch (kinds[i]) {
                        case INPUT -> inputValues.get(next++);
                        case CONSTANT -> k.constant(constant(i));
                        case UNARY -> k.apply((Unary) what[i], v.get(a[i]));
                        case BINARY ->
                            hasNumberAsExponent(i)
                                    ? k.power(v.get(a[i]), exact[b[i]])
                                    : hasWholeExponent(i)
                                            ? k.wholePower(v.get(a[i]), v.get(b[i]), whole.isPositive(b[i]))
                                            : k.apply((Binary) what[i], v.get(a[i]), v.get(b[i]));
                        case CHOICE -> k.choose(v.get(a[i]), v.get(b[i]), v.get(c[i]));
                        case LOOP -> results.get(b[i]);
                    });
        }
        return v;
    }

    /** Whether line i is a power with a number as its exponent; not of the number 0, whose own powers are as they are. */
    private boolean hasNumberAsExponent(int i) {
        return what[i] == Arithmetic.POWER && exact[b[i]] != null && (exact[a[i]] == null || !exact[a[i]].isZero());
    }

    private boolean hasWholeExponent(int i) {
        return whole != null && what[i] == Arithmetic.POWER && whole.is(b[i]);
    }

    /**
     * The same list, knowing which of its inputs are whole numbers, and telling the loops inside.
     *
     * @param least bounds from below, as of {@link WholeNumbers}
     */
    WengertList withWholeInputs(long[] least) {
        WengertList list = withOutputs(outputs);
        list.whole = new WholeNumbers(list, least);
        list.whole.tellLoops();
        return list;
    }

    /** Which inputs these variables are, by their names. */
    public int[] inputNumbers(List<Expr.Var> variables) {
        var numbers = new HashMap<String, Integer>();
        for (int i = 0; i < inputs.size(); i++) {
            numbers.put(inputs.get(i), i);
        }
        return variables.stream().mapToInt(v -> numbers.get(v.name())).toArray();
    }

    /** The lines that are the inputs, in their order. */
    public int[] inputLines() {
        return IntStream.range(0, size()).filter(i -> kinds[i] == OpKind.INPUT).toArray();
    }

    /** Which lines depend on any input. */
    boolean[] dependence() {
        if (dependence == null) {
            dependence = dependsOn(allInputs());
        }
        return dependence;
    }

    /** All inputs chosen. */
    public boolean[] allInputs() {
        boolean[] all = new boolean[inputs.size()];
        Arrays.fill(all, true);
        return all;
    }

    /** Which lines depend on any of the wanted inputs. */
    public boolean[] dependsOn(boolean[] wanted) {
        return Dependence.on(this, wanted);
    }

    /**
     * Which lines change smoothly with any of the wanted inputs. What only steps, and the choice between constants, depends on inputs
     * and is constant all the same, unless it jumps.
     */
    public boolean[] movesWith(boolean[] wanted) {
        return Dependence.moving(this, wanted);
    }

    /** Whether any line may jump. */
    public boolean mayJump() {
        return IntStream.range(0, size()).anyMatch(this::mayJump);
    }

    /** Whether a line may jump: a choice, a step, atan2 at its cut. */
    public boolean mayJump(int line) {
        return Dependence.mayJump(this, line);
    }

    /** The derivative of line i, a function of one varying argument: the power rule where the exponent is a number. */
    public <T> T partialX(Algebra<T> k, int i, List<T> v) {
        return hasNumberAsExponent(i)
                ? Arithmetic.powerRule(k, v.get(a[i]), exact[b[i]])
                : hasWholeExponent(i)
                        ? Arithmetic.wholePowerRule(k, v.get(a[i]), v.get(b[i]), whole.isPositive(b[i]))
                        : ((Binary) what[i]).partialX(k, v.get(a[i]), v.get(b[i]), v.get(i));
    }

    /** The partial derivatives of a line's operation by those of its arguments that vary; none for choices. */
    public <T> List<T> partials(Algebra<T> k, int i, List<T> v) {
        boolean[] varies = dependence();
        return switch (kinds[i]) {
            case UNARY -> varies[a[i]] ? List.of(((Unary) what[i]).derivative(k, v.get(a[i]), v.get(i))) : List.of();
            case BINARY -> {
                var partials = new ArrayList<T>();
                if (varies[a[i]]) {
                    partials.add(partialX(k, i, v));
                }
                if (varies[b[i]]) {
                    partials.add(((Binary) what[i]).partialY(k, v.get(a[i]), v.get(b[i]), v.get(i)));
                }
                yield partials;
            }
            default -> List.of();
        };
    }

    /** The same with inputs first and each line as late as it is needed, from the first result on: equal formulas become equal lists. */
    WengertList inOrderOfUse() {
        return OrderOfUse.of(this);
    }

    /** Whether the other list has the same lines and results; the names of inputs do not matter. */
    public boolean isSameAs(WengertList that) {
        return OrderOfUse.areSame(this, that);
    }

    /** The formula of one line as an expression over the inputs. */
    public Expr expression(int line) {
        List<Expr> variables = inputs.stream().<Expr>map(Expr::variable).toList();
        return sweep(Expressions.ALGEBRA, variables).get(line);
    }
}
