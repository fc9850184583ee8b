package tridiff.compare.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tridiff.expr.said.Said;

/**
 * The forms in parentheses of a file of FPCore, one after the other: symbols and strings as text (strings with their quote in
 * front), lists as lists.
 *
 * <p>What is too long or too deep is skipped to its end, and a core that is never closed ends where the next one begins, so that one
 * bad core does not take others with it.
 */
final class FpCoreForms {

    private static final int DEEPEST = 500;
    private static final int LONGEST = 1_000_000;
    private static final String CORE = "FPCore";

    private final BufferedReader in;
    private long line = 1;
    private long start;
    private int length;

    /** A core has begun inside the last form. */
    private boolean begun;

    FpCoreForms(BufferedReader in) {
        this.in = in;
    }

    /** Moves to the next form; tells whether there is one. */
    boolean advance() {
        if (begun) {
            return true;
        }
        int c = skipBlanks();
        start = line;
        if (c >= 0 && c != '(') {
            skipLine(c);
            throw new EntryReading.Fault(Said.of("compare.entry.open"));
        }
        return c >= 0;
    }

    /** The line where the form begins, from 1. */
    long line() {
        return start;
    }

    /** The form, after its parenthesis. */
    List<Object> form() {
        var items = new ArrayList<Object>();
        length = 0;
        if (begun) {
            begun = false;
            items.add(CORE);
        }
        fill(items, 0);
        return items;
    }

    private int next() {
        try {
            int c = in.read();
            line += c == '\n' ? 1 : 0;
            return c;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int skipBlanks() {
        int c = next();
        while (c >= 0 && (Character.isWhitespace(c) || c == ';')) {
            c = c == ';' ? skipLine(c) : next();
        }
        return c;
    }

    /** Skips to the end of the line; returns what ends it. */
    private int skipLine(int first) {
        int c = first;
        while (c >= 0 && c != '\n') {
            c = next();
        }
        return c;
    }

    private void fill(List<Object> items, int depth) {
        var symbol = new StringBuilder();
        for (int c = bounded(depth); ; c = bounded(depth)) {
            boolean ends = Character.isWhitespace(c) || "()[];\"".indexOf(c) >= 0;
            if (!ends) {
                symbol.append((char) c);
                continue;
            }
            if (symbol.length() > 0) {
                add(symbol.toString(), items, depth);
                symbol.setLength(0);
            }
            switch (c) {
                case '(', '[' -> items.add(inner(depth + 1));
                case ')', ']' -> {
                    return;
                }
                case ';' -> skipLine(c);
                case '"' -> items.add(string());
                default -> {
                    // a blank
                }
            }
        }
    }

    private void add(String symbol, List<Object> items, int depth) {
        if (depth > 0 && items.isEmpty() && symbol.equals(CORE)) {
            begin();
            throw unclosed();
        }
        items.add(symbol);
    }

    private void begin() {
        begun = true;
        start = line;
    }

    private List<Object> inner(int depth) {
        if (depth > DEEPEST) {
            skipForms(depth + 1);
            throw new EntryReading.Fault(Said.of("compare.entry.nested", DEEPEST));
        }
        var items = new ArrayList<Object>();
        fill(items, depth);
        return items;
    }

    private int bounded(int depth) {
        int c = next();
        if (c < 0) {
            throw unclosed();
        }
        if (++length > LONGEST) {
            skipForms(depth + 1 + step(c));
            throw new EntryReading.Fault(Said.of("compare.entry.longer", LONGEST));
        }
        return c;
    }

    private static EntryReading.Fault unclosed() {
        return new EntryReading.Fault(Said.of("expr.parser.unclosed"));
    }

    /** Skips to where so many parentheses are closed. */
    private void skipForms(int open) {
        for (long depth = open; depth > 0; ) {
            int c = next();
            if (c < 0) {
                return;
            }
            depth += step(c);
        }
    }

    private static int step(int c) {
        return c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
    }

    private String string() {
        var text = new StringBuilder("\"");
        for (int c = inString(); c != '"'; c = inString()) {
            text.append((char) (c == '\\' ? inString() : c));
            if (c == 'e' && text.indexOf("\n(" + CORE, text.length() - CORE.length() - 2) >= 0) {
                begin();
                throw new EntryReading.Fault(Said.of("compare.entry.quote"));
            }
        }
        return text.toString();
    }

    private int inString() {
        int c = next();
        if (++length > LONGEST || c < 0) {
            throw new EntryReading.Fault(Said.of("compare.entry.quote"));
        }
        return c;
    }
}
