package tridiff.compare.table;

import java.util.List;
import java.util.stream.Stream;
import tridiff.expr.said.Said;

/** A column of a table: what stands above it, and on which side its cells are aligned. */
public record Column(Said title, Align align) {

    /** The side of a column where its cells end or begin together. */
    public enum Align {
        LEFT,
        RIGHT
    }

    public static Column left(String key, Object... arguments) {
        return new Column(Said.of(key, arguments), Align.LEFT);
    }

    public static Column right(String key, Object... arguments) {
        return new Column(Said.of(key, arguments), Align.RIGHT);
    }

    /** Of numbers, with a title that is the same in every language. */
    public static Column numbers(Object name) {
        return new Column(Said.words(name.toString()), Align.RIGHT);
    }

    /** With the names that programs know them by. */
    public static List<Column> named(String... names) {
        return Stream.of(names)
                .map(name -> new Column(Said.words(name), Align.LEFT))
                .toList();
    }

    boolean isRight() {
        return align == Align.RIGHT;
    }
}
