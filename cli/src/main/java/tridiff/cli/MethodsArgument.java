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
            description = "The methods, by id or pattern, such as 'autodiff.*'.")
    private List<String> methods = List.of();

    @Option(names = "--peers", description = "Also the methods of Apache Commons Math and symja.")
    private boolean peers;

    List<String> ids() {
        if (methods.stream().allMatch(String::isBlank)) {
            return Methods.ids().stream()
                    .filter(id -> peers || !Methods.isPeer(id))
                    .toList();
        }
        try {
            return Methods.matching(methods);
        } catch (IllegalArgumentException e) {
            throw Failure.of(
                    Failure.USAGE,
                    "no method is called '" + e.getMessage() + "'",
                    "there are " + String.join(", ", Methods.ids()) + "; 'autodiff.*' stands for a family");
        }
    }
}
