package tridiff.compare.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tridiff.expr.said.Language;
import tridiff.expr.text.DisplayWidth;

/** A table whose texts are said in one language, to be written down in any format. */
final class WrittenTable {

    private final String title;
    private final List<Column> columns;
    private final List<String> headings;
    private final List<List<String>> rows;

    WrittenTable(Table table, Language language) {
        this.title = table.title().in(language);
        this.columns = table.columns();
        this.headings = columns.stream().map(c -> c.title().in(language)).toList();
        this.rows = table.rows().stream()
                .map(row -> row.stream().map(cell -> cell.in(language)).toList())
                .toList();
    }

    /** The table as text; ends with a line break. */
    String in(Table.Format format) {
        return switch (format) {
            case TEXT -> text();
            case MARKDOWN -> markdown();
            case LATEX -> latex();
            case CSV -> csv();
            case HTML -> html();
        };
    }

    /** Whether a row is a name and a remark. */
    private boolean isRemark(List<String> row) {
        return row.size() < headings.size();
    }

    /** Columns aligned by the width that a terminal gives their characters; one without any is left out. */
    private String text() {
        int[] widths = new int[columns.size()];
        var lines = new ArrayList<>(List.of(headings));
        lines.addAll(rows);
        for (List<String> row : lines) {
            for (int i = 0; i < (isRemark(row) ? 1 : row.size()); i++) {
                widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i)));
            }
        }
        return (title.isEmpty() ? "" : title + "\n")
                + lines.stream().map(row -> line(row, widths)).collect(Collectors.joining());
    }

    private String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            boolean free = isRemark(row) && i > 0;
            if (widths[i] > 0 || free) {
                String cell = row.get(i);
                String padding = " ".repeat(Math.max(0, widths[i] - DisplayWidth.of(cell)));
                line.append(free ? cell : columns.get(i).isRight() ? padding + cell : cell + padding)
                        .append("  ");
            }
        }
        return line.toString().stripTrailing() + "\n";
    }

    private String markdown() {
        var lines = new ArrayList<String>();
        if (!title.isEmpty()) {
            lines.add("**" + title + "**\n");
        }
        lines.add(markdownRow(headings));
        lines.add(
                "|" + columns.stream().map(c -> c.isRight() ? "---:|" : "---|").collect(Collectors.joining()));
        rows.forEach(row -> lines.add(markdownRow(row)));
        return String.join("\n", lines) + "\n";
    }

    private static String markdownRow(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replace("\\", "\\\\")
                        .replace("|", "\\|")
                        .replace("*", "\\*")
                        .replace("<", "&lt;"))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** With the rules of the package booktabs; cells that are formulas come as $…$ and are left alone. */
    private String latex() {
        String sides = columns.stream().map(c -> c.isRight() ? "r" : "l").collect(Collectors.joining());
        var lines = new ArrayList<String>();
        if (!title.isEmpty()) {
            lines.add("% " + title);
        }
        lines.add("\\begin{tabular}{" + sides + "}");
        lines.add("\\toprule");
        lines.add(latexRow(headings));
        lines.add("\\midrule");
        rows.forEach(row -> lines.add(isRemark(row) ? latexRemark(row) : latexRow(row)));
        lines.add("\\bottomrule");
        lines.add("\\end{tabular}");
        return String.join("\n", lines) + "\n";
    }

    private static String latexRow(List<String> cells) {
        return cells.stream().map(WrittenTable::latexCell).collect(Collectors.joining(" & ")) + " \\\\";
    }

    private String latexRemark(List<String> row) {
        return latexCell(row.get(0)) + " & \\multicolumn{" + (headings.size() - 1) + "}{l}{" + latexCell(row.get(1))
                + "} \\\\";
    }

    private static String latexCell(String cell) {
        if (cell.startsWith("$") && cell.endsWith("$") && cell.length() > 1) {
            return cell;
        }
        var text = new StringBuilder();
        cell.chars().forEach(c -> {
            switch (c) {
                case '&', '%', '$', '#', '_', '{', '}' -> text.append('\\').append((char) c);
                case '\\' -> text.append("\\textbackslash{}");
                case '^' -> text.append("\\textasciicircum{}");
                case '~' -> text.append("\\textasciitilde{}");
                case '×' -> text.append("$\\times$");
                case 'µ' -> text.append("\\textmu{}");
                case '±' -> text.append("$\\pm$");
                default -> text.append((char) c);
            }
        });
        return text.toString();
    }

    /** As RFC 4180 says, and no cell that a spreadsheet would take for a formula. */
    private String csv() {
        var lines = new ArrayList<String>();
        lines.add(csvRow(headings));
        rows.forEach(row -> lines.add(csvRow(row)));
        return String.join("\r\n", lines) + "\r\n";
    }

    private static String csvRow(List<String> cells) {
        return cells.stream().map(WrittenTable::csvCell).collect(Collectors.joining(","));
    }

    private static String csvCell(String cell) {
        boolean number = cell.matches("[-+]?([0-9.]+([eE][-+]?[0-9]+)?|Infinity)");
        String safe = !number && !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    private String html() {
        var html = new StringBuilder("<table>\n");
        if (!title.isEmpty()) {
            html.append("<caption>").append(Table.escaped(title)).append("</caption>\n");
        }
        html.append("<thead><tr>");
        for (int i = 0; i < columns.size(); i++) {
            html.append("<th scope=\"col\"")
                    .append(alignment(columns.get(i)))
                    .append('>')
                    .append(Table.escaped(headings.get(i)))
                    .append("</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            html.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                boolean across = isRemark(row) && i == 1;
                html.append("<td")
                        .append(across ? " colspan=\"" + (headings.size() - 1) + "\"" : alignment(columns.get(i)))
                        .append('>')
                        .append(Table.escaped(row.get(i)))
                        .append("</td>");
            }
            html.append("</tr>\n");
        }
        return html.append("</tbody>\n</table>\n").toString();
    }

    private static String alignment(Column column) {
        return column.isRight() ? " style=\"text-align:right\"" : "";
    }
}
