package tridiff.compare.corpus;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.NamedConstant;
import tridiff.expr.Rational;
import tridiff.expr.said.Said;
import tridiff.reference.GivenNumber;

/** The formulas of FPCore as expressions. What is not one, or has no counterpart here, is a {@link EntryReading.Fault} with the reason. */
record FpCoreFormula(EntryReading reading, FpCoreCalls calls) {

    private static final int MOST_ROUNDS = 10_000;
    private static final int LARGEST_EXPONENT = 1000;
    private static final int LONGEST_NUMBER = 1000;

    private static final Set<String> OF_VECTORS = Set.of("array", "tensor", "tensor*", "ref", "dim", "size");

    static List<?> asList(Object form) {
        if (form instanceof List<?> list) {
            return list;
        }
        throw new EntryReading.Fault(Said.of("compare.entry.expected", form));
    }

    static Object item(List<?> list, int i) {
        if (i >= list.size()) {
            throw new EntryReading.Fault(Said.of("compare.entry.argument"));
        }
        return list.get(i);
    }

    /** What a form means where these symbols stand for something. */
    Expr of(Object form, Map<String, Expr> names) {
        if (form instanceof String symbol) {
            return atom(symbol, names);
        }
        List<?> list = asList(form);
        String head = item(list, 0).toString();
        List<?> rest = list.subList(1, list.size());
        if (OF_VECTORS.contains(head)) {
            throw new EntryReading.Fault(Said.of("compare.entry.vectors", head));
        }
        return switch (head) {
            case "let", "let*" -> let(head, rest, names);
            case "if" -> Expr.choose(of(item(rest, 0), names), of(item(rest, 1), names), of(item(rest, 2), names));
            case "!", "cast" -> of(item(rest, Math.max(0, rest.size() - 1)), names); // precisions are not ours to set
            case "digits" -> digits(rest);
            case "while", "while*" -> loop(head, rest, names);
            case "for", "for*" -> counted(head, rest, names);
            default -> calls.of(head, rest.stream().map(r -> of(r, names)).toList());
        };
    }

    private Expr let(String head, List<?> rest, Map<String, Expr> names) {
        var inner = new HashMap<>(names);
        for (Object binding : asList(item(rest, 0))) {
            List<?> pair = asList(binding);
            Expr value = of(item(pair, 1), head.equals("let") ? names : inner);
            inner.put(item(pair, 0).toString(), value);
        }
        return of(item(rest, 1), inner);
    }

    /** A loop whose number of rounds is known before any variable is; its other states are carried along. */
    private Expr loop(String head, List<?> rest, Map<String, Expr> names) {
        FpCoreStates states = states(head, asList(item(rest, 1)), names);
        long rounds = rounds(head, item(rest, 0), states, names);
        return of(item(rest, 2), states.after(rounds, names));
    }

    private FpCoreStates states(String head, List<?> bindings, Map<String, Expr> names) {
        return new FpCoreStates(this, bindings, names, head.endsWith("*"));
    }

    private long rounds(String head, Object condition, FpCoreStates states, Map<String, Expr> names) {
        Set<String> deciding = states.neededFor(condition);
        Map<String, Expr> now = states.starts(deciding, names);
        for (int n = 0; n <= MOST_ROUNDS; n++) {
            if (isFalse(head, of(condition, now))) {
                return n;
            }
            now = states.next(deciding, now);
            for (String state : deciding) {
                now.put(state, Expr.constant(known(head, now.get(state))));
            }
        }
        throw new EntryReading.Fault(Said.of("compare.entry.rounds", head, MOST_ROUNDS));
    }

    private static boolean isFalse(String head, Expr condition) {
        OptionalInt sign = condition.variables().isEmpty() ? GivenNumber.sign(condition) : OptionalInt.empty();
        return sign.orElseThrow(() -> unknown(head)) == 0;
    }

    private static EntryReading.Fault unknown(String head) {
        return new EntryReading.Fault(Said.of("compare.entry.rounds.unknown", head));
    }

    private static Rational known(String head, Expr e) {
        return Stream.of(e)
                .filter(x -> x.variables().isEmpty())
                .flatMap(x -> GivenNumber.exact(x).stream())
                .findFirst()
                .orElseThrow(() -> unknown(head));
    }

    /** (for ([i n]) ([state start next]…) result): i runs from 0 to n - 1. */
    private Expr counted(String head, List<?> rest, Map<String, Expr> names) {
        List<?> indices = asList(item(rest, 0));
        List<?> index = indices.size() == 1 ? asList(indices.get(0)) : List.of();
        if (index.size() != 2) {
            throw new EntryReading.Fault(Said.of("compare.entry.indices", head));
        }
        Rational count = known(head, of(index.get(1), names));
        if (!count.isInteger() || count.signum() < 0 || count.compareTo(Rational.of(MOST_ROUNDS)) > 0) {
            throw new EntryReading.Fault(Said.of("compare.entry.rounds", head, MOST_ROUNDS));
        }
        String i = index.get(0).toString();
        List<?> counting = Stream.concat(
                        asList(item(rest, 1)).stream(), Stream.of(List.of(i, "0", List.of("+", i, "1"))))
                .toList();
        return of(
                item(rest, 2),
                states(head, counting, names).after(count.numerator().longValue(), names));
    }

    /** (digits m e b) is m times b to the e. */
    private Expr digits(List<?> rest) {
        Rational exponent = number(item(rest, 1).toString());
        if (!exponent.isInteger() || exponent.abs().compareTo(Rational.of(LARGEST_EXPONENT)) > 0) {
            throw new EntryReading.Fault(Said.of("compare.entry.exponent", item(rest, 1)));
        }
        Rational base = number(item(rest, 2).toString());
        if (base.isZero()) {
            throw new EntryReading.Fault(Said.of("compare.entry.base"));
        }
        Rational mantissa = number(item(rest, 0).toString());
        return Expr.constant(
                reading.literal(mantissa.times(base.power(exponent.numerator().intValue()))));
    }

    private Expr atom(String symbol, Map<String, Expr> names) {
        Expr named = names.get(symbol);
        if (named != null) {
            return named;
        }
        return switch (symbol) {
            case "PI" -> Expr.constant(NamedConstant.PI);
            case "E" -> Expr.constant(NamedConstant.E);
            case "PI_2", "M_PI_2" -> Expr.constant(NamedConstant.PI).over(2);
            case "PI_4", "M_PI_4" -> Expr.constant(NamedConstant.PI).over(4);
            case "1_PI", "M_1_PI" -> Expr.constant(1).over(Expr.constant(NamedConstant.PI));
            case "2_PI", "M_2_PI" -> Expr.constant(2).over(Expr.constant(NamedConstant.PI));
            case "2_SQRTPI", "M_2_SQRTPI" ->
                Expr.constant(2).over(Expr.apply(Elementary.SQRT, Expr.constant(NamedConstant.PI)));
            case "LOG2E" -> Expr.constant(1).over(Expr.apply(Elementary.LOG, Expr.constant(2)));
            case "LOG10E" -> Expr.constant(1).over(Expr.apply(Elementary.LOG, Expr.constant(10)));
            case "LN2" -> Expr.apply(Elementary.LOG, Expr.constant(2));
            case "LN10" -> Expr.apply(Elementary.LOG, Expr.constant(10));
            case "SQRT2" -> Expr.apply(Elementary.SQRT, Expr.constant(2));
            case "SQRT1_2" -> Expr.apply(Elementary.SQRT, Expr.constant(Rational.of(1, 2)));
            case "TRUE" -> Expr.constant(1);
            case "FALSE" -> Expr.constant(0);
            case "INFINITY", "NAN" -> throw new EntryReading.Fault(Said.of("compare.entry.real", symbol));
            default -> Expr.constant(reading.literal(number(symbol)));
        };
    }

    private static Rational number(String symbol) {
        if (symbol.length() > LONGEST_NUMBER) {
            throw new EntryReading.Fault(Said.of("compare.entry.number", LONGEST_NUMBER));
        }
        int slash = symbol.indexOf('/');
        Rational above = part(slash < 0 ? symbol : symbol.substring(0, slash), symbol);
        if (slash < 0) {
            return above;
        }
        Rational below = part(symbol.substring(slash + 1), symbol);
        if (below.isZero()) {
            throw new EntryReading.Fault(Said.of("compare.entry.zero", symbol));
        }
        return above.over(below);
    }

    private static Rational part(String digits, String symbol) {
        try {
            if (digits.matches("[-+]?0x[0-9a-fA-F]*\\.?[0-9a-fA-F]*(p[-+]?[0-9]{1,4})?")) {
                return Rational.of(Double.parseDouble(digits.contains("p") ? digits : digits + "p0"));
            }
            var value = new BigDecimal(digits);
            if (Math.abs((long) value.scale()) > LARGEST_EXPONENT) {
                throw new EntryReading.Fault(Said.of("compare.entry.exponent", digits));
            }
            return Rational.of(value);
        } catch (NumberFormatException | ArithmeticException e) {
            throw new EntryReading.Fault(Said.of("compare.entry.neither", symbol));
        }
    }

    /** All symbols in a form. */
    static Set<String> symbols(Object form) {
        var found = new HashSet<String>();
        collect(form, found);
        return found;
    }

    private static void collect(Object form, Set<String> found) {
        if (form instanceof List<?> list) {
            list.forEach(part -> collect(part, found));
        } else {
            found.add(form.toString());
        }
    }
}
