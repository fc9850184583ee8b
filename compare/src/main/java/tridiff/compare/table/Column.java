package tridiff.compare.table;

import java.util.List;
import java.util.function.Function;
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

    /** With the name that programs know it by. */
    public static Column named(String name) {
        return new Column(Said.words(name), Align.LEFT);
    }

    public static List<Column> named(String... names) {
        return Stream.of(names).map(name -> named(name)).toList();
    }

    /** A column and what stands in it for each thing that has a row. */
    public record Of<T>(Column column, Function<T, Cell> cell) {}

    public <T> Of<T> of(Function<T, Cell> cell) {
        return new Of<>(this, cell);
    }

    boolean isRight() {
        return align == Align.RIGHT;
    }
}
