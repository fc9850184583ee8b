package tridiff.cli;

import java.io.PrintWriter;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tridiff.cli.input.ExpressionArgument;
import tridiff.cli.input.PointArgument;
import tridiff.cli.output.Failure;
import tridiff.cli.output.PrintedSteps;
import tridiff.cli.output.PrintingCommand;
import tridiff.compare.OperatorComparison;
import tridiff.compare.time.TimingMode;
import tridiff.expr.Expr;
import tridiff.expr.said.Language;
import tridiff.expr.said.Said;
import tridiff.expr.text.Printer;
import tridiff.reference.Reference;
import tridiff.symbolic.Derivation;
import tridiff.symbolic.SimplificationLevel;
import tridiff.symbolic.SymbolicDerivative;
import tridiff.symbolic.form.Simplification;
import tridiff.symbolic.steps.Steps;
import tridiff.wengert.DotGraph;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.Operator;
import tridiff.wengert.method.Problem;

/** Prints a derivative as a formula. */
@Command(
        name = "diff",
        header = {
            "Prints a derivative as a formula.",
            "",
            "Examples:",
            "  tridiff diff 'exp(sin(x))/(1+x^2)'",
            "  tridiff diff 'x^y' --wrt y --format latex",
            "  tridiff diff 'x*sin(x)' --steps",
            "  tridiff diff 'x^2*exp(y)' --wrt x,y",
            "  tridiff diff 'sin(x)/x' --order 2 --at x=3",
            "  tridiff diff 'log(x1) + x1*x2 - sin(x2)' --what hessian",
            "  tridiff diff 'tanh(x)' --order 3 --simplify none",
            "  tridiff diff 'sin(x)^2' --format dot | dot -Tsvg > graph.svg",
            ""
        },
        description = {"Prints the derivative of EXPR as a formula.", ""})
final class DiffCommand extends PrintingCommand {

    private static final int MOST_ORDERS = 1_000;

    private static final Reference.Effort VALUES =
            new Reference.Effort(20, Reference.MOST_DIGITS, Reference.Effort.DEFAULT.mostSeconds());

    enum Format {
        PLAIN,
        LATEX,
        JAVA,
        DOT
    }

    enum What {
        DERIVATIVE,
        GRADIENT,
        HESSIAN
    }

    @Mixin
    private ExpressionArgument expression;

    @Option(
            names = {"-w", "--wrt"},
            split = ",",
            paramLabel = "x",
            description = {
                "The variable to differentiate by; may be left out where there is only one. Of several, such as",
                "x,y, first by the first, then that by the second; for a gradient or Hessian, by each of them."
            })
    private List<String> wrt = List.of();

    @Option(
            names = {"-n", "--order"},
            paramLabel = "N",
            description = "How often to differentiate by that (default: ${DEFAULT-VALUE}).")
    private int order = 1;

    @Option(
            names = "--what",
            paramLabel = "WHAT",
            description = "derivative, gradient or hessian (default: derivative).")
    private What what = What.DERIVATIVE;

    @Option(
            names = {"-a", "--at"},
            paramLabel = "x=0.7,y=2",
            description = "Also print the value at this point, proved to 20 digits; numbers may be written as pi/4.")
    private String at;

    @Option(names = "--steps", description = "Print every rule that is applied: its name, before and after.")
    private boolean steps;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORM",
            description = "plain, latex, java or dot (default: plain).")
    private Format form = Format.PLAIN;

    @Option(
            names = "--simplify",
            paramLabel = "HOW",
            description = {
                "none, basic or full (default: full). basic computes numbers and collects like terms and factors;",
                "full also looks for common factors, common denominators and identities that make it smaller."
            })
    private SimplificationLevel effort = SimplificationLevel.FULL;

    @Option(
            names = "--max-nodes",
            paramLabel = "N",
            description = "Largest formula, in tree nodes when printed (default: ${DEFAULT-VALUE}).")
    private long maxNodes = 200_000;

    @Option(
            names = "--max-seconds",
            paramLabel = "N",
            description = "Longest time for higher orders, or many derivatives (default: ${DEFAULT-VALUE}).")
    private int maxSeconds = 20;

    private final Set<Said> conditions = new LinkedHashSet<>();
    private boolean complete = true;

    @Override
    public Integer call() {
        if (order < 0 || order > MOST_ORDERS) {
            throw Failure.usage(Said.of("cli.usage.negative.above", "--order", MOST_ORDERS));
        }
        if (steps && (form == Format.JAVA || form == Format.DOT || what != What.DERIVATIVE)) {
            throw Failure.usage(Said.of("cli.usage.steps"));
        }
        if (at != null && (form == Format.JAVA || form == Format.DOT)) {
            throw Failure.usage(Said.of("cli.usage.diff.at"));
        }
        var parsed = expression.readFor(Set.copyOf(wrt));
        parsed.notes().forEach(this::note);
        Expr f = parsed.expr();
        List<Expr.Var> by = what != What.DERIVATIVE && wrt.isEmpty() ? f.variables() : variables(f);
        double[] x = at == null ? null : PointArgument.of(at).values(f.variables());
        if (what == What.DERIVATIVE) {
            derivative(f, by);
        } else {
            partials(f, by);
        }
        if (!conditions.isEmpty()) {
            note(Said.of("symbolic.derivation.where", Said.list(", ", List.copyOf(conditions))));
        }
        if (!complete) {
            note(Said.of("cli.derivation.stopped"));
        }
        if (x != null) {
            values(f, by, x);
        }
        return 0;
    }

    /** The numbers that the formulas stand for at a point; those of a Hessian on and above its diagonal. */
    private void values(Expr f, List<Expr.Var> by, double[] x) {
        var operator =
                switch (what) {
                    case DERIVATIVE -> by.size() == 1 ? Operator.GRADIENT : Operator.DERIVATIVE;
                    case GRADIENT -> Operator.GRADIENT;
                    case HESSIAN -> Operator.HESSIAN;
                };
        OperatorComparison values = OperatorComparison.of(
                Problem.of(f, f.variables(), by), operator, x, List.of(), VALUES, TimingMode.NONE);
        for (int i = 0; i < values.truth().size(); i++) {
            OperatorComparison.Entry entry = values.truth().get(i);
            boolean isMirrored = what == What.HESSIAN && i / by.size() > i % by.size();
            if (entry.value() != null && !isMirrored) {
                out().println(Said.of("cli.diff.value", entry.name(), entry.value(), at.strip())
                        .in(language()));
            }
        }
        out().flush();
        Said help = Said.of("cli.help.formula");
        CompareCommand.requireAll(values, help, help);
    }

    private void note(Said text) {
        Language say = language();
        commandLine().getErr().println(say.text("cli.label.note") + " " + text.in(say));
    }

    private void derivative(Expr f, List<Expr.Var> by) {
        PrintWriter out = out();
        var listener = steps ? new PrintedSteps(out, form == Format.LATEX, language()) : Steps.NONE;
        SymbolicDerivative method = SymbolicDerivative.with(effort);
        requireSize(0, WengertList.of(f, List.of()).sharedSize(), "");
        Derivation derivation = method.derivation(f);
        long start = System.nanoTime();
        for (int k = 0; k < by.size(); k++) {
            requireTime(k, (System.nanoTime() - start) / 1e9);
            derivation = derivation.by(by.get(k), listener);
            requireSize(
                    k + 1,
                    WengertList.of(derivation.formula().expr(), List.of()).size(),
                    "");
        }
        Expr derivative = formula(by.isEmpty() ? method.differentiate(f, by, listener) : derivation.formula());
        if (listener instanceof PrintedSteps printed) {
            printed.result(print(derivative));
        } else {
            out.println(print(derivative));
        }
    }

    /** The gradient, or the half of the Hessian on and above its diagonal: the other half is the same. */
    private void partials(Expr f, List<Expr.Var> by) {
        requireSize(0, WengertList.of(f, List.of()).sharedSize(), "");
        Derivation given = SymbolicDerivative.with(effort).derivation(f);
        long start = System.nanoTime();
        long entries = what == What.GRADIENT ? by.size() : by.size() * (by.size() + 1L) / 2;
        long done = 0;
        for (int i = 0; i < by.size(); i++) {
            Derivation first = given.by(by.get(i));
            if (what == What.GRADIENT) {
                requireTime(done++, entries, start);
                entry(List.of(by.get(i)), first);
            }
            for (int j = i; j < by.size() && what == What.HESSIAN; j++) {
                requireTime(done++, entries, start);
                entry(List.of(by.get(i), by.get(j)), first.by(by.get(j)));
            }
        }
    }

    private void entry(List<Expr.Var> by, Derivation derivative) {
        String name = OperatorComparison.partial(by.stream().map(Expr.Var::name).toList());
        out().println((form == Format.PLAIN ? name + " = " : "") + print(formula(derivative.formula())));
    }

    /** Remembers what a formula assumes. */
    private Expr formula(Simplification derivative) {
        derivative.conditions().forEach(c -> conditions.add(c.said()));
        complete &= derivative.complete();
        return derivative.expr();
    }

    private void requireTime(long done, long entries, long start) {
        if ((System.nanoTime() - start) / 1e9 > maxSeconds) {
            throw Failure.of(
                    Failure.LIMIT,
                    Said.of("cli.limit.derivatives", done, entries, maxSeconds),
                    Said.of("cli.help.limit.wrt"));
        }
    }

    private void requireTime(int done, double seconds) {
        if (seconds > maxSeconds) {
            throw Failure.of(
                    Failure.LIMIT, Said.of("cli.limit.time", done, maxSeconds), Said.of("cli.help.limit.seconds"));
        }
    }

    private void requireSize(int k, long nodes, String of) {
        if (nodes > maxNodes) {
            throw Failure.of(
                    Failure.LIMIT,
                    k == 0
                            ? Said.of("symbolic.limit.formula" + of, maxNodes)
                            : Said.of("symbolic.limit.derivative" + of, k, maxNodes),
                    Said.of("cli.help.limit.nodes"));
        }
    }

    private String print(Expr e) {
        var list = WengertList.of(e, List.of());
        if (form == Format.DOT) {
            return DotGraph.of(list);
        }
        requireSize(
                order,
                list.treeSize()
                        .min(java.math.BigInteger.valueOf(Long.MAX_VALUE))
                        .longValue(),
                ".tree");
        return switch (form) {
            case LATEX -> Printer.LATEX.print(e);
            case JAVA -> Printer.JAVA.print(e);
            default -> Printer.PLAIN.print(e);
        };
    }

    /** By what to differentiate, one after the other. */
    private List<Expr.Var> variables(Expr f) {
        List<Expr.Var> own = f.variables();
        if (wrt.isEmpty() && own.size() != 1) {
            throw Failure.notOne(own, "cli.usage.which", "cli.help.wrt");
        }
        List<Expr.Var> named = wrt.isEmpty()
                ? own
                : wrt.stream().map(name -> variable(own, name)).toList();
        return what == What.DERIVATIVE
                ? Collections.nCopies(order, named).stream()
                        .flatMap(List::stream)
                        .toList()
                : named;
    }

    private static Expr.Var variable(List<Expr.Var> own, String name) {
        return own.stream()
                .filter(v -> v.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Failure.usage(Said.of("cli.usage.wrt", name)));
    }
}
