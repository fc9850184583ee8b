package tridiff.cli.input;

import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import tridiff.cli.output.Failure;
import tridiff.expr.Expr;
import tridiff.expr.said.Said;
import tridiff.wengert.method.Operator;
import tridiff.wengert.method.Problem;

/** What is computed of a function beside its gradient. */
public final class OperatorArgument {

    private static final int HIGHEST = 100;

    /** The operators that have a table of their own. */
    public enum Choice {
        HESSIAN,
        HESSIAN_VECTOR,
        DERIVATIVE;

        /** As it is typed. */
        @Override
        public String toString() {
            return Operator.valueOf(name()).toString();
        }
    }

    @Option(
            names = "--operator",
            paramLabel = "OPERATOR",
            description = {
                "Compare another operator than the gradient: hessian, hessian-vector (with --vector), or derivative",
                "(of --order by one variable)."
            })
    private Choice choice;

    @Option(
            names = "--vector",
            split = ",",
            paramLabel = "1,-1",
            description = "What the Hessian is multiplied by: a number for each variable of --wrt.")
    private List<String> vector = List.of();

    @Option(
            names = "--order",
            paramLabel = "N",
            description = "The order of the derivative (default: ${DEFAULT-VALUE}).")
    private int order = 2;

    public boolean isGradient() {
        return choice == null;
    }

    public Operator operator() {
        return Operator.valueOf(choice.name());
    }

    /** The problem by these variables; a derivative of higher order has one that is wanted so many times. */
    public Problem problem(Expr f, List<Expr.Var> variables, List<Expr.Var> wanted) {
        if (choice != Choice.DERIVATIVE) {
            return Problem.of(f, variables, wanted);
        }
        if (wanted.size() != 1) {
            throw Failure.usage(Said.of("cli.usage.order.one"), Said.of("cli.help.order.one"));
        }
        if (order < 1 || order > HIGHEST) {
            throw Failure.usage(
                    Said.of("cli.usage.range", "--order", "1", HIGHEST), Said.of("expr.help.example", "--order 3"));
        }
        return Problem.of(f, variables, Collections.nCopies(order, wanted.get(0)));
    }

    /** What the operator is given: the point, and behind it the vector. */
    public double[] inputs(double[] point, int wanted) {
        boolean takesVector = choice == Choice.HESSIAN_VECTOR;
        if (vector.size() != (takesVector ? wanted : 0)) {
            throw Failure.usage(
                    takesVector ? Said.of("cli.usage.vector", wanted, vector.size()) : Said.of("cli.usage.vector.none"),
                    Said.of(
                            "expr.help.example",
                            "--operator hessian-vector --vector "
                                    + String.join(
                                            ",",
                                            Stream.generate(() -> "1")
                                                    .limit(Math.max(1, wanted))
                                                    .toList())));
        }
        return DoubleStream.concat(
                        DoubleStream.of(point), vector.stream().mapToDouble(v -> PointArgument.number("--vector", v)))
                .toArray();
    }
}
