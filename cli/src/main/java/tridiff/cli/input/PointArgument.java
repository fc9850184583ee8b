package tridiff.cli.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import tridiff.cli.output.Failure;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.said.Said;
import tridiff.expr.text.Parser;
import tridiff.expr.text.Spelling;
import tridiff.expr.text.SyntaxError;
import tridiff.expr.text.Unfamiliar;
import tridiff.reference.GivenNumber;

/** The point of a command, and the variables to differentiate by. */
public final class PointArgument {

    private static final int MOST_LISTED = 5;

    @Option(
            names = {"-a", "--at"},
            paramLabel = "x=0.7,y=2",
            description = "The point: a number for each variable; numbers may be written as pi/4 or sqrt(2).")
    private List<String> at = List.of();

    @Option(
            names = {"-w", "--wrt"},
            paramLabel = "x,y",
            description = "The variables to differentiate by (default: all).")
    private List<String> wrt = List.of();

    /** As if that had been given for --at. */
    public static PointArgument of(String at) {
        var point = new PointArgument();
        point.at = List.of(at);
        return point;
    }

    /** The coordinates given, by name. */
    public Map<String, Double> coordinates() {
        var coordinates = new LinkedHashMap<String, Double>();
        for (String entry : split(at)) {
            int equals = entry.indexOf('=');
            if (equals <= 0) {
                throw Failure.usage(Said.of("cli.usage.coordinate", entry), Said.of("cli.help.at.write", "x=0.7,y=2"));
            }
            String name = entry.substring(0, equals).strip();
            if (coordinates.put(name, number(name, entry.substring(equals + 1))) != null) {
                throw Failure.usage(Said.of("compare.usage.twice", name), Said.of("cli.help.twice"));
            }
        }
        return coordinates;
    }

    private static List<String> split(List<String> options) {
        return options.stream()
                .flatMap(option -> atCommas(option).stream())
                .map(String::strip)
                .toList();
    }

    /** The parts between commas that stand outside all parentheses. */
    private static List<String> atCommas(String option) {
        var parts = new ArrayList<String>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < option.length(); i++) {
            char c = option.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth <= 0) {
                parts.add(option.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(option.substring(start));
        return parts;
    }

    /** The double that a number or a formula of numbers stands for. */
    public static double number(String name, String text) {
        Expr e;
        try {
            e = Parser.parse(text);
        } catch (SyntaxError error) {
            throw notANumber(name, text, error.said());
        }
        List<Expr.Var> variables = e.variables();
        if (!variables.isEmpty()) {
            throw notANumber(
                    name, text, Said.of("cli.usage.valueless", variables.get(0).name()));
        }
        try {
            return GivenNumber.of(e);
        } catch (GivenNumber.Unfit none) {
            throw unfit(name, text, none.lack());
        }
    }

    private static Failure unfit(String name, String text, GivenNumber.Lack lack) {
        return switch (lack) {
            case TOO_LARGE ->
                Failure.usage(
                        Said.of("cli.usage.large", name, text.strip()), Said.of("expr.help.largest", Double.MAX_VALUE));
            case TOO_SMALL ->
                Failure.usage(
                        Said.of("cli.usage.small", name, text.strip()),
                        Said.of("expr.help.smallest", Double.MIN_VALUE));
            case UNDEFINED -> notANumber(name, text, Said.of("cli.usage.no.value"));
        };
    }

    /** The values as they were written, not rounded to doubles; they must be rational numbers. */
    public List<Rational> exactValues(List<Expr.Var> variables) {
        var exact = new LinkedHashMap<String, Rational>();
        for (String entry : split(at)) {
            int equals = entry.indexOf('=');
            String name = entry.substring(0, equals).strip();
            exact.put(name, exactNumber(name, entry.substring(equals + 1)));
        }
        return variables.stream().map(v -> exact.get(v.name())).toList();
    }

    private static Rational exactNumber(String name, String text) {
        return GivenNumber.exact(Parser.parse(text))
                .orElseThrow(
                        () -> Failure.usage(Said.of("cli.usage.rational", name, text), Said.of("cli.help.rational")));
    }

    private static Failure notANumber(String name, String text, Said reason) {
        boolean option = name.startsWith("--");
        return Failure.usage(
                Said.of("cli.usage.number", name, text, reason),
                option ? Said.of("expr.help.example", name + " 0.7") : Said.of("cli.help.at.write", name + "=0.7"));
    }

    /** The values of these variables, all of which must be given and no others. */
    public double[] values(List<Expr.Var> variables) {
        return values(variables, coordinates());
    }

    /** The values with one that runs from the given start. */
    public double[] values(List<Expr.Var> variables, Expr.Var running, double start) {
        Map<String, Double> given = coordinates();
        if (given.put(running.name(), start) != null) {
            throw Failure.usage(Said.of("cli.usage.running", running.name()), Said.of("cli.help.at.leave"));
        }
        return values(variables, given);
    }

    private static double[] values(List<Expr.Var> variables, Map<String, Double> given) {
        Set<String> names = variables.stream().map(Expr.Var::name).collect(Collectors.toSet());
        given.keySet().stream()
                .filter(n -> !names.contains(n) && Unfamiliar.in(n).isPresent())
                .findFirst()
                .ifPresent(n -> {
                    throw Failure.usage(Said.of("cli.usage.occurs", n), known(n, names, Set.of()));
                });
        List<String> missing = variables.stream()
                .map(Expr.Var::name)
                .filter(n -> !given.containsKey(n))
                .toList();
        if (!missing.isEmpty()) {
            givenForNothing(given.keySet(), names, missing.get(0)).ifPresent(n -> {
                throw Failure.usage(
                        Said.of("cli.usage.value", missing.get(0)), Said.of("expr.help.meant", "'" + n + "'"));
            });
            String listed = missing.stream().limit(MOST_LISTED).collect(Collectors.joining(", "));
            int more = missing.size() - MOST_LISTED;
            throw Failure.usage(
                    more > 0 ? Said.of("cli.usage.value.more", listed, more) : Said.of("cli.usage.value", listed),
                    Said.of("cli.help.at", missing.get(0)));
        }
        given.keySet().stream().filter(n -> !names.contains(n)).findFirst().ifPresent(n -> {
            throw Failure.usage(Said.of("cli.usage.occurs", n), known(n, names, given.keySet()));
        });
        return variables.stream().mapToDouble(v -> given.get(v.name())).toArray();
    }

    /** A coordinate that does not occur, and has nearly the name of a variable without a value; of one or two letters, any could be. */
    private static Optional<String> givenForNothing(Set<String> given, Set<String> names, String missing) {
        List<String> unused = given.stream().filter(n -> !names.contains(n)).toList();
        return missing.length() < 3 ? Optional.empty() : Spelling.nearest(missing, unused);
    }

    /** What the name may stand for that is not taken, or else what there is. */
    private static Said known(String name, Set<String> names, Set<String> taken) {
        var unfamiliar = Unfamiliar.in(name);
        if (unfamiliar.isPresent()) {
            return Said.of(
                    "cli.help.unfamiliar", unfamiliar.get(), unfamiliar.get().help());
        }
        return Spelling.nearest(
                        name, names.stream().filter(n -> !taken.contains(n)).toList())
                .map(n -> Said.of("expr.help.meant", n))
                .orElse(
                        names.isEmpty()
                                ? Said.of("cli.help.variables.none")
                                : Said.of(
                                        "cli.help.variables",
                                        names.stream()
                                                .sorted()
                                                .limit(MOST_LISTED)
                                                .collect(Collectors.joining(", "))));
    }

    /** The variables to differentiate by, each once. */
    public List<Expr.Var> wanted(List<Expr.Var> variables) {
        if (wrt.isEmpty()) {
            return variables;
        }
        Set<String> names = variables.stream().map(Expr.Var::name).collect(Collectors.toSet());
        var wanted = new ArrayList<Expr.Var>();
        for (String name : split(wrt)) {
            Expr.Var variable = variables.stream()
                    .filter(v -> v.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> Failure.usage(Said.of("cli.usage.wrt", name), known(name, names, Set.of())));
            if (!wanted.contains(variable)) {
                wanted.add(variable);
            }
        }
        return wanted;
    }
}
