package tridiff.expr.text;

import tridiff.expr.Expr;

/** What {@link Expr#toString} says: the typed language. */
public final class PlainWriter implements Expr.Writer {

    @Override
    public String text(Expr e, int most) {
        return Printer.PLAIN.printUpTo(most, e);
    }
}
