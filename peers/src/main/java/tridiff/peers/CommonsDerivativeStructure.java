package tridiff.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import tridiff.expr.Algebra;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Bivariate;
import tridiff.expr.Constant;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.Refusal;
import tridiff.expr.Unary;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.Differentiator;

/** The peer: forward mode of Apache Commons Math, its own rules, all variables at once. */
public final class CommonsDerivativeStructure implements Differentiator {

    // spotless:off - this is a table
    private static final Vocabulary<DerivativeStructure> HAS =
            new Vocabulary<>("Commons Math", "DerivativeStructure", Map.ofEntries(
            Map.entry(Elementary.NEGATE, DerivativeStructure::negate),
            Map.entry(Elementary.SQRT,   DerivativeStructure::sqrt),
            Map.entry(Elementary.CBRT,   DerivativeStructure::cbrt),
            Map.entry(Elementary.EXP,    DerivativeStructure::exp),
            Map.entry(Elementary.EXPM1,  DerivativeStructure::expm1),
            Map.entry(Elementary.LOG,    DerivativeStructure::log),
            Map.entry(Elementary.LOG10,  DerivativeStructure::log10),
            Map.entry(Elementary.LOG1P,  DerivativeStructure::log1p),
            Map.entry(Elementary.SIN,    DerivativeStructure::sin),
            Map.entry(Elementary.COS,    DerivativeStructure::cos),
            Map.entry(Elementary.TAN,    DerivativeStructure::tan),
            Map.entry(Elementary.ASIN,   DerivativeStructure::asin),
            Map.entry(Elementary.ACOS,   DerivativeStructure::acos),
            Map.entry(Elementary.ATAN,   DerivativeStructure::atan),
            Map.entry(Elementary.SINH,   DerivativeStructure::sinh),
            Map.entry(Elementary.COSH,   DerivativeStructure::cosh),
            Map.entry(Elementary.TANH,   DerivativeStructure::tanh),
            Map.entry(Elementary.ASINH,  DerivativeStructure::asinh),
            Map.entry(Elementary.ACOSH,  DerivativeStructure::acosh),
            Map.entry(Elementary.ATANH,  DerivativeStructure::atanh),
            Map.entry(Elementary.ABS,    DerivativeStructure::abs)), Map.of(
            Arithmetic.PLUS,  DerivativeStructure::add,
            Arithmetic.MINUS, DerivativeStructure::subtract,
            Arithmetic.TIMES, DerivativeStructure::multiply,
            Arithmetic.OVER,  DerivativeStructure::divide,
            Arithmetic.POWER, DerivativeStructure::pow,
            Bivariate.ATAN2,  (y, x) -> y.atan2(x),
            Bivariate.HYPOT,  (x, y) -> DerivativeStructure.hypot(x, y)));
    // spotless:on

    /** Its tables take 1.4·n³ bytes, and stay: 40 MB. */
    private static final int MOST_VARIABLES = 300;

    /** Of values and partial derivatives of all lines, which are kept: 80 MB. */
    private static final long MOST_NUMBERS = 10_000_000;

    @Override
    public String id() {
        return "autodiff.commons";
    }

    @Override
    public Gradient prepare(Expr f, List<Expr.Var> variables, List<Expr.Var> wanted) {
        var list = WengertList.of(f, variables);
        HAS.require(list);
        if (wanted.size() > MOST_VARIABLES || (long) wanted.size() * list.size() > MOST_NUMBERS) {
            throw new Refusal("Commons Math would take too much memory for " + wanted.size() + " variables");
        }
        int[] direction = variables.stream().mapToInt(wanted::indexOf).toArray();
        return new Prepared(list, direction, wanted.size());
    }

    private record Prepared(WengertList list, int[] direction, int parameters) implements Gradient {

        @Override
        public void at(double[] x, double[] gradient) {
            var k = new Structures(parameters);
            var inputs = new ArrayList<DerivativeStructure>();
            for (int i = 0; i < x.length; i++) {
                inputs.add(
                        direction[i] < 0
                                ? new DerivativeStructure(parameters, 1, x[i])
                                : new DerivativeStructure(parameters, 1, direction[i], x[i]));
            }
            double[] all = list.in(k, inputs).get(0).getAllDerivatives(); // value first
            System.arraycopy(all, 1, gradient, 0, parameters);
        }

        @Override
        public int evaluations() {
            return 1;
        }

        @Override
        public Optional<Long> operations() {
            return Optional.empty();
        }
    }

    private record Structures(int parameters) implements Algebra<DerivativeStructure> {

        @Override
        public DerivativeStructure constant(Constant c) {
            return new DerivativeStructure(parameters, 1, c.doubleValue());
        }

        @Override
        public DerivativeStructure apply(Unary f, DerivativeStructure x) {
            return HAS.unary().containsKey(f)
                    ? HAS.unary().get(f).apply(x)
                    : new DerivativeStructure(parameters, 1, f.of(x.getValue()));
        }

        @Override
        public DerivativeStructure apply(Binary f, DerivativeStructure x, DerivativeStructure y) {
            return !HAS.binary().containsKey(f)
                    ? new DerivativeStructure(parameters, 1, f.of(x.getValue(), y.getValue()))
                    : HAS.binary().get(f).apply(x, y);
        }

        @Override
        public DerivativeStructure power(DerivativeStructure x, Rational n) {
            return n.isInteger() && n.numerator().bitLength() < 31
                    ? x.pow(n.numerator().intValueExact())
                    : x.pow(n.doubleValue());
        }

        @Override
        public DerivativeStructure choose(
                DerivativeStructure condition, DerivativeStructure yes, DerivativeStructure no) {
            return condition.getValue() != 0 ? yes : no;
        }
    }
}
