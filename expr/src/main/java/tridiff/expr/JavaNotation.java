package tridiff.expr;

import java.util.List;
import tridiff.expr.Printer.Part;

/** Java source over doubles, of the same value to the last bit as an {@link Evaluator}. */
final class JavaNotation extends PlainNotation {

    @Override
    public int precedence(Expr e) {
        int plain = super.precedence(e);
        return plain == Printer.POWER || plain == Printer.COMPARISON ? Printer.ATOM : plain;
    }

    @Override
    public List<Object> constant(Constant value) {
        if (value instanceof Known c) {
            return List.of(c.java());
        }
        String digits = Printer.digits((Rational) value);
        return List.of(digits.contains(".") || digits.contains("e") ? digits : digits + ".0");
    }

    @Override
    public List<Object> call(Unary f, Expr x) {
        return f == Elementary.NEGATE
                ? List.of("-", new Part(x, Printer.ATOM)) // not --x, which Java reads as a decrement
                : List.of(f.java(), "(", new Part(x, 0), ")");
    }

    @Override
    public List<Object> call(Binary f, Expr x, Expr y) {
        return f instanceof Arithmetic operator && operator != Arithmetic.POWER
                ? infix(operator, x, y)
                : List.of(f.java(), "(", new Part(x, 0), ", ", new Part(y, 0), ")");
    }

    @Override
    public List<Object> choice(Expr condition, Expr yes, Expr no) {
        return List.of("Real.choose(", new Part(condition, 0), ", ", new Part(yes, 0), ", ", new Part(no, 0), ")");
    }
}
