package tridiff.cli;

import java.util.List;
import picocli.CommandLine.Option;
import tridiff.compare.Methods;

/** The methods of a command. */
final class MethodsArgument {

    @Option(
            names = {"-m", "--methods"},
            split = ",",
            paramLabel = "ID",
            description = "The methods, by id or pattern, such as 'autodiff.*' (default: the usual ones; '*' for all).")
    private List<String> methods = List.of();

    @Option(names = "--peers", description = "Also the methods of Apache Commons Math and symja.")
    private boolean peers;

    @Option(
            names = "--h",
            paramLabel = "H",
            description = "The step of every difference, such as 1e-5 (default: each chooses its own).")
    private String step;

    List<String> ids() {
        List<String> ids = chosen();
        if (step == null) {
            return ids;
        }
        double h = PointArgument.number("--h", step);
        if (!(h > 0)) {
            throw Failure.of(Failure.USAGE, "--h must be a positive number, not " + step, "for example --h 1e-5");
        }
        return Methods.withStep(ids, h);
    }

    private List<String> chosen() {
        if (methods.stream().allMatch(String::isBlank)) {
            List<String> usual = Methods.usual();
            return Methods.ids().stream()
                    .filter(id -> usual.contains(id) || peers && Methods.isPeer(id))
                    .toList();
        }
        return matching(methods);
    }

    /** The methods of these patterns. */
    static List<String> matching(List<String> patterns) {
        try {
            return Methods.matching(patterns);
        } catch (IllegalArgumentException e) {
            throw Failure.of(
                    Failure.USAGE,
                    "no method is called '" + e.getMessage() + "'",
                    "there are " + String.join(", ", Methods.ids()) + "; 'autodiff.*' stands for a family");
        }
    }
}
