package tridiff.expr.text;

import java.util.ArrayList;
import java.util.List;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Comparison;
import tridiff.expr.Constant;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.NamedConstant;
import tridiff.expr.Rational;
import tridiff.expr.Repeated;
import tridiff.expr.Unary;
import tridiff.expr.text.Printer.Part;

/** The typed language. */
class PlainNotation implements Printer.Notation {

    /** How tightly the outermost operation binds. */
    @Override
    public int precedence(Expr e) {
        if (e instanceof Expr.UnaryCall call) {
            return call.operation() == Elementary.NEGATE ? Printer.SIGN : Printer.ATOM;
        }
        Binary f = e instanceof Expr.BinaryCall call ? call.operation() : null;
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
    public List<Object> constant(Constant value) {
        return List.of(value instanceof Rational r ? Printer.digits(r) : ((NamedConstant) value).symbol());
    }

    @Override
    public List<Object> variable(Expr.Var variable) {
        return List.of(variable.name());
    }

    @Override
    public List<Object> call(Unary f, Expr x) {
        return f == Elementary.NEGATE
                ? List.of("-", new Part(x, Printer.SIGN))
                : List.of(f.symbol(), "(", new Part(x, 0), ")");
    }

    @Override
    public List<Object> call(Binary f, Expr x, Expr y) {
        if (f instanceof Arithmetic operator) {
            return infix(operator, x, y);
        }
        return f instanceof Comparison
                ? List.of(new Part(x, Printer.SUM), " " + f.symbol() + " ", new Part(y, Printer.SUM))
                : List.of(f.symbol(), "(", new Part(x, 0), ", ", new Part(y, 0), ")");
    }

    /** Sums with blanks around the sign; what stands on the right of an operator of its own kind is put in parentheses. */
    static List<Object> infix(Arithmetic f, Expr x, Expr y) {
        return switch (f) {
            case PLUS, MINUS -> List.of(new Part(x, Printer.SUM), " " + f.symbol() + " ", new Part(y, Printer.PRODUCT));
            case TIMES, OVER -> List.of(new Part(x, Printer.PRODUCT), f.symbol(), new Part(y, Printer.SIGN));
            case POWER -> List.of(new Part(x, Printer.ATOM), f.symbol(), new Part(y, Printer.SIGN));
        };
    }

    /** sum(i, 1, 9, body); iterate(9, x, start, next), further states in threes, and the one that is its value if not the first. */
    @Override
    public List<Object> repeated(Repeated loop) {
        var pieces = new ArrayList<Object>();
        if (loop.kind() != Repeated.Kind.ITERATE) {
            String name = loop.kind() == Repeated.Kind.SUM ? "sum(" : "prod(";
            pieces.add(name + loop.index().name() + ", " + loop.from() + ", " + loop.to() + ", ");
            pieces.add(new Part(loop.bodies().get(0), 0));
        } else {
            pieces.add("iterate(" + loop.to());
            int n = loop.states().size();
            for (int state = 0; state < n; state++) {
                pieces.add(", " + loop.states().get(state).name() + ", ");
                pieces.add(new Part(loop.starts().get(state), 0));
                pieces.add(", ");
                pieces.add(new Part(loop.bodies().get(state), 0));
            }
            pieces.add(
                    loop.result() == 0
                            ? ""
                            : ", " + loop.states().get(loop.result()).name());
        }
        pieces.add(")");
        return pieces;
    }

    /** Adds formulas with something between them. */
    static void join(List<Object> pieces, List<? extends Expr> parts, String between) {
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                pieces.add(between);
            }
            pieces.add(new Part(parts.get(i), 0));
        }
    }

    @Override
    public List<Object> choice(Expr condition, Expr yes, Expr no) {
        return List.of("if(", new Part(condition, 0), ", ", new Part(yes, 0), ", ", new Part(no, 0), ")");
    }
}
