package tridiff.expr.text;

import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.Repeated;

/** What notations of typeset mathematics have in common: powers of ten and of e are raised, names have subscripts. */
abstract class TypesetNotation extends PlainNotation {

    /**
     * A name and its subscript, as in x1 and x_1.
     *
     * @param index empty if there is none
     */
    record Name(String stem, String index) {

        static Name of(String name) {
            int end = name.length();
            while (end > 1 && Character.isDigit(name.charAt(end - 1))) {
                end--;
            }
            int underscore = name.indexOf('_');
            return underscore > 0
                    ? new Name(name.substring(0, underscore), name.substring(underscore + 1))
                    : new Name(name.substring(0, end), name.substring(end));
        }
    }

    @Override
    public final int precedence(Expr e) {
        if (e instanceof Expr.Choice) {
            return Printer.SUM;
        }
        if (e instanceof Repeated loop) {
            return loop.kind() == Repeated.Kind.ITERATE ? Printer.ATOM : Printer.LOOP;
        }
        if (isTimesPowerOfTen(e)) {
            return Printer.PRODUCT;
        }
        boolean power = e instanceof Expr.UnaryCall call && call.operation() == Elementary.EXP;
        return power ? Printer.POWER : super.precedence(e);
    }

    private static boolean isTimesPowerOfTen(Expr e) {
        return e instanceof Expr.Const c
                && c.value() instanceof Rational r
                && Printer.digits(r).indexOf('e') >= 0;
    }
}
