package tridiff.peers;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Bivariate;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.NamedConstant;
import tridiff.expr.Rational;
import tridiff.expr.Refusal;
import tridiff.expr.said.Said;
import tridiff.expr.text.Printer;

/**
 * Reads formulas of symja as ours, equal parts once.
 *
 * <p>Sums, products and powers are written as people do, {@code 1-x^2} for {@code 1+(-1)*x^2} and {@code 1/sqrt(x)} for
 * {@code x^(-1/2)}; nothing else is rearranged. Whatever our language has no word for is refused by name. Recurses over the depth of
 * the formula: to be run on a thread with a large stack.
 */
final class SymjaReader {

    private static final int EXCERPT = 60;
    private static final Rational HALF = Rational.of(1, 2);
    private static final Expr ONE = Expr.constant(1);

    private static final Map<IExpr, UnaryOperator<Expr>> UNARY = unary();
    private static final Map<IExpr, Binary> BINARY = binary();

    private final Map<IExpr, Expr> read = new HashMap<>();

    /** A reader that knows the variables: which symbol stands for which. */
    SymjaReader(List<? extends IExpr> symbols, List<Expr.Var> variables) {
        for (int i = 0; i < symbols.size(); i++) {
            read.put(symbols.get(i), variables.get(i));
        }
        read.put(S.Pi, Expr.constant(NamedConstant.PI));
        read.put(S.E, Expr.constant(NamedConstant.E));
        read.put(S.True, ONE);
        read.put(S.False, Expr.constant(0));
        read.put(S.Indeterminate, Expr.constant(0).over(0));
    }

    private static Map<IExpr, UnaryOperator<Expr>> unary() {
        var rows = new HashMap<IExpr, UnaryOperator<Expr>>();
        SymjaWriter.FUNCTIONS.forEach((f, head) -> rows.put(head, x -> Expr.apply(f, x)));
        rows.put(S.PolyGamma, x -> Expr.apply(Elementary.DIGAMMA, x));
        rows.put(S.Boole, x -> x);
        rows.put(S.Not, x -> ONE.minus(x));
        return rows;
    }

    /** Conditions are the numbers 0 and 1, so that "and" and "or" are the smaller and the larger. */
    private static Map<IExpr, Binary> binary() {
        var rows = new HashMap<IExpr, Binary>();
        SymjaWriter.COMPARISONS.forEach((f, head) -> rows.put(head, f));
        rows.put(S.Min, Bivariate.MIN);
        rows.put(S.Max, Bivariate.MAX);
        rows.put(S.And, Bivariate.MIN);
        rows.put(S.Or, Bivariate.MAX);
        rows.put(S.PolyGamma, Bivariate.POLYGAMMA);
        rows.put(S.BesselJ, Bivariate.BESSELJ);
        rows.put(S.SphericalBesselJ, Bivariate.SPHERICALBESSELJ);
        return rows;
    }

    private static Expr reciprocal(Expr x) {
        return ONE.over(x);
    }

    /** The same formula in our language; a {@link Refusal} if there is none. */
    Expr read(IExpr e) {
        Expr known = read.get(e);
        if (known == null) {
            known = translate(e);
            read.put(e, known);
        }
        return known;
    }

    private Expr translate(IExpr e) {
        if (e instanceof IRational r) {
            return Expr.constant(rational(r));
        }
        if (e instanceof IAST call) {
            return call(call);
        }
        throw unreadable(e.isNumber() ? "the number " + e : e.toString());
    }

    private static Rational rational(IRational r) {
        return new Rational(r.toBigNumerator(), r.toBigDenominator());
    }

    private Expr call(IAST e) {
        IExpr head = e.head();
        int arguments = e.argSize();
        if (head == S.Plus) {
            return sum(e);
        }
        if (head == S.Times) {
            return isNegative(e) ? product(e).negate() : product(e);
        }
        if (head == S.Piecewise && arguments == 2) {
            return piecewise(e);
        }
        if (arguments == 1 && UNARY.containsKey(head)) {
            return UNARY.get(head).apply(read(e.arg1()));
        }
        if (arguments == 2) {
            return ofTwo(head, e.arg1(), e.arg2(), e);
        }
        return ofMany(e);
    }

    private Expr ofTwo(IExpr head, IExpr x, IExpr y, IAST e) {
        if (head == S.Power) {
            return power(x, y);
        }
        if (head == S.Log) {
            return log(read(y)).over(log(read(x))); // the base comes first
        }
        if (head == S.PolyGamma && x.isZero()) {
            return Expr.apply(Elementary.DIGAMMA, read(y));
        }
        if (head == S.Surd && y.equals(F.C3)) {
            return Expr.apply(Elementary.CBRT, read(x));
        }
        return ofMany(e);
    }

    private Expr ofMany(IAST e) {
        IExpr head = e.head();
        if (head == S.If && e.argSize() == 3) {
            return Expr.choose(read(e.arg1()), read(e.arg2()), read(e.arg3()));
        }
        Binary f = BINARY.get(head);
        boolean isMinOrMax = f == Bivariate.MIN || f == Bivariate.MAX;
        if (f == null || e.argSize() < 2 || e.argSize() > 2 && !isMinOrMax) {
            throw refusal(e);
        }
        return fold(e, (x, y) -> Expr.apply(f, x, y));
    }

    private Expr fold(IAST e, BinaryOperator<Expr> f) {
        Expr result = read(e.arg1());
        for (int i = 2; i <= e.argSize(); i++) {
            result = f.apply(result, read(e.get(i)));
        }
        return result;
    }

    private static Expr log(Expr x) {
        return Expr.apply(Elementary.LOG, x);
    }

    private Expr sum(IAST e) {
        Expr sum = read(e.arg1());
        for (int i = 2; i <= e.argSize(); i++) {
            IExpr term = e.get(i);
            sum = isNegative(term) ? sum.minus(magnitude(term)) : sum.plus(read(term));
        }
        return sum;
    }

    /** Whether it is a negative number or a product with one. */
    private static boolean isNegative(IExpr e) {
        return e instanceof IRational r
                ? r.isNegative()
                : e instanceof IAST times
                        && times.head() == S.Times
                        && times.arg1() instanceof IRational c
                        && c.isNegative();
    }

    private Expr magnitude(IExpr e) {
        return e instanceof IRational r ? Expr.constant(rational(r).abs()) : product((IAST) e);
    }

    /** The product without the sign of its number, as a quotient if there are negative powers. */
    private Expr product(IAST e) {
        Expr above = null;
        Expr below = null;
        for (int i = 1; i <= e.argSize(); i++) {
            IExpr factor = e.get(i);
            if (factor instanceof IRational r) {
                Rational number = rational(r).abs();
                boolean divides = number.numerator().equals(BigInteger.ONE);
                above = divides ? above : times(above, Expr.constant(number));
                below = divides && !number.isOne() ? times(below, integer(number.denominator())) : below;
            } else if (isReciprocal(factor)) {
                below = times(below, reciprocalOf((IAST) factor));
            } else {
                above = times(above, read(factor));
            }
        }
        Expr numerator = above == null ? ONE : above;
        return below == null ? numerator : numerator.over(below);
    }

    private static Expr times(Expr product, Expr factor) {
        return product == null ? factor : product.times(factor);
    }

    private static Expr integer(BigInteger n) {
        return Expr.constant(new Rational(n, BigInteger.ONE));
    }

    private static boolean isReciprocal(IExpr e) {
        return e instanceof IAST power
                && power.head() == S.Power
                && power.argSize() == 2
                && power.arg1() != S.E
                && power.arg2() instanceof IRational n
                && n.isNegative();
    }

    private Expr reciprocalOf(IAST power) {
        return power(read(power.arg1()), rational((IRational) power.arg2()).negate());
    }

    private Expr power(IExpr x, IExpr n) {
        if (x == S.E) {
            return Expr.apply(Elementary.EXP, read(n));
        }
        if (!(n instanceof IRational r)) {
            return read(x).power(read(n));
        }
        Rational exponent = rational(r);
        return exponent.signum() < 0 ? reciprocal(power(read(x), exponent.negate())) : power(read(x), exponent);
    }

    private static Expr power(Expr x, Rational n) {
        if (n.isOne()) {
            return x;
        }
        return n.equals(HALF) ? Expr.apply(Elementary.SQRT, x) : Expr.apply(Arithmetic.POWER, x, Expr.constant(n));
    }

    private Expr piecewise(IAST e) {
        Expr result = read(e.arg2());
        if (!(e.arg1() instanceof IAST pieces)) {
            throw refusal(e);
        }
        for (int i = pieces.argSize(); i >= 1; i--) {
            if (!(pieces.get(i) instanceof IAST piece) || piece.argSize() != 2) {
                throw refusal(e);
            }
            result = Expr.choose(read(piece.arg2()), read(piece.arg1()), result);
        }
        return result;
    }

    private Refusal refusal(IAST e) {
        if (e.head() instanceof IAST derivative
                && derivative.head() instanceof IAST orders
                && orders.head() == S.Derivative) {
            return new Refusal(Said.of("peers.symja.leaves", callOf(derivative.arg1(), e)));
        }
        return unreadable(e.topHead().toString());
    }

    /** The call of a function to the arguments of another call, in our words where there are some. */
    private String callOf(IExpr f, IAST arguments) {
        return nameOf(f)
                + arguments.stream()
                        .map(argument -> Printer.PLAIN.printUpTo(EXCERPT, read(argument)))
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String nameOf(IExpr f) {
        return SymjaWriter.FUNCTIONS.entrySet().stream()
                .filter(row -> row.getValue() == f)
                .map(row -> row.getKey().symbol())
                .findFirst()
                .orElse(BINARY.get(f) instanceof Bivariate row ? row.symbol() : f.toString());
    }

    private static Refusal unreadable(String what) {
        return new Refusal(Said.of("peers.symja.answer", what));
    }
}
