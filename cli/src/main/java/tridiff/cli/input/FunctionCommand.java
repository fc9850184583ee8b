package tridiff.cli.input;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import tridiff.cli.output.PrintingCommand;
import tridiff.compare.Comparer;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.said.Said;
import tridiff.expr.text.Parser;

/** What all commands have that are about one function at a point. */
public abstract class FunctionCommand extends PrintingCommand {

    @Mixin
    protected ExpressionArgument expression;

    @Mixin
    protected PointArgument point;

    /** The function, in which the coordinates of the point are variables. */
    protected final Parser.Parsed parsed() {
        return expression.read(point.coordinates().keySet());
    }

    /**
     * What to ask these methods.
     *
     * @param exact whether the reference is taken at the numbers as they were written
     */
    protected final Comparer.Question question(MethodsArgument methods, boolean exact) {
        Parser.Parsed parsed = parsed();
        List<Expr.Var> variables = parsed.expr().variables();
        double[] values = point.values(variables);
        List<Expr.Var> wanted = point.wanted(variables);
        List<Said> notes = Stream.of(parsed.notes(), methods.notes(variables, values, wanted))
                .flatMap(List::stream)
                .toList();
        List<Rational> exactPoint = exact
                ? point.exactValues(variables)
                : Arrays.stream(values).mapToObj(Rational::of).toList();
        return new Comparer.Question(
                expression.text(), parsed.expr(), variables, values, wanted, methods.ids(), notes, exactPoint);
    }
}
