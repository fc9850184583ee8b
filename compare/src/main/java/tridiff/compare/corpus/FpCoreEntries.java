package tridiff.compare.corpus;

import java.io.BufferedReader;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import tridiff.expr.Expr;
import tridiff.expr.said.Said;
import tridiff.expr.text.Printer;

/**
 * The cores of a file in FPCore 2.0, the format of FPBench and Herbie (fpbench.org/spec): what they say over the real numbers, at
 * points where their {@code :pre} holds. What has no counterpart here is a bad entry.
 */
final class FpCoreEntries implements Iterator<Entry> {

    private static final int LONGEST_TEXT = 2000;

    private final FpCoreForms forms;
    private final EntryReading reading;
    private final FpCoreCalls calls = new FpCoreCalls();
    private final FpCoreFormula formula;
    private final Queue<Entry> ready = new ArrayDeque<>();
    private long number;

    FpCoreEntries(BufferedReader in, EntryReading reading) {
        this.forms = new FpCoreForms(in);
        this.reading = reading;
        this.formula = new FpCoreFormula(reading, calls);
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty()) {
            long start = 0;
            try {
                boolean more = forms.advance();
                start = forms.line();
                if (!more) {
                    return false;
                }
                new Core(forms.form(), start).read();
            } catch (java.io.UncheckedIOException e) {
                throw e;
            } catch (RuntimeException | StackOverflowError e) {
                long line = start == 0 ? forms.line() : start;
                ready.add(new Entry.Bad(number++, line, "line " + line, EntryReading.reason(e)));
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

    /** (FPCore name? (arguments) properties… body) */
    private final class Core {
        private final List<?> parts;
        private final long line;
        private final String symbol; // null if it has none
        private String id;

        Core(List<?> parts, long line) {
            this.parts = parts;
            this.line = line;
            if (parts.size() < 3 || !parts.get(0).equals("FPCore")) {
                throw new EntryReading.Fault(Said.of("compare.entry.core"));
            }
            this.symbol = parts.get(1) instanceof List<?> ? null : parts.get(1).toString();
            this.id = "line " + line;
        }

        /** A core that can be read may still have no point. */
        void read() {
            int next = symbol == null ? 1 : 2;
            List<?> arguments = FpCoreFormula.asList(parts.get(next++));
            Object pre = null;
            while (next + 1 < parts.size() && parts.get(next) instanceof String key && key.startsWith(":")) {
                Object value = parts.get(next + 1);
                if (key.equals(":name") && value instanceof String name) {
                    id = name.startsWith("\"") ? name.substring(1) : name;
                } else if (key.equals(":pre")) {
                    pre = value;
                }
                next += 2;
            }
            try {
                if (next != parts.size() - 1) {
                    throw new EntryReading.Fault(Said.of("compare.entry.body"));
                }
                entries(arguments, pre, parts.get(next));
            } catch (RuntimeException | StackOverflowError e) {
                ready.add(new Entry.Bad(number++, line, id, EntryReading.reason(e)));
            }
        }

        private void entries(List<?> arguments, Object pre, Object body) {
            Map<String, Expr> names;
            Expr f;
            try {
                names = FpCoreNames.of(arguments);
                f = formula.of(body, names);
            } catch (EntryReading.Fault unreadable) {
                define(List.of(), null);
                throw unreadable;
            }
            define(names.values().stream().map(Expr.Var.class::cast).toList(), f);
            var points = new FpCorePoints(reading, formula, names);
            if (pre != null) {
                points.restrict(pre);
            }
            String text = Printer.PLAIN.printUpTo(LONGEST_TEXT, f);
            for (int i = 0; i < reading.points(); i++) {
                String own = reading.points() == 1 ? id : id + "#" + (i + 1);
                Map<String, Double> point = points.draw(line, i);
                ready.add(new Entry.Case(number++, line, own, text, f, point, Map.of(), List.of()));
            }
        }

        private void define(List<Expr.Var> arguments, Expr body) {
            if (symbol != null) {
                calls.define(symbol, arguments, body);
            }
        }
    }
}
