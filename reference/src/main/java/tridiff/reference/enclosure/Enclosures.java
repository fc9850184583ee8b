package tridiff.reference.enclosure;

import java.util.Map;
import java.util.OptionalInt;
import tridiff.expr.Algebra;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Bivariate;
import tridiff.expr.Comparison;
import tridiff.expr.Constant;
import tridiff.expr.DataColumn;
import tridiff.expr.Elementary;
import tridiff.expr.NamedConstant;
import tridiff.expr.Operation;
import tridiff.expr.Rational;
import tridiff.expr.Unary;

/** Proved intervals of arbitrary precision as an algebra: the table of functions once more, by their enclosures. */
public final class Enclosures implements Algebra<Enclosure> {

    private interface Of1 {
        Enclosure apply(EnclosureArithmetic k, Enclosure x);
    }

    private interface Of2 {
        Enclosure apply(EnclosureArithmetic k, Enclosure x, Enclosure y);
    }

    // spotless:off - these are tables
    private static final Map<Unary, Of1> UNARY = Map.ofEntries(
            Map.entry(Elementary.NEGATE,   EnclosureArithmetic::negate),
            Map.entry(Elementary.SQRT,     EnclosureArithmetic::sqrt),
            Map.entry(Elementary.CBRT,     EnclosureArithmetic::cbrt),
            Map.entry(Elementary.EXP,      EnclosureArithmetic::exp),
            Map.entry(Elementary.EXPM1,    EnclosureArithmetic::expm1),
            Map.entry(Elementary.LOG,      EnclosureArithmetic::log),
            Map.entry(Elementary.LOG2,     EnclosureArithmetic::log2),
            Map.entry(Elementary.LOG10,    EnclosureArithmetic::log10),
            Map.entry(Elementary.LOG1P,    EnclosureArithmetic::log1p),
            Map.entry(Elementary.SIN,      EnclosureArithmetic::sin),
            Map.entry(Elementary.COS,      EnclosureArithmetic::cos),
            Map.entry(Elementary.TAN,      EnclosureArithmetic::tan),
            Map.entry(Elementary.COT,      EnclosureArithmetic::cot),
            Map.entry(Elementary.SEC,      EnclosureArithmetic::sec),
            Map.entry(Elementary.CSC,      EnclosureArithmetic::csc),
            Map.entry(Elementary.ASIN,     EnclosureArithmetic::asin),
            Map.entry(Elementary.ACOS,     EnclosureArithmetic::acos),
            Map.entry(Elementary.ATAN,     EnclosureArithmetic::atan),
            Map.entry(Elementary.SINH,     EnclosureArithmetic::sinh),
            Map.entry(Elementary.COSH,     EnclosureArithmetic::cosh),
            Map.entry(Elementary.TANH,     EnclosureArithmetic::tanh),
            Map.entry(Elementary.ASINH,    EnclosureArithmetic::asinh),
            Map.entry(Elementary.ACOSH,    EnclosureArithmetic::acosh),
            Map.entry(Elementary.ATANH,    EnclosureArithmetic::atanh),
            Map.entry(Elementary.COTH,     (k, x) -> k.over(k.cosh(x), k.sinh(x))),
            Map.entry(Elementary.SECH,     (k, x) -> k.over(k.constant(Rational.ONE), k.cosh(x))),
            Map.entry(Elementary.CSCH,     (k, x) -> k.over(k.constant(Rational.ONE), k.sinh(x))),
            Map.entry(Elementary.ACOT,     (k, x) -> k.atan(k.over(k.constant(Rational.ONE), x))),
            Map.entry(Elementary.ASEC,     (k, x) -> k.acos(k.over(k.constant(Rational.ONE), x))),
            Map.entry(Elementary.ACSC,     (k, x) -> k.asin(k.over(k.constant(Rational.ONE), x))),
            Map.entry(Elementary.ASECH,    (k, x) -> k.acosh(k.over(k.constant(Rational.ONE), x))),
            Map.entry(Elementary.ACSCH,    (k, x) -> k.asinh(k.over(k.constant(Rational.ONE), x))),
            Map.entry(Elementary.ACOTH,    (k, x) -> k.atanh(k.over(k.constant(Rational.ONE), x))),
            Map.entry(Elementary.ABS,      EnclosureArithmetic::abs),
            Map.entry(Elementary.SIGN,     EnclosureArithmetic::sign),
            Map.entry(Elementary.FLOOR,    EnclosureArithmetic::floor),
            Map.entry(Elementary.CEIL,     EnclosureArithmetic::ceil),
            Map.entry(Elementary.RELU,     EnclosureArithmetic::relu),
            Map.entry(Elementary.SIGMOID,  EnclosureArithmetic::sigmoid),
            Map.entry(Elementary.SOFTPLUS, EnclosureArithmetic::softplus),
            Map.entry(Elementary.GELU,     (k, x) -> k.times(x, normcdf(k, x))),
            Map.entry(Elementary.SINC,     EnclosureArithmetic::sinc),
            Map.entry(Elementary.GAUSS,    (k, x) -> k.exp(k.negate(k.times(x, x)))),
            Map.entry(Elementary.ERF,      EnclosureArithmetic::erf),
            Map.entry(Elementary.ERFC,     EnclosureArithmetic::erfc),
            Map.entry(Elementary.NORMPDF,  Enclosures::normpdf),
            Map.entry(Elementary.NORMCDF,  Enclosures::normcdf),
            Map.entry(Elementary.BESSELJ0, (k, x) -> k.besselj(k.constant(Rational.ZERO), x)),
            Map.entry(Elementary.GAMMA,    EnclosureArithmetic::gamma),
            Map.entry(Elementary.LGAMMA,   EnclosureArithmetic::lgamma),
            Map.entry(Elementary.DIGAMMA,  EnclosureArithmetic::digamma));

    private static final Map<Binary, Of2> BINARY = Map.ofEntries(
            Map.entry(Arithmetic.PLUS,             EnclosureArithmetic::plus),
            Map.entry(Arithmetic.MINUS,            EnclosureArithmetic::minus),
            Map.entry(Arithmetic.TIMES,            EnclosureArithmetic::times),
            Map.entry(Arithmetic.OVER,             EnclosureArithmetic::over),
            Map.entry(Arithmetic.POWER,            EnclosureArithmetic::power),
            Map.entry(Bivariate.ATAN2,             EnclosureArithmetic::atan2),
            Map.entry(Bivariate.HYPOT,             EnclosureArithmetic::hypot),
            Map.entry(Bivariate.MIN,               EnclosureArithmetic::min),
            Map.entry(Bivariate.MAX,               EnclosureArithmetic::max),
            Map.entry(Bivariate.POLYGAMMA,         EnclosureArithmetic::polygamma),
            Map.entry(Bivariate.BESSELJ,           EnclosureArithmetic::besselj),
            Map.entry(Bivariate.SPHERICALBESSELJ,  EnclosureArithmetic::sphericalbesselj),
            Map.entry(Comparison.LESS,             EnclosureArithmetic::less),
            Map.entry(Comparison.LESS_OR_EQUAL,    EnclosureArithmetic::lessOrEqual),
            Map.entry(Comparison.GREATER,          EnclosureArithmetic::greater),
            Map.entry(Comparison.GREATER_OR_EQUAL, EnclosureArithmetic::greaterOrEqual),
            Map.entry(Comparison.EQUAL,            EnclosureArithmetic::equal),
            Map.entry(Comparison.UNEQUAL,          EnclosureArithmetic::unequal));
    // spotless:on

    private final EnclosureArithmetic k;

    public Enclosures(int digits) {
        this.k = new EnclosureArithmetic(digits);
    }

    /** exp(-x²/2)/√(2π) */
    private static Enclosure normpdf(EnclosureArithmetic k, Enclosure x) {
        Enclosure half = k.over(k.times(x, x), k.constant(Rational.of(-2)));
        return k.over(k.exp(half), k.sqrt(k.times(k.constant(Rational.TWO), k.pi())));
    }

    /** erfc(-x/√2)/2 */
    private static Enclosure normcdf(EnclosureArithmetic k, Enclosure x) {
        Enclosure scaled = k.over(k.negate(x), k.sqrt(k.constant(Rational.TWO)));
        return k.over(k.erfc(scaled), k.constant(Rational.TWO));
    }

    /** Whether there is an enclosure of a function; one of one's own says it itself. */
    public static boolean know(Operation f) {
        return f instanceof DataColumn
                || f instanceof EnclosedUnary
                || f instanceof EnclosedBinary
                || UNARY.containsKey(f)
                || BINARY.containsKey(f);
    }

    @Override
    public Enclosure constant(Constant c) {
        return c instanceof Rational r ? k.constant(r) : c == NamedConstant.PI ? k.pi() : k.e();
    }

    @Override
    public Enclosure apply(Unary f, Enclosure x) {
        if (f instanceof EnclosedUnary own) {
            return x.isNumber() ? own.enclosed(k, x) : x;
        }
        return f instanceof DataColumn column ? at(column, x) : UNARY.get(f).apply(k, x);
    }

    /** A number of a column is the double that it is, where the index is known. */
    private static Enclosure at(DataColumn column, Enclosure index) {
        if (!index.isNumber()) {
            return index;
        }
        double number =
                index.exact().isPresent() ? column.of(index.exact().get().doubleValue()) : Double.NaN;
        return Double.isFinite(number)
                ? Enclosure.of(number)
                : index.exact().isPresent() ? Enclosure.undefined(Cause.OUTSIDE_DOMAIN) : Enclosure.undecided();
    }

    @Override
    public Enclosure apply(Binary f, Enclosure x, Enclosure y) {
        if (f instanceof EnclosedBinary own) {
            return x.isNumber() && y.isNumber() ? own.enclosed(k, x, y) : x.isUndefined() || y.isNumber() ? x : y;
        }
        return BINARY.get(f).apply(k, x, y);
    }

    @Override
    public Enclosure power(Enclosure x, Rational n) {
        return n.isZero() && !x.isNumber() ? x : Algebra.super.power(x, n);
    }

    @Override
    public Enclosure wholePower(Enclosure x, Enclosure n, boolean positive) {
        return x.isNumber() && n.isZero() ? constant(1) : power(x, n);
    }

    /** What is not 0 is true; while the condition may be 0 and may not, the choice is open. */
    @Override
    public Enclosure choose(Enclosure condition, Enclosure yes, Enclosure no) {
        if (!condition.isNumber()) {
            return condition;
        }
        OptionalInt sign = condition.signum();
        return sign.isEmpty() ? Enclosure.undecided() : sign.getAsInt() == 0 ? no : yes;
    }
}
