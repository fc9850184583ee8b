package tridiff.expr.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Constant;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.NamedConstant;
import tridiff.expr.Rational;
import tridiff.expr.Repeated;
import tridiff.expr.Unary;
import tridiff.expr.text.Printer.Part;

/** Java source over doubles, of the same value to the last bit as an evaluator of lists. */
final class JavaNotation extends PlainNotation {

    /** What Java has besides its keywords that a variable must not be called. */
    private static final Set<String> CLASSES = Set.of("Math", "Real", "Double");

    private final Set<String> taken;

    JavaNotation() {
        this(Set.of());
    }

    private JavaNotation(Set<String> taken) {
        this.taken = taken;
    }

    /** Parameters of a lambda must not be named as what is around it: as the variables, or as those of another lambda. */
    @Override
    public JavaNotation within(Expr root) {
        return new JavaNotation(root.variables().stream().map(this::spelled).collect(Collectors.toSet()));
    }

    @Override
    public int precedence(Expr e) {
        int plain = super.precedence(e);
        return plain == Printer.POWER || plain == Printer.COMPARISON ? Printer.ATOM : plain;
    }

    @Override
    public List<Object> constant(Constant value) {
        if (value instanceof NamedConstant c) {
            return List.of(c.java());
        }
        double nearest = value.doubleValue();
        if (Double.isInfinite(nearest)) {
            return List.of("Double.POSITIVE_INFINITY"); // no literal says so
        }
        if (nearest == 0) {
            return List.of("0.0");
        }
        String digits = Printer.digits((Rational) value);
        return List.of(digits.contains(".") || digits.contains("e") ? digits : digits + ".0");
    }

    /** Words of Java get an underscore; digits below the line become ordinary ones. */
    @Override
    public List<Object> variable(Expr.Var variable) {
        var name = new StringBuilder();
        variable.name()
                .codePoints()
                .forEach(c -> name.appendCodePoint(c >= 0x2080 && c <= 0x2089 ? c - 0x2080 + '0' : c));
        boolean taken = SourceVersion.isKeyword(name) || CLASSES.contains(name.toString());
        return List.of(taken ? name.append('_').toString() : name.toString());
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

    private String spelled(Expr.Var variable) {
        return variable(variable).get(0).toString();
    }

    /** The parameter of a loop's lambda: its variables' names, with a number where something around or inside has that name. */
    private String parameter(Repeated loop) {
        List<Expr.Var> own = loop.kind() == Repeated.Kind.ITERATE ? loop.states() : List.of(loop.index());
        String wish = own.stream().map(this::spelled).collect(Collectors.joining("_"));
        var inside = new HashSet<String>(taken);
        for (Expr e : Expr.nodes(loop.bodies())) {
            if (e instanceof Repeated inner) {
                inside.add(parameter(inner));
            } else if (e instanceof Expr.Var v && !own.contains(v)) {
                inside.add(spelled(v));
            }
        }
        String name = wish;
        for (int i = 1; inside.contains(name); i++) {
            name = wish + "_" + i;
        }
        return name;
    }

    /** Calls of Real with a lambda; several states are an array. */
    @Override
    public List<Object> repeated(Repeated loop) {
        String parameter = parameter(loop);
        if (loop.kind() != Repeated.Kind.ITERATE) {
            String name = loop.kind() == Repeated.Kind.SUM ? "sum(" : "product(";
            return List.of(
                    "Real." + name + loop.from() + "L, " + loop.to() + "L, " + parameter + " -> ",
                    new Part(loop.bodies().get(0).with(loop.index(), Expr.unchecked(parameter)), 0),
                    ")");
        }
        if (loop.states().size() == 1) {
            return List.of(
                    "Real.iterate(" + loop.to() + "L, ",
                    new Part(loop.starts().get(0), 0),
                    ", " + parameter + " -> ",
                    new Part(loop.bodies().get(0).with(loop.states().get(0), Expr.unchecked(parameter)), 0),
                    ")");
        }
        var pieces = new ArrayList<Object>();
        pieces.add("Real.iterate(" + loop.to() + "L, new double[] {");
        join(pieces, loop.starts(), ", ");
        pieces.add("}, " + parameter + " -> new double[] {");
        List<Expr> bodies = loop.bodies();
        for (int i = 0; i < loop.states().size(); i++) {
            Expr.Var state = loop.states().get(i);
            Expr.Var element = Expr.unchecked(parameter + "[" + i + "]");
            bodies = bodies.stream().map(e -> e.with(state, element)).toList();
        }
        join(pieces, bodies, ", ");
        pieces.add("})[" + loop.result() + "]");
        return pieces;
    }

    @Override
    public List<Object> choice(Expr condition, Expr yes, Expr no) {
        return List.of("Real.choose(", new Part(condition, 0), ", ", new Part(yes, 0), ", ", new Part(no, 0), ")");
    }
}
