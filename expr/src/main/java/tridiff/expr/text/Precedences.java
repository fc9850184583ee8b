package tridiff.expr.text;

import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Comparison;
import tridiff.expr.Constant;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.Repeated;
import tridiff.expr.Unary;

/** How tightly the outermost operation of an expression binds in notations with operators. */
final class Precedences implements Expr.Visitor<Integer> {

    @Override
    public Integer constant(Constant value) {
        return Printer.ATOM;
    }

    @Override
    public Integer variable(Expr.Var variable) {
        return Printer.ATOM;
    }

    @Override
    public Integer call(Unary f, Expr x) {
        return f == Elementary.NEGATE ? Printer.SIGN : Printer.ATOM;
    }

    @Override
    public Integer call(Binary f, Expr x, Expr y) {
        if (f instanceof Arithmetic operator) {
            return switch (operator) {
                case PLUS, MINUS -> Printer.SUM;
                case TIMES, OVER -> Printer.PRODUCT;
                case POWER -> Printer.POWER;
            };
        }
        return f instanceof Comparison ? Printer.COMPARISON : Printer.ATOM;
    }

    @Override
    public Integer repeated(Repeated loop) {
        return Printer.ATOM;
    }

    @Override
    public Integer choice(Expr condition, Expr yes, Expr no) {
        return Printer.ATOM;
    }
}
