package tridiff.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import tridiff.cli.input.ExpressionArgument;
import tridiff.cli.output.LanguageArgument;
import tridiff.expr.said.Said;

/** What is wrong with arguments, said from what the parser of the command line knows of it; what it says itself is English. */
final class WrongUsage {

    private final ParameterException e;
    private final List<String> args;

    private WrongUsage(ParameterException e, String... args) {
        this.e = e;
        this.args = List.of(args);
    }

    static Said said(ParameterException e, String... args) {
        return new WrongUsage(e, args).said();
    }

    private Said said() {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (e instanceof MissingParameterException missing) {
            return missing(missing.getMissing());
        }
        if (e instanceof OverwrittenOptionException twice) {
            return Said.of("cli.option.twice", labelled((OptionSpec) twice.getOverwritten()));
        }
        if (e instanceof MutuallyExclusiveArgsException) {
            return Said.of("cli.option.exclusive", exclusive(e.getCommandLine().getCommandSpec()));
        }
        return e.getArgSpec() == null || e.getValue() == null
                ? Said.words(ExpressionArgument.unprotected(e.getMessage()))
                : value(e.getArgSpec());
    }

    private Said unmatched(UnmatchedArgumentException unmatched) {
        List<String> rest = unmatched.getUnmatched().stream()
                .map(ExpressionArgument::unprotected)
                .toList();
        String listed = rest.stream().map(WrongUsage::quoted).collect(Collectors.joining(", "));
        boolean one = rest.size() == 1;
        return unmatched.isUnknownOption()
                ? Said.of(one ? "cli.option.unknown" : "cli.option.unknowns", listed)
                : Said.of(
                        one ? "cli.argument.unmatched" : "cli.argument.unmatcheds", args.indexOf(rest.get(0)), listed);
    }

    private Said missing(List<ArgSpec> missing) {
        if (missing.size() == 1 && missing.get(0) instanceof OptionSpec option && isGiven(option)) {
            int next = args.indexOf(given(option)) + 1;
            return next == args.size()
                    ? Said.of("cli.option.parameter", labelled(option))
                    : Said.of("cli.option.expected", quoted(option.longestName()), quoted(args.get(next)));
        }
        String listed = missing.stream().map(WrongUsage::synopsis).collect(Collectors.joining(", "));
        boolean one = missing.size() == 1;
        if (missing.stream().allMatch(ArgSpec::isOption)) {
            return Said.of(one ? "cli.option.missing" : "cli.option.missings", listed);
        }
        return missing.stream().noneMatch(ArgSpec::isOption)
                ? Said.of(one ? "cli.argument.missing" : "cli.argument.missings", listed)
                : Said.of("cli.argument.missing.both", listed);
    }

    private boolean isGiven(OptionSpec option) {
        return Arrays.stream(option.names()).anyMatch(args::contains);
    }

    private String given(OptionSpec option) {
        return Arrays.stream(option.names()).filter(args::contains).findFirst().orElseThrow();
    }

    /** The options of a group that exclude each other, of which more than one is given. */
    private String exclusive(CommandSpec command) {
        return command.argGroups().stream()
                .filter(g -> g.exclusive()
                        && g.options().stream().filter(this::isGiven).count() > 1)
                .flatMap(g -> g.options().stream())
                .filter(this::isGiven)
                .map(OptionSpec::longestName)
                .collect(Collectors.joining(", "));
    }

    private Said value(ArgSpec argument) {
        Said fault = fault(argument.type(), ExpressionArgument.unprotected(e.getValue()));
        return argument instanceof OptionSpec option
                ? Said.of("cli.argument.value.option", quoted(option.longestName()), fault)
                : Said.of("cli.argument.value.parameter", position((PositionalParamSpec) argument), fault);
    }

    private static Said fault(Class<?> type, String value) {
        if (type.isEnum()) {
            return Said.of("cli.argument.one", Arrays.toString(type.getEnumConstants()), value);
        }
        if (type == tridiff.expr.said.Language.class) {
            return Said.of("cli.argument.one", LanguageArgument.tags(), value);
        }
        return switch (type.getSimpleName()) {
            case "int", "Integer" -> Said.of("cli.argument.int", value);
            case "long", "Long" -> Said.of("cli.argument.long", value);
            case "boolean", "Boolean" -> Said.of("cli.argument.boolean", value);
            default -> Said.of("cli.argument.path", value, type.getSimpleName());
        };
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }

    private static String labelled(OptionSpec option) {
        return quoted(option.longestName()) + " (" + option.paramLabel() + ")";
    }

    private static String position(PositionalParamSpec argument) {
        return argument.index().min() + " (" + argument.paramLabel() + ")";
    }

    private static String synopsis(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? quoted(option.longestName() + "=" + option.paramLabel())
                : quoted(argument.paramLabel());
    }
}
