package tridiff.peers;

import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IBuiltInSymbol;
import org.matheclipse.core.interfaces.IExpr;
import tridiff.expr.Algebra;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Bivariate;
import tridiff.expr.Comparison;
import tridiff.expr.Constant;
import tridiff.expr.Elementary;
import tridiff.expr.NamedConstant;
import tridiff.expr.Operation;
import tridiff.expr.Rational;
import tridiff.expr.Refusal;
import tridiff.expr.Unary;
import tridiff.expr.said.Said;

/**
 * Formulas of symja as an algebra: run in it, a list writes our formula as symja's, exactly and without going through text.
 *
 * <p>Nothing is evaluated here. What symja has no function for is written by others that are the same on the reals.
 */
final class SymjaWriter implements Algebra<IExpr> {

    /** The functions of one number that both sides have. */
    static final Map<Elementary, IBuiltInSymbol> FUNCTIONS = functions();

    static final Map<Comparison, IBuiltInSymbol> COMPARISONS = comparisons();

    /** The condition that each comparison, as the number 0 or 1, was made of. */
    private final IdentityHashMap<IExpr, IExpr> conditions = new IdentityHashMap<>();

    private static Map<Elementary, IBuiltInSymbol> functions() {
        var heads = new EnumMap<Elementary, IBuiltInSymbol>(Elementary.class);
        heads.put(Elementary.LOG, S.Log);
        heads.put(Elementary.SIN, S.Sin);
        heads.put(Elementary.COS, S.Cos);
        heads.put(Elementary.TAN, S.Tan);
        heads.put(Elementary.COT, S.Cot);
        heads.put(Elementary.SEC, S.Sec);
        heads.put(Elementary.CSC, S.Csc);
        heads.put(Elementary.ASIN, S.ArcSin);
        heads.put(Elementary.ACOS, S.ArcCos);
        heads.put(Elementary.ATAN, S.ArcTan);
        heads.put(Elementary.SINH, S.Sinh);
        heads.put(Elementary.COSH, S.Cosh);
        heads.put(Elementary.TANH, S.Tanh);
        heads.put(Elementary.ASINH, S.ArcSinh);
        heads.put(Elementary.ACOSH, S.ArcCosh);
        heads.put(Elementary.ATANH, S.ArcTanh);
        heads.put(Elementary.COTH, S.Coth);
        heads.put(Elementary.SECH, S.Sech);
        heads.put(Elementary.CSCH, S.Csch);
        heads.put(Elementary.ACOT, S.ArcCot);
        heads.put(Elementary.ASEC, S.ArcSec);
        heads.put(Elementary.ACSC, S.ArcCsc);
        heads.put(Elementary.ACOTH, S.ArcCoth);
        heads.put(Elementary.ASECH, S.ArcSech);
        heads.put(Elementary.ACSCH, S.ArcCsch);
        heads.put(Elementary.ABS, S.Abs);
        heads.put(Elementary.SIGN, S.Sign);
        heads.put(Elementary.FLOOR, S.Floor);
        heads.put(Elementary.CEIL, S.Ceiling);
        heads.put(Elementary.RELU, S.Ramp);
        heads.put(Elementary.SIGMOID, S.LogisticSigmoid);
        heads.put(Elementary.SINC, S.Sinc);
        heads.put(Elementary.ERF, S.Erf);
        heads.put(Elementary.ERFC, S.Erfc);
        heads.put(Elementary.GAMMA, S.Gamma);
        heads.put(Elementary.LGAMMA, S.LogGamma);
        return Collections.unmodifiableMap(heads);
    }

    private static Map<Comparison, IBuiltInSymbol> comparisons() {
        var heads = new EnumMap<Comparison, IBuiltInSymbol>(Comparison.class);
        heads.put(Comparison.LESS, S.Less);
        heads.put(Comparison.LESS_OR_EQUAL, S.LessEqual);
        heads.put(Comparison.GREATER, S.Greater);
        heads.put(Comparison.GREATER_OR_EQUAL, S.GreaterEqual);
        heads.put(Comparison.EQUAL, S.Equal);
        heads.put(Comparison.UNEQUAL, S.Unequal);
        return Collections.unmodifiableMap(heads);
    }

    @Override
    public IExpr constant(Constant c) {
        if (c instanceof Rational r) {
            return r.isInteger() ? F.ZZ(r.numerator()) : F.QQ(F.ZZ(r.numerator()), F.ZZ(r.denominator()));
        }
        return c == NamedConstant.PI ? S.Pi : S.E;
    }

    @Override
    public IExpr apply(Unary f, IExpr x) {
        if (!(f instanceof Elementary row)) {
            throw unknown(f);
        }
        IBuiltInSymbol head = FUNCTIONS.get(row);
        return head == null ? byOthers(row, x) : F.unaryAST1(head, x);
    }

    private static IExpr byOthers(Elementary f, IExpr x) {
        return switch (f) {
            case NEGATE -> F.Times(F.CN1, x);
            case SQRT -> F.Power(x, F.C1D2);
            case CBRT -> F.Surd(x, F.C3);
            case EXP -> F.Power(S.E, x);
            case EXPM1 -> F.Plus(F.CN1, F.Power(S.E, x));
            case LOG2 -> F.Times(F.Log(x), F.Power(F.Log(F.C2), F.CN1));
            case LOG10 -> F.Times(F.Log(x), F.Power(F.Log(F.C10), F.CN1));
            case LOG1P -> F.Log(F.Plus(F.C1, x));
            case SOFTPLUS -> F.Log(F.Plus(F.C1, F.Power(S.E, x)));
            case GAUSS -> F.Power(S.E, F.Times(F.CN1, F.Power(x, F.C2)));
            case GELU -> F.Times(x, normal(x));
            case NORMCDF -> normal(x);
            case NORMPDF ->
                F.Times(F.Power(S.E, F.Times(F.CN1D2, F.Power(x, F.C2))), F.Power(F.Times(F.C2, S.Pi), F.CN1D2));
            case BESSELJ0 -> F.BesselJ(F.C0, x);
            case DIGAMMA -> F.PolyGamma(F.C0, x);
            default -> throw unknown(f);
        };
    }

    /** The distribution function of the standard normal distribution. */
    private static IExpr normal(IExpr x) {
        return F.Times(F.C1D2, F.Erfc(F.Times(F.CN1, x, F.Power(F.C2, F.CN1D2))));
    }

    @Override
    public IExpr apply(Binary f, IExpr x, IExpr y) {
        if (f instanceof Arithmetic operator) {
            return arithmetic(operator, x, y);
        }
        if (f instanceof Bivariate row) {
            return bivariate(row, x, y);
        }
        if (f instanceof Comparison comparison) {
            return asNumber(F.binaryAST2(COMPARISONS.get(comparison), x, y));
        }
        throw unknown(f);
    }

    private static IExpr arithmetic(Arithmetic operator, IExpr x, IExpr y) {
        return switch (operator) {
            case PLUS -> F.Plus(x, y);
            case MINUS -> F.Plus(x, F.Times(F.CN1, y));
            case TIMES -> F.Times(x, y);
            case OVER -> F.Times(x, F.Power(y, F.CN1));
            case POWER -> F.Power(x, y);
        };
    }

    private static IExpr bivariate(Bivariate f, IExpr x, IExpr y) {
        return switch (f) {
            case ATAN2 -> throw new Refusal(Said.of("peers.symja.hangs"));
            case HYPOT -> F.Power(F.Plus(F.Power(x, F.C2), F.Power(y, F.C2)), F.C1D2);
            case MIN -> F.Min(x, y);
            case MAX -> F.Max(x, y);
            case POLYGAMMA -> F.PolyGamma(x, y);
            case BESSELJ -> F.BesselJ(x, y);
            case SPHERICALBESSELJ -> F.SphericalBesselJ(x, y);
        };
    }

    private IExpr asNumber(IExpr condition) {
        IExpr number = piecewise(condition, F.C1, F.C0);
        conditions.put(number, condition);
        return number;
    }

    /** As Piecewise, which symja differentiates; its If it does not. */
    @Override
    public IExpr choose(IExpr condition, IExpr yes, IExpr no) {
        IExpr known = conditions.get(condition);
        return piecewise(known == null ? F.Unequal(condition, F.C0) : known, yes, no);
    }

    private static IExpr piecewise(IExpr condition, IExpr yes, IExpr no) {
        return F.Piecewise(F.List(F.List(yes, condition)), no);
    }

    private static Refusal unknown(Operation f) {
        return new Refusal(Said.of("peers.symja.unknown", f.symbol()));
    }
}
