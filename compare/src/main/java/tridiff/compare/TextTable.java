package tridiff.compare;

import java.util.ArrayList;
import java.util.List;
import tridiff.expr.text.DisplayWidth;

/** A table in columns, aligned by the width that a terminal gives its characters. A heading that begins with > is aligned right. */
final class TextTable {

    private final List<Boolean> right = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> footers = new ArrayList<>();

    TextTable(String... headings) {
        var cells = new ArrayList<String>();
        for (String heading : headings) {
            right.add(heading.startsWith(">"));
            cells.add(heading.startsWith(">") ? heading.substring(1) : heading);
        }
        rows.add(cells);
    }

    void row(List<String> cells) {
        rows.add(cells);
    }

    /** A row of a name and a free text that takes no part in the alignment. */
    void note(String name, String text) {
        rows.add(List.of(name, text));
    }

    void footer(String text) {
        footers.add(text);
    }

    @Override
    public String toString() {
        int[] widths = new int[right.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size() && row.size() == widths.length; i++) {
                widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i)));
            }
            widths[0] = Math.max(widths[0], DisplayWidth.of(row.get(0)));
        }
        var text = new StringBuilder();
        rows.forEach(row -> line(row, widths, text));
        footers.forEach(f -> text.append(f).append('\n'));
        return text.toString();
    }

    private void line(List<String> row, int[] widths, StringBuilder text) {
        var line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            boolean free = row.size() != widths.length && i > 0;
            if (widths[i] == 0 && !free) {
                continue;
            }
            String cell = row.get(i);
            String padding = " ".repeat(Math.max(0, widths[i] - DisplayWidth.of(cell)));
            line.append(free ? cell : right.get(i) ? padding + cell : cell + padding)
                    .append("  ");
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }
}
