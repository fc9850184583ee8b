package tridiff.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import tridiff.expr.Arithmetic;
import tridiff.expr.Bivariate;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.Refusal;
import tridiff.expr.said.Said;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.Method;
import tridiff.wengert.method.MethodId;
import tridiff.wengert.method.Operator;
import tridiff.wengert.method.Prepared;
import tridiff.wengert.method.Problem;

/** The peer: forward mode of Apache Commons Math, its own rules, all variables at once. */
public final class CommonsDerivativeStructure implements Method {

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

    /** Times the square of the order. Its tables take 1.4·n³ bytes for the first order, and stay: 40 MB. */
    private static final int MOST_VARIABLES = 300;

    /** Of values and partial derivatives of all lines, which are kept: 80 MB. */
    private static final long MOST_NUMBERS = 10_000_000;

    @Override
    public MethodId id() {
        return CommonsMath.DERIVATIVE_STRUCTURE;
    }

    @Override
    public Set<Operator> operators() {
        return Operator.ALL;
    }

    @Override
    public Prepared gradient(Problem p) {
        return new Gradient(structure(p, 1));
    }

    /** Its second order. */
    @Override
    public Prepared hessian(Problem p) {
        return new Hessian(structure(p, 2));
    }

    /** Its orders of one variable; mixed ones to the second. */
    @Override
    public Prepared derivative(Problem p) {
        List<Expr.Var> by = p.wanted().stream().distinct().toList();
        int order = p.wanted().size();
        return by.size() > 1 || order < 2
                ? Method.super.derivative(p)
                : new Derivative(structure(p.by(by), order), order);
    }

    private static Structure structure(Problem p, int order) {
        WengertList list = p.listOfOne();
        HAS.require(list);
        int n = p.wanted().size();
        double numbers = n; // of one line, beside its value: all derivatives to that order
        for (int k = 2; k <= order; k++) {
            numbers = numbers * (n + k) / k;
        }
        if (n * order * order > MOST_VARIABLES || numbers * list.size() > MOST_NUMBERS) {
            throw new Refusal(Said.of("peers.memory", "Commons Math", n));
        }
        return new Structure(list, Parameters.of(p), n, order);
    }

    /** The function in derivatives up to an order. */
    private record Structure(WengertList list, int[] direction, int parameters, int order) {

        DerivativeStructure at(double[] x) {
            var k = new Structures(parameters, order);
            var inputs = new ArrayList<DerivativeStructure>();
            for (int i = 0; i < x.length; i++) {
                inputs.add(
                        direction[i] < 0
                                ? k.number(x[i])
                                : new DerivativeStructure(parameters, order, direction[i], x[i]));
            }
            return list.in(k, inputs).get(0);
        }
    }

    private record Gradient(Structure f) implements LibraryRun {

        @Override
        public void at(double[] x, double[] gradient) {
            System.arraycopy(f.at(x).getAllDerivatives(), 1, gradient, 0, f.parameters); // the value is the first
        }
    }

    private record Hessian(Structure f) implements LibraryRun {

        @Override
        public void at(double[] x, double[] hessian) {
            DerivativeStructure y = f.at(x);
            int n = f.parameters;
            for (int i = 0; i < n; i++) {
                for (int j = i; j < n; j++) {
                    int[] orders = new int[n];
                    orders[i]++;
                    orders[j]++;
                    hessian[i * n + j] = y.getPartialDerivative(orders);
                    hessian[j * n + i] = hessian[i * n + j];
                }
            }
        }
    }

    private record Derivative(Structure f, int order) implements LibraryRun {

        @Override
        public void at(double[] x, double[] result) {
            result[0] = f.at(x).getPartialDerivative(order);
        }
    }

    private record Structures(int parameters, int order) implements LibraryNumbers<DerivativeStructure> {

        @Override
        public Vocabulary<DerivativeStructure> vocabulary() {
            return HAS;
        }

        @Override
        public DerivativeStructure number(double value) {
            return new DerivativeStructure(parameters, order, value);
        }

        @Override
        public double value(DerivativeStructure x) {
            return x.getValue();
        }

        @Override
        public DerivativeStructure power(DerivativeStructure x, int n) {
            return x.pow(n);
        }

        @Override
        public DerivativeStructure power(DerivativeStructure x, double n) {
            return x.pow(n);
        }
    }
}
