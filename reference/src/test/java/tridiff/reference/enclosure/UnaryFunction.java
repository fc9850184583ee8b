package tridiff.reference.enclosure;

import java.util.function.BiFunction;

/** The functions of one variable, each with an interval of arguments where it is interesting. */
enum UnaryFunction {
    NEGATE(EnclosureArithmetic::negate, -5, 5),
    SQRT(EnclosureArithmetic::sqrt, 0, 9),
    CBRT(EnclosureArithmetic::cbrt, -9, 9),
    EXP(EnclosureArithmetic::exp, -30, 30),
    EXPM1(EnclosureArithmetic::expm1, -3, 3),
    LOG(EnclosureArithmetic::log, 0, 3),
    LOG2(EnclosureArithmetic::log2, 0, 3),
    LOG10(EnclosureArithmetic::log10, 0, 12),
    LOG1P(EnclosureArithmetic::log1p, -1, 2),
    SIN(EnclosureArithmetic::sin, -10, 10),
    COS(EnclosureArithmetic::cos, -10, 10),
    TAN(EnclosureArithmetic::tan, -5, 5),
    COT(EnclosureArithmetic::cot, -5, 5),
    SEC(EnclosureArithmetic::sec, -5, 5),
    CSC(EnclosureArithmetic::csc, -5, 5),
    ASIN(EnclosureArithmetic::asin, -1, 1),
    ACOS(EnclosureArithmetic::acos, -1, 1),
    ATAN(EnclosureArithmetic::atan, -5, 5),
    SINH(EnclosureArithmetic::sinh, -4, 4),
    COSH(EnclosureArithmetic::cosh, -4, 4),
    TANH(EnclosureArithmetic::tanh, -4, 4),
    ASINH(EnclosureArithmetic::asinh, -8, 8),
    ACOSH(EnclosureArithmetic::acosh, 1, 5),
    ATANH(EnclosureArithmetic::atanh, -1, 1),
    SIGMOID(EnclosureArithmetic::sigmoid, -50, 50),
    SOFTPLUS(EnclosureArithmetic::softplus, -50, 50),
    ERF(EnclosureArithmetic::erf, -7, 7),
    ERFC(EnclosureArithmetic::erfc, -7, 20),
    GAMMA(EnclosureArithmetic::gamma, -5, 8),
    LGAMMA(EnclosureArithmetic::lgamma, -5, 8),
    DIGAMMA(EnclosureArithmetic::digamma, -5, 8),
    TRIGAMMA((a, x) -> a.polygamma(Enclosure.of(1L), x), -5, 8),
    POLYGAMMA((a, x) -> a.polygamma(Enclosure.of(4L), x), -5, 8),
    ABS(EnclosureArithmetic::abs, -2, 2),
    SIGN(EnclosureArithmetic::sign, -2, 2),
    FLOOR(EnclosureArithmetic::floor, -9, 9),
    CEIL(EnclosureArithmetic::ceil, -9, 9),
    RELU(EnclosureArithmetic::relu, -2, 2),
    CUBE((a, x) -> a.power(x, Enclosure.of(3L)), -3, 3),
    FOURTH_POWER((a, x) -> a.power(x, Enclosure.of(4L)), -3, 3),
    INVERSE_SQUARE((a, x) -> a.power(x, Enclosure.of(-2L)), -3, 3),
    REAL_POWER((a, x) -> a.power(x, Enclosure.of(1.7)), 0, 3),
    REAL_EXPONENT((a, x) -> a.power(Enclosure.of(0.3), x), -4, 4),
    ATAN2((a, x) -> a.atan2(x, Enclosure.of(-1.5)), -4, 4),
    HYPOT((a, x) -> a.hypot(x, Enclosure.of(0.01)), -1, 1),
    SQUARE((a, x) -> a.times(x, x), -3, 3),
    RECIPROCAL((a, x) -> a.over(Enclosure.of(1L), x), -3, 3),
    MIN((a, x) -> a.min(x, Enclosure.of(0.5)), -1, 1),
    MAX((a, x) -> a.max(x, Enclosure.of(0.5)), -1, 1);

    private final BiFunction<EnclosureArithmetic, Enclosure, Enclosure> function;
    final double from;
    final double to;

    UnaryFunction(BiFunction<EnclosureArithmetic, Enclosure, Enclosure> function, double from, double to) {
        this.function = function;
        this.from = from;
        this.to = to;
    }

    Enclosure at(EnclosureArithmetic arithmetic, Enclosure x) {
        return function.apply(arithmetic, x);
    }
}
