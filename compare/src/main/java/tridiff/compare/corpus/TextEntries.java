package tridiff.compare.corpus;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import tridiff.expr.Expr;
import tridiff.expr.said.Said;

/**
 * The entries of a file that has one in each line, read as they are asked for.
 *
 * <ul>
 *   <li>plain: {@code name: expr @ x=1,y=2}, the name may be left out; {@code #} begins a comment
 *   <li>table: {@code name,formula,"x in [1.0,5.0]; y in [0.0,1.0]"} under a line of headings
 *   <li>JSON: {@code {"id": "a", "expr": "x*y", "point": {"x": 1, "y": 2}, "grad": {"x": "2"}}}, see {@link JsonEntry}
 * </ul>
 */
final class TextEntries implements Iterator<Entry> {

    static final int LONGEST_LINE = 2_000_000;

    /** The kinds of line. */
    enum Kind {
        PLAIN,
        TABLE,
        JSON
    }

    private final Lines in;
    private final Kind kind;
    private final EntryReading reading;
    private final Queue<Entry> ready = new ArrayDeque<>();
    private long line;
    private long number;

    TextEntries(BufferedReader in, Kind kind, EntryReading reading) {
        this.in = new Lines(in, LONGEST_LINE);
        this.kind = kind;
        this.reading = reading;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty()) {
            String text = nextLine();
            if (text == null) {
                return false;
            }
            boolean heading = kind == Kind.TABLE && line == 1;
            if (!text.isBlank() && text.charAt(0) != '#' && !heading) {
                read(text);
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

    private String nextLine() {
        try {
            line++;
            return in.next();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void read(String text) {
        String id = "line " + line;
        try {
            if (in.isTooLong(text)) {
                throw new EntryReading.Fault(Said.of("compare.entry.long", LONGEST_LINE));
            }
            switch (kind) {
                case PLAIN -> plain(text, id);
                case TABLE -> table(text);
                case JSON -> ready.add(new JsonEntry(reading).read(text, number++, line, id));
            }
        } catch (RuntimeException e) {
            ready.add(new Entry.Bad(number++, line, id, EntryReading.reason(e)));
        }
    }

    private void add(String id, String text, Expr f, Map<String, Double> point) {
        EntryReading.requireComplete(f, point.keySet());
        ready.add(new Entry.Case(number++, line, id, text, f, point, Map.of(), List.of()));
    }

    private void plain(String text, String lineId) {
        int at = text.lastIndexOf('@');
        int colon = text.indexOf(':');
        boolean named = colon >= 0 && (at < 0 || colon < at);
        String id = named ? text.substring(0, colon).strip() : lineId;
        String formula = text.substring(named ? colon + 1 : 0, at < 0 ? text.length() : at)
                .strip();
        var point = new LinkedHashMap<String, Double>();
        for (String coordinate : at < 0 ? new String[0] : text.substring(at + 1).split(",")) {
            int equals = coordinate.indexOf('=');
            if (equals < 0) {
                throw new EntryReading.Fault(Said.of("compare.entry.coordinate", coordinate.strip()));
            }
            EntryReading.put(
                    point, coordinate.substring(0, equals).strip(), reading.number(coordinate.substring(equals + 1)));
        }
        add(id, formula, reading.parse(formula), point);
    }

    private EntryReading.Range range(String text, String[] parts) {
        double from = reading.number(parts[1]);
        double to = reading.number(parts[2]);
        if (from > to) {
            throw new EntryReading.Fault(Said.of("compare.entry.range.reversed", text));
        }
        return new EntryReading.Range(from, to);
    }

    private void table(String text) {
        List<String> cells = CsvReader.builder().ofSingleCsvRecord(text).getFields();
        if (cells.size() < 3) {
            throw new EntryReading.Fault(Said.of("compare.entry.fields"));
        }
        String formula = cells.get(1);
        Expr f = reading.parse(formula);
        var ranges = new LinkedHashMap<String, EntryReading.Range>();
        for (String range : String.join(",", cells.subList(2, cells.size())).split(";")) {
            String[] parts = range.strip().split(" in \\[|,|\\]");
            if (parts.length != 3) {
                throw new EntryReading.Fault(Said.of("compare.entry.range", range.strip()));
            }
            EntryReading.put(ranges, parts[0].strip(), range(range.strip(), parts));
        }
        for (int i = 0; i < reading.points(); i++) {
            String id = reading.points() == 1 ? cells.get(0) : cells.get(0) + "#" + (i + 1);
            add(id, formula, f, reading.draw(ranges, line, i));
        }
    }
}
