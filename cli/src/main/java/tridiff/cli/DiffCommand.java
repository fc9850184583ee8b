package tridiff.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tridiff.expr.DotGraph;
import tridiff.expr.Expr;
import tridiff.expr.Printer;
import tridiff.expr.WengertList;
import tridiff.symbolic.SymbolicDerivative;

/** Prints a derivative as a formula. */
@Command(
        name = "diff",
        header = {
            "Prints a derivative as a formula.",
            "",
            "Examples:",
            "  tridiff diff 'exp(sin(x))/(1+x^2)'",
            "  tridiff diff 'x^y' --wrt y --as latex",
            "  tridiff diff 'tanh(x)' --order 3 --simplify none",
            "  tridiff diff 'sin(x)^2' --as dot | dot -Tsvg > graph.svg",
            ""
        },
        description = {"Prints the derivative of EXPR as a formula.", ""},
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {

    private static final int MOST_ORDERS = 1_000;

    enum Form {
        PLAIN,
        LATEX,
        JAVA,
        DOT
    }

    enum Simplify {
        NONE,
        BASIC
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private ExpressionArgument expression;

    @Option(
            names = {"-w", "--wrt"},
            paramLabel = "x",
            description = "The variable to differentiate by; may be left out where there is only one.")
    private String wrt;

    @Option(
            names = {"-n", "--order"},
            paramLabel = "N",
            description = "The order of the derivative (default: ${DEFAULT-VALUE}).")
    private int order = 1;

    @Option(names = "--as", paramLabel = "FORM", description = "plain, latex, java or dot (default: plain).")
    private Form form = Form.PLAIN;

    @Option(names = "--simplify", paramLabel = "HOW", description = "none or basic (default: basic).")
    private Simplify simplify = Simplify.BASIC;

    @Option(
            names = "--max-nodes",
            paramLabel = "N",
            description = "Largest formula, in tree nodes when printed (default: ${DEFAULT-VALUE}).")
    private long maxNodes = 200_000;

    @Override
    public Integer call() {
        if (order < 0 || order > MOST_ORDERS) {
            throw Failure.of(Failure.USAGE, "--order must not be negative, nor above " + MOST_ORDERS, "");
        }
        var parsed = expression.read(Set.of());
        parsed.notes().forEach(note -> spec.commandLine().getErr().println("note: " + note));
        Expr f = parsed.expr();
        var conditions = new LinkedHashSet<String>();
        Expr derivative = derivative(f, variable(f), conditions);
        spec.commandLine().getOut().println(print(derivative));
        if (!conditions.isEmpty()) {
            spec.commandLine().getErr().println("note: where " + String.join(", ", conditions));
        }
        return 0;
    }

    private Expr derivative(Expr f, Expr.Var x, Set<String> conditions) {
        var method = simplify == Simplify.NONE ? SymbolicDerivative.raw() : SymbolicDerivative.simplified();
        Expr derivative = f;
        for (int k = 1; k <= order; k++) {
            if (simplify != Simplify.NONE) {
                SymbolicDerivative.conditions(derivative, x).forEach(conditions::add);
            }
            derivative = method.derivative(derivative, x);
            requireSize(k, WengertList.of(derivative, List.of()).size(), "distinct nodes");
        }
        return derivative;
    }

    private void requireSize(int k, long nodes, String what) {
        if (nodes > maxNodes) {
            throw Failure.of(
                    Failure.LIMIT,
                    "the derivative of order " + k + " has more than " + maxNodes + " " + what,
                    "--max-nodes raises the limit; automatic differentiation does not need the formula");
        }
    }

    private String print(Expr e) {
        var list = WengertList.of(e, List.of());
        if (form == Form.DOT) {
            return DotGraph.of(list);
        }
        requireSize(
                order,
                list.treeSize()
                        .min(java.math.BigInteger.valueOf(Long.MAX_VALUE))
                        .longValue(),
                "nodes as a tree");
        return switch (form) {
            case LATEX -> Printer.LATEX.print(e);
            case JAVA -> Printer.JAVA.print(e);
            default -> Printer.PLAIN.print(e);
        };
    }

    private Expr.Var variable(Expr f) {
        List<Expr.Var> variables = f.variables();
        if (wrt == null) {
            if (variables.size() != 1) {
                throw Failure.of(
                        Failure.USAGE,
                        variables.isEmpty() ? "the expression has no variables" : "by which variable?",
                        "add --wrt "
                                + (variables.isEmpty() ? "x" : variables.get(0).name()));
            }
            return variables.get(0);
        }
        return variables.stream()
                .filter(v -> v.name().equals(wrt))
                .findFirst()
                .orElseThrow(
                        () -> Failure.of(Failure.USAGE, "--wrt: '" + wrt + "' does not occur in the expression", ""));
    }
}
