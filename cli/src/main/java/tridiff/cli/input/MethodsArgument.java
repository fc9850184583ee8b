package tridiff.cli.input;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Option;
import tridiff.cli.output.Failure;
import tridiff.compare.Methods;
import tridiff.expr.Expr;
import tridiff.expr.said.IllegalInput;
import tridiff.expr.said.Said;
import tridiff.wengert.method.MethodId;

/** The methods of a command. */
public final class MethodsArgument {

    @Option(
            names = {"-m", "--methods"},
            split = ",",
            paramLabel = "ID",
            description = "The methods, by id or pattern, such as 'autodiff.*' (default: the usual ones; '*' for all).")
    private List<String> methods = List.of();

    @Option(names = "--peers", description = "Also the methods of Apache Commons Math, Hipparchus, finmath and symja.")
    private boolean peers;

    @Option(
            names = "--h",
            paramLabel = "H",
            description = "The step of every difference, such as 1e-5 (default: each chooses its own).")
    private String step;

    public List<MethodId> ids() {
        List<MethodId> ids = chosen();
        if (step == null) {
            return ids;
        }
        double h = PointArgument.number("--h", step);
        if (!(h > 0)) {
            throw Failure.usage(Said.of("cli.usage.positive", step), Said.of("expr.help.example", "--h 1e-5"));
        }
        return Methods.withStep(ids, h);
    }

    /** What is to be said of a step that is lost where it is added: the differences are then no estimates at all. */
    public List<Said> notes(List<Expr.Var> variables, double[] x, List<Expr.Var> wanted) {
        if (step == null) {
            return List.of();
        }
        double h = PointArgument.number("--h", step);
        return IntStream.range(0, x.length)
                .filter(i -> wanted.contains(variables.get(i)) && x[i] + h == x[i])
                .mapToObj(i -> variables.get(i).name())
                .map(name -> Said.of("cli.note.step", name, name, h))
                .toList();
    }

    private List<MethodId> chosen() {
        if (peers && !Methods.hasPeers()) {
            throw Failure.usage(Said.of("cli.usage.peers"), Said.of("cli.help.peers"));
        }
        if (methods.stream().allMatch(String::isBlank)) {
            List<MethodId> usual = Methods.usual();
            return Methods.ids().stream()
                    .filter(id -> usual.contains(id) || peers && Methods.isPeer(id))
                    .toList();
        }
        return matching(methods);
    }

    /** The methods of these patterns. */
    public static List<MethodId> matching(List<String> patterns) {
        try {
            return Methods.matching(patterns);
        } catch (IllegalInput e) {
            throw Failure.usage(
                    Said.of("cli.usage.method", e.said()), Said.of("cli.help.methods", listed(Methods.ids())));
        }
    }

    /** One after the other, for a sentence. */
    public static String listed(List<MethodId> ids) {
        return ids.stream().map(MethodId::toString).collect(Collectors.joining(", "));
    }
}
