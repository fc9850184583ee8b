package tridiff.compare.table;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import tridiff.expr.said.Language;
import tridiff.expr.said.Said;

/**
 * A table to be written down in any format: the same cells in a terminal, a web page, a paper or a spreadsheet.
 *
 * @param title one line; may be empty
 * @param rows as many cells as there are columns; or two, a name and a remark across all other columns
 */
public record Table(Said title, List<Column> columns, List<List<Cell>> rows) {

    /** Without a title. */
    public Table(List<Column> columns, List<List<Cell>> rows) {
        this(Said.NOTHING, columns, rows);
    }

    /** A table with a row for each of these things. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the columns are only read
    public static <T> Table of(Said title, Collection<T> things, Column.Of<T>... columns) {
        return new Table(
                title,
                Stream.of(columns).map(Column.Of::column).toList(),
                things.stream()
                        .map(t -> Stream.of(columns).map(c -> c.cell().apply(t)).toList())
                        .toList());
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the columns are only read
    public static <T> Table of(Collection<T> things, Column.Of<T>... columns) {
        return of(Said.NOTHING, things, columns);
    }

    /** How a table is written. */
    public enum Format {
        TEXT,
        MARKDOWN,
        LATEX,
        CSV,
        HTML
    }

    /** The table as text; where it is to be read and no data, in that language. Ends with a line break. */
    public String in(Format format, Language language) {
        boolean read = format == Format.TEXT || format == Format.HTML;
        return new WrittenTable(this, read ? language : Language.ENGLISH).in(format);
    }

    /** The same in English. */
    public String in(Format format) {
        return in(format, Language.ENGLISH);
    }

    public Table untitled() {
        return new Table(columns, rows);
    }

    /** Text that cannot be taken for markup. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
