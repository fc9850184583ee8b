package tridiff.cli.input;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
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

/** Columns of numbers from a file: a line of names, then lines of numbers, separated by commas. */
final class DataFile {

    private static final int MOST_ROWS = 10_000_000;
    private static final int MOST_NUMBERS = 20_000_000;
    private static final int LONGEST_LINE = 1_000_000;

    /** As people write it: Java would also read NaN, 0x1p3, 1f, and control characters around a number. */
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    private static final Pattern ZERO = Pattern.compile("[-+]?[0.]+([eE].*)?");

    private final Path file;
    private final Lines lines;
    private final String[] names;
    private long line = 1;

    private DataFile(Path file, Reader in) throws IOException {
        this.file = file;
        this.lines = new Lines(in, LONGEST_LINE);
        String header = next();
        if (header == null) {
            throw Failure.of(Failure.OUTPUT, Said.of("cli.file.empty", file), Said.of("cli.help.data.names"));
        }
        this.names = split(header);
    }

    /** The table with a function of the index for each column. */
    static FunctionTable extend(FunctionTable table, Path file) {
        try (Reader in = Lines.strictText(Files.newInputStream(file))) {
            return new DataFile(file, in).extend(table);
        } catch (NoSuchFileException e) {
            throw Failure.of(Failure.OUTPUT, Said.of("cli.file.missing", file), Said.of("cli.help.data"));
        } catch (CharacterCodingException e) {
            throw Failure.of(Failure.OUTPUT, Said.of("cli.file.utf8", file), Said.of("cli.help.data"));
        } catch (IOException e) {
            throw Failure.reading(file, e);
        }
    }

    private FunctionTable extend(FunctionTable table) throws IOException {
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

    private String next() throws IOException {
        String text = lines.next();
        if (text != null && lines.isTooLong(text)) {
            throw Failure.of(
                    Failure.LIMIT, Said.of("cli.file.line.long", file, line, LONGEST_LINE), Said.of("cli.help.data"));
        }
        line++;
        return text;
    }

    private static String[] split(String line) {
        return Arrays.stream(line.split(",", -1)).map(String::strip).toArray(String[]::new);
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

    private double[][] read() throws IOException {
        int most = Math.min(MOST_ROWS, MOST_NUMBERS / names.length);
        double[][] columns = new double[names.length][64];
        int rows = 0;
        for (String text = next(); text != null; text = next()) {
            if (text.isBlank()) {
                continue;
            }
            String[] cells = split(text);
            if (rows == most) {
                throw Failure.of(
                        Failure.LIMIT,
                        Said.of("cli.file.row", file, rows, Said.of("cli.file.row.many", most)),
                        Said.of("cli.help.data.columns", names.length));
            }
            if (cells.length != names.length) {
                throw Failure.of(
                        Failure.OUTPUT,
                        Said.of("cli.file.row", file, rows, Said.of("cli.file.row.numbers", cells.length)),
                        Said.of("cli.help.data.columns", names.length));
            }
            for (int i = 0; i < cells.length; i++) {
                if (rows == columns[i].length) {
                    columns[i] = Arrays.copyOf(columns[i], 2 * rows);
                }
                columns[i][rows] = number(cells[i], rows, names[i]);
            }
            rows++;
        }
        int length = rows;
        return Arrays.stream(columns).map(c -> Arrays.copyOf(c, length)).toArray(double[][]::new);
    }

    /** Rows are counted from 0, as t(0) counts them. */
    private double number(String cell, int row, String column) {
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
