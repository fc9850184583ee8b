package tridiff.peers;

import tridiff.expr.Algebra;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Constant;
import tridiff.expr.Rational;
import tridiff.expr.Unary;

/** A library's numbers with derivatives as an algebra: functions it has by its own rules, others for their values alone. */
interface LibraryNumbers<T> extends Algebra<T> {

    Vocabulary<T> vocabulary();

    /** A number without derivatives. */
    T number(double value);

    double value(T x);

    T power(T x, int n);

    T power(T x, double n);

    @Override
    default T constant(Constant c) {
        return number(c.doubleValue());
    }

    @Override
    default T apply(Unary f, T x) {
        var known = vocabulary().unary().get(f);
        return known != null ? known.apply(x) : number(f.of(value(x)));
    }

    @Override
    default T apply(Binary f, T x, T y) {
        var known = vocabulary().binary().get(f);
        if (known != null) {
            return known.apply(x, y);
        }
        return f == Arithmetic.POWER ? power(x, value(y)) : number(f.of(value(x), value(y)));
    }

    @Override
    default T power(T x, Rational n) {
        return n.isInteger() && n.numerator().bitLength() < 31
                ? power(x, n.numerator().intValueExact())
                : power(x, n.doubleValue());
    }

    @Override
    default T choose(T condition, T yes, T no) {
        return value(condition) != 0 ? yes : no;
    }
}
