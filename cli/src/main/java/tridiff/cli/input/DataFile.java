package tridiff.cli.input;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tridiff.cli.output.Failure;
import tridiff.compare.corpus.Lines;
import tridiff.expr.DataColumn;
import tridiff.expr.FunctionTable;
import tridiff.expr.Names;
import tridiff.expr.Operation;
import tridiff.expr.said.Said;
import tridiff.expr.text.Parser;

/**
 * Columns of numbers from a file: a line of names, then lines of numbers, separated as that line is by commas, semicolons or tabs. A
 * heading of several words is a name with underscores between them.
 */
final class DataFile {

    private static final int MOST_ROWS = 10_000_000;
    private static final int MOST_NUMBERS = 20_000_000;
    private static final int LONGEST_LINE = 1_000_000;
    private static final String SEPARATORS = ",;\t"; // the first of those that occur equally often

    /** As people write it: Java would also read NaN, 0x1p3, 1f, and control characters around a number. */
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    private static final Pattern ZERO = Pattern.compile("[-+]?[0.]+([eE].*)?");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}_]+");

    private final Path file;
    private final Iterator<CsvRecord> records;
    private final String[] names;
    private int rows;

    private DataFile(Path file, BufferedReader in) throws IOException {
        this.file = file;
        in.mark(LONGEST_LINE + 2);
        var lines = new Lines(in, LONGEST_LINE);
        String header = lines.next();
        if (header == null) {
            throw empty();
        }
        if (lines.isTooLong(header)) {
            throw Failure.of(
                    Failure.LIMIT, Said.of("cli.file.line.long", file, 1, LONGEST_LINE), Said.of("cli.help.data"));
        }
        in.reset();
        this.records = CsvReader.builder()
                .fieldSeparator(separator(header))
                .allowExtraFields(true) // both are said in our words
                .allowMissingFields(true)
                .maxBufferSize(LONGEST_LINE)
                .ofCsvRecord(in)
                .iterator();
        CsvRecord headings = next();
        if (headings == null) {
            throw empty();
        }
        this.names = headings.getFields().stream().map(DataFile::name).toArray(String[]::new);
    }

    private Failure empty() {
        return Failure.of(Failure.OUTPUT, Said.of("cli.file.empty", file), Said.of("cli.help.data.names"));
    }

    private static char separator(String header) {
        return (char) SEPARATORS
                .chars()
                .boxed()
                .max(Comparator.comparingLong((Integer c) ->
                                header.chars().filter(h -> h == c).count())
                        .thenComparing(c -> -SEPARATORS.indexOf(c)))
                .orElseThrow()
                .intValue();
    }

    /** {@code sepal length (cm)} as {@code sepal_length_cm}. */
    private static String name(String heading) {
        String name = BETWEEN_WORDS.matcher(heading.strip()).replaceAll("_");
        String end = name.startsWith("_") ? name.substring(1) : name;
        return end.isEmpty() ? heading.strip() : end.endsWith("_") ? end.substring(0, end.length() - 1) : end;
    }

    /** The table with a function of the index for each column. */
    static FunctionTable extend(FunctionTable table, Path file) {
        try (BufferedReader in = Lines.strictText(Files.newInputStream(file))) {
            return new DataFile(file, in).extend(table);
        } catch (NoSuchFileException e) {
            throw Failure.of(Failure.OUTPUT, Said.of("cli.file.missing", file), Said.of("cli.help.data"));
        } catch (CharacterCodingException e) {
            throw notText(file);
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CharacterCodingException
                    ? notText(file)
                    : Failure.reading(file, e.getCause());
        } catch (IOException e) {
            throw Failure.reading(file, e);
        }
    }

    private static Failure notText(Path file) {
        return Failure.of(Failure.OUTPUT, Said.of("cli.file.utf8", file), Said.of("cli.help.data"));
    }

    private FunctionTable extend(FunctionTable table) {
        var seen = new HashSet<String>();
        for (String name : names) {
            requireName(table, name);
            if (!seen.add(name)) {
                throw Failure.of(
                        Failure.OUTPUT, Said.of("cli.file.columns.two", file, name), Said.of("cli.help.data.own"));
            }
        }
        double[][] columns = read();
        return table.with(IntStream.range(0, names.length)
                .mapToObj(i -> new DataColumn(names[i], columns[i]))
                .toArray(Operation[]::new));
    }

    /** The next line that is not blank; null after the last. */
    private CsvRecord next() {
        try {
            while (records.hasNext()) {
                CsvRecord row = records.next();
                if (row.getFieldCount() > 1 || !row.getField(0).isBlank()) {
                    return row;
                }
            }
            return null;
        } catch (CsvParseException e) {
            throw Failure.of(
                    Failure.LIMIT,
                    Said.of("cli.file.row", file, rows, Said.of("cli.file.row.long", LONGEST_LINE)),
                    Said.of("cli.help.data.quotes"));
        }
    }

    private void requireName(FunctionTable table, String name) {
        boolean taken = Parser.isTaken(table, name);
        if (taken || !Names.isVariable(name)) {
            throw Failure.of(
                    Failure.OUTPUT,
                    Said.of("cli.file.column", file, name),
                    Said.of(taken ? "cli.help.data.taken" : "cli.help.data.name"));
        }
    }

    private double[][] read() {
        int most = Math.min(MOST_ROWS, MOST_NUMBERS / names.length);
        double[][] columns = new double[names.length][64];
        for (CsvRecord row = next(); row != null; row = next()) {
            if (rows == most) {
                throw Failure.of(
                        Failure.LIMIT,
                        Said.of("cli.file.row", file, rows, Said.of("cli.file.row.many", most)),
                        Said.of("cli.help.data.columns", names.length));
            }
            if (row.getFieldCount() != names.length) {
                throw Failure.of(
                        Failure.OUTPUT,
                        Said.of("cli.file.row", file, rows, Said.of("cli.file.row.numbers", row.getFieldCount())),
                        Said.of("cli.help.data.columns", names.length));
            }
            for (int i = 0; i < names.length; i++) {
                if (rows == columns[i].length) {
                    columns[i] = Arrays.copyOf(columns[i], 2 * rows);
                }
                columns[i][rows] = number(row.getField(i).strip(), rows, names[i]);
            }
            rows++;
        }
        return Arrays.stream(columns).map(c -> Arrays.copyOf(c, rows)).toArray(double[][]::new);
    }

    /** Rows are counted from 0, as t(0) counts them. */
    private double number(String cell, int row, String column) {
        if (cell.isEmpty()) {
            throw Failure.of(
                    Failure.OUTPUT, Said.of("cli.file.cell.empty", file, row, column), Said.of("cli.help.data.number"));
        }
        double value = NUMBER.matcher(cell).matches() ? Double.parseDouble(cell) : Double.NaN;
        if (Double.isNaN(value)) {
            throw Failure.of(
                    Failure.OUTPUT, Said.of("cli.file.cell", file, row, column, cell), Said.of("cli.help.data.number"));
        }
        if (Double.isInfinite(value)) {
            throw Failure.of(
                    Failure.OUTPUT,
                    Said.of("cli.file.cell.large", file, row, column, cell),
                    Said.of("expr.help.largest", Double.MAX_VALUE));
        }
        if (value == 0 && !ZERO.matcher(cell).matches()) {
            throw Failure.of(
                    Failure.OUTPUT,
                    Said.of("cli.file.cell.small", file, row, column, cell),
                    Said.of("expr.help.smallest", Double.MIN_VALUE));
        }
        return value;
    }
}
