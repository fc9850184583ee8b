package tridiff.compare.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Bivariate;
import tridiff.expr.Comparison;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.Known;
import tridiff.expr.Printer;
import tridiff.expr.Rational;
import tridiff.expr.Unary;

/**
 * The cores of a file in FPCore 2.0, the format of FPBench and Herbie (fpbench.org/spec): straight-line cores, their {@code :pre}
 * giving the ranges in which points are drawn. What is not straight-line or has no counterpart here is a bad entry.
 */
final class FpCoreEntries implements Iterator<Entry> {

    private static final int DEEPEST = 500;
    private static final int LONGEST = 1_000_000;

    // spotless:off - these are tables
    private static final Map<String, Unary> UNARY = Map.ofEntries(
            Map.entry("fabs", Elementary.ABS),     Map.entry("sqrt", Elementary.SQRT),   Map.entry("cbrt", Elementary.CBRT),
            Map.entry("exp", Elementary.EXP),      Map.entry("expm1", Elementary.EXPM1), Map.entry("log", Elementary.LOG),
            Map.entry("log1p", Elementary.LOG1P),  Map.entry("log2", Elementary.LOG2),   Map.entry("log10", Elementary.LOG10),
            Map.entry("sin", Elementary.SIN),      Map.entry("cos", Elementary.COS),     Map.entry("tan", Elementary.TAN),
            Map.entry("asin", Elementary.ASIN),    Map.entry("acos", Elementary.ACOS),   Map.entry("atan", Elementary.ATAN),
            Map.entry("sinh", Elementary.SINH),    Map.entry("cosh", Elementary.COSH),   Map.entry("tanh", Elementary.TANH),
            Map.entry("asinh", Elementary.ASINH),  Map.entry("acosh", Elementary.ACOSH), Map.entry("atanh", Elementary.ATANH),
            Map.entry("erf", Elementary.ERF),      Map.entry("erfc", Elementary.ERFC),   Map.entry("tgamma", Elementary.GAMMA),
            Map.entry("lgamma", Elementary.LGAMMA), Map.entry("floor", Elementary.FLOOR), Map.entry("ceil", Elementary.CEIL));

    private static final Map<String, Binary> BINARY = Map.of(
            "pow", Arithmetic.POWER, "atan2", Bivariate.ATAN2, "hypot", Bivariate.HYPOT,
            "fmin", Bivariate.MIN,   "fmax", Bivariate.MAX);

    private static final Map<String, Binary> CHAINS = Map.of(
            "+", Arithmetic.PLUS, "-", Arithmetic.MINUS, "*", Arithmetic.TIMES, "/", Arithmetic.OVER);

    private static final Map<String, Comparison> COMPARISONS = Map.of(
            "<", Comparison.LESS,  "<=", Comparison.LESS_OR_EQUAL, ">", Comparison.GREATER, ">=", Comparison.GREATER_OR_EQUAL,
            "==", Comparison.EQUAL, "!=", Comparison.UNEQUAL);
    // spotless:on

    private final BufferedReader in;
    private final Reading reading;
    private final Queue<Entry> ready = new ArrayDeque<>();
    private long line = 1;
    private long number;

    FpCoreEntries(BufferedReader in, Reading reading) {
        this.in = in;
        this.reading = reading;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty()) {
            int c = skipToForm();
            if (c < 0) {
                return false;
            }
            long start = line;
            try {
                if (c != '(') {
                    skipLine();
                    throw new Reading.Fault("expected '('");
                }
                read(list(0, new int[1]), start);
            } catch (Reading.Fault e) {
                ready.add(new Entry.Bad(number++, start, "line " + start, e.getMessage()));
            }
        }
        return true;
    }

    @Override
    public Entry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private int next1() {
        try {
            int c = in.read();
            line += c == '\n' ? 1 : 0;
            return c;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The first character of what follows blanks and comments; -1 at the end. */
    private int skipToForm() {
        int c = next1();
        while (c >= 0 && (Character.isWhitespace(c) || c == ';')) {
            if (c == ';') {
                skipLine();
            }
            c = next1();
        }
        return c;
    }

    private void skipLine() {
        for (int c = next1(); c >= 0 && c != '\n'; c = next1()) {
            // to the end of the line
        }
    }

    /** Symbols and strings as text (strings with their quote in front), lists as lists. */
    private List<Object> list(int depth, int[] size) {
        if (depth > DEEPEST) {
            throw new Reading.Fault("nested more than " + DEEPEST + " deep");
        }
        var items = new ArrayList<Object>();
        var symbol = new StringBuilder();
        while (true) {
            int c = next1();
            if (++size[0] > LONGEST || c < 0) {
                throw new Reading.Fault(c < 0 ? "'(' is never closed" : "longer than " + LONGEST + " characters");
            }
            boolean ends = Character.isWhitespace(c) || "()[];\"".indexOf(c) >= 0;
            if (ends && symbol.length() > 0) {
                items.add(symbol.toString());
                symbol.setLength(0);
            }
            switch (c) {
                case '(', '[' -> items.add(list(depth + 1, size));
                case ')', ']' -> {
                    return items;
                }
                case ';' -> skipLine();
                case '"' -> items.add(string(size));
                default -> {
                    if (!ends) {
                        symbol.appendCodePoint(c);
                    }
                }
            }
        }
    }

    private String string(int[] size) {
        var text = new StringBuilder("\"");
        for (int c = next1(); c != '"'; c = next1()) {
            if (++size[0] > LONGEST || c < 0) {
                throw new Reading.Fault("'\"' is never closed");
            }
            text.appendCodePoint(c == '\\' ? next1() : c);
        }
        return text.toString();
    }

    /** (FPCore name? (arguments) properties… body) */
    private void read(List<?> core, long start) {
        if (core.size() < 3 || !core.get(0).equals("FPCore")) {
            throw new Reading.Fault("not an FPCore");
        }
        int next = core.get(1) instanceof List<?> ? 1 : 2;
        var variables = new LinkedHashMap<String, Expr>();
        for (Object argument : asList(core.get(next++))) {
            Object name = argument instanceof List<?> annotated ? annotated.get(annotated.size() - 1) : argument;
            variables.put(variableName(name.toString()), Expr.variable(variableName(name.toString())));
        }
        String id = "line " + start;
        Map<String, Reading.Range> ranges = new LinkedHashMap<>();
        variables.keySet().forEach(v -> ranges.put(v, null));
        while (next + 1 < core.size() && core.get(next) instanceof String key && key.startsWith(":")) {
            Object value = core.get(next + 1);
            if (key.equals(":name")) {
                id = value.toString().substring(1);
            } else if (key.equals(":pre")) {
                restrict(value, ranges);
            }
            next += 2;
        }
        if (next != core.size() - 1) {
            throw new Reading.Fault("there is no body");
        }
        Expr f = expression(core.get(next), variables);
        ranges.replaceAll((name, range) -> range == null ? new Reading.Range(1e-3, 1e3) : range);
        for (int i = 0; i < reading.points(); i++) {
            String own = reading.points() == 1 ? id : id + "#" + (i + 1);
            Map<String, Double> point = reading.draw(ranges, start, i);
            Reading.requireComplete(f, point.keySet());
            ready.add(new Entry.Case(number++, start, own, Printer.PLAIN.printUpTo(2000, f), f, point, Map.of()));
        }
    }

    /** FPCore allows more in a name than we do: x.re becomes x_re. */
    private static String variableName(String symbol) {
        String name = symbol.replaceAll("[^\\p{L}\\p{Nd}_]", "_");
        try {
            Expr.variable(name);
            return name;
        } catch (IllegalArgumentException e) {
            return "v_" + name;
        }
    }

    private static List<?> asList(Object form) {
        if (form instanceof List<?> list) {
            return list;
        }
        throw new Reading.Fault("expected '(' instead of " + form);
    }

    /** What a precondition says about single variables: (and (<= 0 x 1) (< y 5)). What it says of several is not heard. */
    private void restrict(Object condition, Map<String, Reading.Range> ranges) {
        if (!(condition instanceof List<?> form) || form.isEmpty()) {
            return;
        }
        if (form.get(0).equals("and")) {
            form.subList(1, form.size()).forEach(part -> restrict(part, ranges));
            return;
        }
        boolean less = form.get(0).equals("<") || form.get(0).equals("<=");
        boolean greater = form.get(0).equals(">") || form.get(0).equals(">=");
        for (int i = 1; i < form.size() && (less || greater); i++) {
            String name = variableName(form.get(i).toString());
            if (ranges.containsKey(name)) {
                Double before = i > 1 ? constant(form.get(i - 1)) : null;
                Double after = i + 1 < form.size() ? constant(form.get(i + 1)) : null;
                narrow(ranges, name, less ? before : after, less ? after : before);
            }
        }
    }

    private Double constant(Object form) {
        try {
            Expr e = expression(form, Map.of());
            return reading.number(Printer.PLAIN.print(e));
        } catch (Reading.Fault notAConstant) {
            return null;
        }
    }

    private static void narrow(Map<String, Reading.Range> ranges, String name, Double from, Double to) {
        Reading.Range old = ranges.get(name);
        double low = from != null ? from : old != null ? old.from() : to > 0 ? Math.min(1e-3, to / 1e6) : to * 1e6 - 1;
        double high = to != null ? to : old != null ? old.to() : low > 0 ? low * 1e6 : 1e3;
        ranges.put(name, new Reading.Range(low, high));
    }

    private Expr expression(Object form, Map<String, Expr> names) {
        if (form instanceof String symbol) {
            return atom(symbol, names);
        }
        List<?> list = asList(form);
        if (list.isEmpty()) {
            throw new Reading.Fault("()");
        }
        String head = list.get(0).toString();
        List<?> rest = list.subList(1, list.size());
        return switch (head) {
            case "let", "let*" -> let(head, rest, names);
            case "if" ->
                Expr.choose(
                        expression(argument(rest, 0), names),
                        expression(argument(rest, 1), names),
                        expression(argument(rest, 2), names));
            case "!" -> expression(rest.get(rest.size() - 1), names); // precisions are not ours to set
            default -> call(head, rest.stream().map(r -> expression(r, names)).toList());
        };
    }

    private static Object argument(List<?> arguments, int i) {
        if (i >= arguments.size()) {
            throw new Reading.Fault("an argument is missing");
        }
        return arguments.get(i);
    }

    private Expr let(String head, List<?> rest, Map<String, Expr> names) {
        var inner = new HashMap<>(names);
        for (Object binding : asList(argument(rest, 0))) {
            List<?> pair = asList(binding);
            Expr value = expression(argument(pair, 1), head.equals("let") ? names : inner);
            inner.put(variableName(argument(pair, 0).toString()), value);
        }
        return expression(argument(rest, 1), inner);
    }

    private static Expr call(String head, List<Expr> x) {
        if (CHAINS.containsKey(head) && !x.isEmpty()) {
            return x.size() == 1
                    ? head.equals("-")
                            ? x.get(0).negate()
                            : head.equals("/") ? Expr.constant(1).over(x.get(0)) : x.get(0)
                    : x.stream()
                            .reduce((a, b) -> Expr.apply(CHAINS.get(head), a, b))
                            .orElseThrow();
        }
        if (UNARY.containsKey(head) && x.size() == 1) {
            return Expr.apply(UNARY.get(head), x.get(0));
        }
        if (BINARY.containsKey(head) && x.size() == 2) {
            return Expr.apply(BINARY.get(head), x.get(0), x.get(1));
        }
        if (COMPARISONS.containsKey(head) && x.size() >= 2) {
            Expr all = Expr.apply(COMPARISONS.get(head), x.get(0), x.get(1));
            for (int i = 1; i + 1 < x.size(); i++) {
                all = all.times(Expr.apply(COMPARISONS.get(head), x.get(i), x.get(i + 1)));
            }
            return all;
        }
        return switch (head + "/" + x.size()) {
            case "fma/3" -> x.get(0).times(x.get(1)).plus(x.get(2));
            case "fdim/2" -> Expr.apply(Bivariate.MAX, x.get(0).minus(x.get(1)), Expr.constant(0));
            case "not/1" -> Expr.constant(1).minus(x.get(0));
            case "and/2" -> x.get(0).times(x.get(1));
            case "or/2" -> Expr.apply(Bivariate.MAX, x.get(0), x.get(1));
            default -> throw new Reading.Fault("'" + head + "' with " + x.size() + " arguments has no counterpart");
        };
    }

    private static Expr atom(String symbol, Map<String, Expr> names) {
        Expr named = names.get(variableName(symbol));
        if (named != null) {
            return named;
        }
        return switch (symbol) {
            case "PI" -> Expr.constant(Known.PI);
            case "E" -> Expr.constant(Known.E);
            case "PI_2" -> Expr.constant(Known.PI).over(2);
            case "PI_4" -> Expr.constant(Known.PI).over(4);
            case "LN2" -> Expr.apply(Elementary.LOG, Expr.constant(2));
            case "LN10" -> Expr.apply(Elementary.LOG, Expr.constant(10));
            case "SQRT2" -> Expr.apply(Elementary.SQRT, Expr.constant(2));
            case "TRUE" -> Expr.constant(1);
            case "FALSE" -> Expr.constant(0);
            default -> Expr.constant(number(symbol));
        };
    }

    private static Rational number(String symbol) {
        try {
            int slash = symbol.indexOf('/');
            if (symbol.length() > 1000) {
                throw new Reading.Fault("a number has more than 1000 characters");
            }
            if (slash > 0) {
                Rational below = decimal(symbol.substring(slash + 1));
                if (below.isZero()) {
                    throw new Reading.Fault(symbol + " divides by zero");
                }
                return decimal(symbol.substring(0, slash)).over(below);
            }
            return symbol.startsWith("0x") || symbol.startsWith("-0x")
                    ? Rational.of(Double.parseDouble(symbol.contains("p") ? symbol : symbol + "p0"))
                    : decimal(symbol);
        } catch (NumberFormatException e) {
            throw new Reading.Fault("'" + symbol + "' is neither a number nor a variable");
        }
    }

    private static Rational decimal(String digits) {
        var value = new BigDecimal(digits);
        if (Math.abs((long) value.scale()) > 1000) {
            throw new Reading.Fault("the exponent of " + digits + " is too large");
        }
        return Rational.of(value);
    }
}
