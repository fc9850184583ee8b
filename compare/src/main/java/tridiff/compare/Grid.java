package tridiff.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tridiff.compare.language.Messages;

/**
 * A table to be written down in any format: the same cells in a terminal, a web page, a paper or a spreadsheet.
 *
 * @param title one line; may be empty
 * @param headings one for each column; one that begins with &gt; is aligned right
 * @param rows as many cells as there are headings; or two, a name and a remark across all other columns
 */
public record Grid(String title, List<String> headings, List<List<String>> rows) {

    /** How a table is written. */
    public enum Format {
        TEXT,
        MARKDOWN,
        LATEX,
        CSV,
        HTML
    }

    /** The table as text; ends with a line break. */
    public String in(Format format) {
        return switch (format) {
            case TEXT -> text();
            case MARKDOWN -> markdown();
            case LATEX -> latex();
            case CSV -> csv();
            case HTML -> html();
        };
    }

    /** The same; where it is to be read and no data, in that language. */
    public String in(Format format, Messages say) {
        return (format == Format.TEXT || format == Format.HTML ? say.translated(this) : this).in(format);
    }

    Grid untitled() {
        return new Grid("", headings, rows);
    }

    private boolean isRemark(List<String> row) {
        return row.size() < headings.size();
    }

    private List<String> plainHeadings() {
        return headings.stream().map(h -> isRight(h) ? h.substring(1) : h).toList();
    }

    private static boolean isRight(String heading) {
        return heading.startsWith(">");
    }

    private String text() {
        var table = new TextTable(headings.toArray(String[]::new));
        rows.forEach(table::row);
        return (title.isEmpty() ? "" : title + "\n") + table;
    }

    private String markdown() {
        var lines = new ArrayList<String>();
        if (!title.isEmpty()) {
            lines.add("**" + title + "**\n");
        }
        lines.add(markdownRow(plainHeadings()));
        lines.add(
                "|" + headings.stream().map(h -> isRight(h) ? "---:|" : "---|").collect(Collectors.joining()));
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
        String columns = headings.stream().map(h -> isRight(h) ? "r" : "l").collect(Collectors.joining());
        var lines = new ArrayList<String>();
        if (!title.isEmpty()) {
            lines.add("% " + title);
        }
        lines.add("\\begin{tabular}{" + columns + "}");
        lines.add("\\toprule");
        lines.add(latexRow(plainHeadings()));
        lines.add("\\midrule");
        rows.forEach(row -> lines.add(isRemark(row) ? latexRemark(row) : latexRow(row)));
        lines.add("\\bottomrule");
        lines.add("\\end{tabular}");
        return String.join("\n", lines) + "\n";
    }

    private static String latexRow(List<String> cells) {
        return cells.stream().map(Grid::latexCell).collect(Collectors.joining(" & ")) + " \\\\";
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
        lines.add(csvRow(plainHeadings()));
        rows.forEach(row -> lines.add(csvRow(row)));
        return String.join("\r\n", lines) + "\r\n";
    }

    private static String csvRow(List<String> cells) {
        return cells.stream().map(Grid::csvCell).collect(Collectors.joining(","));
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
            html.append("<caption>").append(escaped(title)).append("</caption>\n");
        }
        html.append("<thead><tr>");
        headings.forEach(h -> html.append("<th scope=\"col\"")
                .append(alignment(h))
                .append('>')
                .append(escaped(isRight(h) ? h.substring(1) : h))
                .append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            html.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                boolean across = isRemark(row) && i == 1;
                html.append("<td")
                        .append(across ? " colspan=\"" + (headings.size() - 1) + "\"" : alignment(headings.get(i)))
                        .append('>')
                        .append(escaped(row.get(i)))
                        .append("</td>");
            }
            html.append("</tr>\n");
        }
        return html.append("</tbody>\n</table>\n").toString();
    }

    private static String alignment(String heading) {
        return isRight(heading) ? " style=\"text-align:right\"" : "";
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
