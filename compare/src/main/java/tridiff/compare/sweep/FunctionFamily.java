package tridiff.compare.sweep;

import static tridiff.expr.Functions.cos;
import static tridiff.expr.Functions.log;
import static tridiff.expr.Functions.sin;
import static tridiff.expr.Functions.sqrt;
import static tridiff.expr.Functions.tanh;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.said.Said;
import tridiff.wengert.Expressions;
import tridiff.wengert.WengertList;

/**
 * Functions that grow with a number: iterates by their depth, derivatives by their order, functions by their variables.
 *
 * @param name what it is called for
 * @param about how it is made
 * @param by what the number is
 * @param first the smallest number
 * @param last the number up to which it is usually taken
 * @param members the function for each number
 */
public record FunctionFamily(String name, Said about, By by, int first, int last, IntFunction<Expr> members) {

    /** What grows. */
    public enum By {
        DEPTH,
        ORDER,
        VARS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Expr.Var X = Expr.variable("x");
    private static final Expr ONE = Expr.constant(1);

    /** The member from which, and from twice which, the sizes of the others are told. */
    private static final int PROBE = 16;

    /** The name that stands for the function before in a template. */
    public static final String BEFORE = "f";

    // spotless:off - this is a table
    private static final List<FunctionFamily> BUILT_IN = List.of(
            iterates("logistic", Said.of("compare.family.logistic"), 1, 10, f -> Expr.constant(4).times(f).times(ONE.minus(f))),
            iterates("sine",     Said.of("compare.family.iterated", "sin(f): Laue (2019)"),                          0, 40, f -> sin(f)),
            iterates("squaring", Said.of("compare.family.iterated", "f*f: Laue (2019)"),                             0, 30, f -> f.times(f)),
            iterates("fsinf",    Said.of("compare.family.iterated", "f*sin(f)"),                                     0, 10, f -> f.times(sin(f))),
            iterates("mixed",    Said.of("compare.family.iterated", "sin(f) + f*cos(f)"),                            0, 8,  f -> sin(f).plus(f.times(cos(f)))),
            new FunctionFamily("tanh",      Said.of("compare.family.derivatives", "tanh(x)"),                                By.ORDER, 0, 7, n -> tanh(X)),
            new FunctionFamily("product",   Said.words("x1*x2*...*xn: Speelpenning (1980)"),                     By.VARS, 2, 50, FunctionFamily::product),
            new FunctionFamily("helmholtz", Said.of("compare.family.helmholtz"),         By.VARS, 1, 8, FunctionFamily::helmholtz));
    // spotless:on

    private static FunctionFamily iterates(String name, Said about, int first, int last, UnaryOperator<Expr> step) {
        return new FunctionFamily(name, about, By.DEPTH, first, last, n -> {
            Expr f = X;
            for (int i = first; i < n; i++) {
                f = step.apply(f);
            }
            return f;
        });
    }

    /** All built-in families along which this grows. */
    public static List<FunctionFamily> builtIn(By by) {
        return BUILT_IN.stream().filter(f -> f.by == by).toList();
    }

    /** The built-in family of that name. */
    public static Optional<FunctionFamily> named(String name, By by) {
        return builtIn(by).stream().filter(f -> f.name.equals(name)).findFirst();
    }

    /** x at first, and then again and again the template, with what was there before for its variable f. */
    public static FunctionFamily ofTemplate(String text, Expr template, int last) {
        var list = WengertList.of(template, List.of());
        return iterates(text, Said.of("compare.family.iterated", text), 0, last, before -> {
            List<Expr> inputs = list.inputs().stream()
                    .map(name -> name.equals(BEFORE) ? before : name.equals("x") ? X : Expr.variable(name))
                    .toList();
            return list.in(Expressions.ALGEBRA, inputs).get(0);
        });
    }

    /** The derivatives of one function by their order. */
    public static FunctionFamily ofOrders(String text, Expr f, int last) {
        return new FunctionFamily(text, Said.of("compare.family.derivatives", text), By.ORDER, 0, last, n -> f);
    }

    /** One function alone. */
    public static FunctionFamily ofOne(String text, Expr f) {
        int n = f.variables().size();
        return new FunctionFamily(text, Said.words(text), By.VARS, n, n, number -> f);
    }

    private static List<Expr.Var> variables(int n) {
        var variables = new ArrayList<Expr.Var>();
        for (int i = 1; i <= n; i++) {
            variables.add(Expr.variable("x" + i));
        }
        return variables;
    }

    private static Expr product(int n) {
        return variables(n).stream().map(v -> (Expr) v).reduce(Expr::times).orElseThrow();
    }

    /** R T = 1, b_i = 1/(20 (i+1)), A_ij = 1/(10 (i+j+1)). */
    private static Expr helmholtz(int n) {
        List<Expr.Var> x = variables(n);
        Expr bx = sum(n, i -> x.get(i).times(Expr.constant(Rational.of(1, 20L * (i + 2)))));
        Expr xAx = sum(n, i -> x.get(i).times(sum(n, j -> Expr.constant(Rational.of(1, 10L * (i + j + 3)))
                .times(x.get(j)))));
        Expr mixing = sum(n, i -> x.get(i).times(log(x.get(i).over(ONE.minus(bx)))));
        Expr root = sqrt(Expr.constant(2));
        Expr ratio =
                ONE.plus(ONE.plus(root).times(bx)).over(ONE.plus(ONE.minus(root).times(bx)));
        return mixing.minus(xAx.over(sqrt(Expr.constant(8)).times(bx)).times(log(ratio)));
    }

    private static Expr sum(int n, IntFunction<Expr> term) {
        Expr sum = term.apply(0);
        for (int i = 1; i < n; i++) {
            sum = sum.plus(term.apply(i));
        }
        return sum;
    }

    /** Operations of the n-th function of n variables, told from two small ones as a power of n, before it is made. */
    double expectedOperations(int n) {
        double small = operations(PROBE);
        double twice = operations(2 * PROBE);
        return twice * Math.pow(n / (2.0 * PROBE), Math.log(twice / small) / Math.log(2));
    }

    private long operations(int n) {
        Expr f = members.apply(n);
        return WengertList.of(f, f.variables()).operations();
    }

    /** By what the n-th member is differentiated, one after the other for one derivative, or each for a gradient. */
    List<Expr.Var> wanted(int n, Expr f) {
        Expr.Var x = f.variables().stream()
                .filter(v -> v.name().equals("x"))
                .findFirst()
                .orElseGet(() -> f.variables().isEmpty() ? X : f.variables().get(0));
        return switch (by) {
            case DEPTH -> List.of(x);
            case ORDER -> Collections.nCopies(n, x);
            case VARS -> f.variables();
        };
    }
}
