package tridiff.wengert.method;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tridiff.expr.Expr;
import tridiff.wengert.WengertList;

/**
 * What is to be differentiated by what. It is made once and given to every method, so that the functions are written as a list once.
 *
 * <p>Immutable; threads may share it.
 */
public final class Problem {

    private final List<Expr> functions;
    private final WengertList list;
    private final List<Expr.Var> inputs;
    private final List<Expr.Var> wanted;

    private Problem(List<Expr> functions, WengertList list, List<Expr.Var> inputs, List<Expr.Var> wanted) {
        this.functions = functions;
        this.list = list;
        this.inputs = inputs;
        this.wanted = wanted;
    }

    /** One function by all of its variables, in the order in which they occur. */
    public static Problem of(Expr f) {
        return of(f, f.variables(), f.variables());
    }

    /**
     * One function.
     *
     * @param inputs in the order of the points; all of its variables, and possibly more
     * @param wanted the variables to differentiate by, in the order of the results; some of the inputs
     * @throws IllegalArgumentException if f has a variable that is no input, or one is wanted
     */
    public static Problem of(Expr f, List<Expr.Var> inputs, List<Expr.Var> wanted) {
        return of(List.of(f), inputs, wanted);
    }

    /** Several functions of the same inputs, as for a Jacobian. */
    public static Problem of(List<? extends Expr> functions, List<Expr.Var> inputs, List<Expr.Var> wanted) {
        var list = WengertList.of(functions, inputs);
        if (list.inputCount() != inputs.size()) {
            throw new IllegalArgumentException("of the variables " + list.inputs() + " only " + inputs + " are given");
        }
        return new Problem(List.copyOf(functions), list, List.copyOf(inputs), requireAmong(inputs, wanted));
    }

    private static List<Expr.Var> requireAmong(List<Expr.Var> inputs, List<Expr.Var> wanted) {
        var names = inputs.stream().map(Expr.Var::name).collect(Collectors.toSet());
        for (Expr.Var v : wanted) {
            if (!names.contains(v.name())) {
                throw new IllegalArgumentException(v.name() + " is not among the inputs");
            }
        }
        return List.copyOf(wanted);
    }

    /** The same functions by other variables. */
    public Problem by(List<Expr.Var> others) {
        return new Problem(functions, list, inputs, requireAmong(inputs, others));
    }

    /** The same functions by one variable, so many times: for the derivative of that order. */
    public Problem by(Expr.Var x, int order) {
        return by(Collections.nCopies(order, x));
    }

    /** One function of several, alone. */
    public Problem function(int i) {
        return functions.size() == 1 ? this : of(functions.get(i), inputs, wanted);
    }

    public List<Expr> functions() {
        return functions;
    }

    /**
     * The only function.
     *
     * @throws IllegalStateException if there are several
     */
    public Expr f() {
        requireOne();
        return functions.get(0);
    }

    /** All functions as one list, whose inputs are those of the problem. */
    public WengertList list() {
        return list;
    }

    /** The list of the only function; fails as {@link #f} does. */
    public WengertList listOfOne() {
        requireOne();
        return list;
    }

    private void requireOne() {
        if (functions.size() != 1) {
            throw new IllegalStateException("there is not one function, there are " + functions.size());
        }
    }

    public List<Expr.Var> inputs() {
        return inputs;
    }

    public List<Expr.Var> wanted() {
        return wanted;
    }

    /** Which inputs the wanted variables are. */
    public int[] directions() {
        return list.inputNumbers(wanted);
    }

    /** Whether each input is wanted. */
    public boolean[] active() {
        boolean[] active = new boolean[inputs.size()];
        IntStream.of(directions()).forEach(input -> active[input] = true);
        return active;
    }
}
