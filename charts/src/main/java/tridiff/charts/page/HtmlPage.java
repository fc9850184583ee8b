package tridiff.charts.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tridiff.charts.GraphPicture;
import tridiff.charts.style.Picture;
import tridiff.compare.Figures;
import tridiff.compare.table.Table;
import tridiff.expr.said.Language;
import tridiff.expr.said.Said;

/**
 * A page that needs nothing else: no network, no script for anything but comfort. What is text from outside is escaped, and a policy
 * in the page forbids it to load or send anything. It is in all languages, of which the reader chooses one.
 */
final class HtmlPage {

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private final Language language;
    private final InlineSvg pictures = new InlineSvg();
    private final StringBuilder page = new StringBuilder();

    /** An empty page on which that language is seen at first. */
    HtmlPage(Language language) {
        this.language = language;
    }

    /** The whole page, when everything is on it. */
    String whole(String title) {
        return start(title) + page + "</main>\n<script>" + resource("report.js") + "</script>\n</body>\n</html>\n";
    }

    /** Written last, when all colours are known. */
    private String start(String title) {
        return "<!DOCTYPE html>\n<html lang=\"" + language.tag() + "\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>tridiff: "
                + Table.escaped(Figures.cut(title, 80)) + "</title>\n<style>\n" + resource("report.css")
                + PageTexts.style()
                + GraphPicture.style()
                + pictures.style() + "</style>\n</head>\n<body>\n";
    }

    private static String resource(String name) {
        try (var in = HtmlReport.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(String html) {
        page.append(html).append('\n');
    }

    /** The choices of language and appearance, above everything else. */
    void bar() {
        add("<div class=\"bar\">");
        choice(
                "language",
                "lang",
                Language.all().stream().map(Language::tag).toList(),
                language.tag(),
                Language.all().stream().map(Language::name).toList());
        choice(
                "appearance",
                "th",
                List.of("auto", "light", "dark"),
                "auto",
                Stream.of("auto", "light", "dark").map(PageTexts::of).toList());
        add("</div>");
    }

    private void choice(String legend, String name, List<String> values, String chosen, List<String> labels) {
        add("<fieldset><legend>" + PageTexts.of(legend) + "</legend>");
        for (int i = 0; i < values.size(); i++) {
            String id = name + "-" + values.get(i);
            add("<input type=\"radio\" name=\"" + name + "\" id=\"" + id + "\""
                    + (values.get(i).equals(chosen) ? " checked" : "") + "><label for=\"" + id + "\">" + labels.get(i)
                    + "</label>");
        }
        add("</fieldset>");
    }

    void card(String key, String number, String text) {
        add("<li><span class=\"what\">" + PageTexts.of(key) + "</span><b>"
                + (number.isEmpty() ? PageTexts.of("none") : number) + "</b><span class=\"sub\">" + text
                + "</span></li>");
    }

    void contents(List<String> sections) {
        add("<nav><ul>");
        sections.forEach(s -> add("<li><a href=\"#" + s + "\">" + PageTexts.of(s) + "</a></li>"));
        add("</ul></nav>");
    }

    void section(String id, String read) {
        add("<h2 id=\"" + id + "\">" + PageTexts.of(id) + "</h2>");
        if (!read.isEmpty()) {
            add("<p class=\"read\">" + read + "</p>");
        }
    }

    /** What may be wider than the page is scrolled by itself, with the keyboard too. */
    void wide(String section, String html) {
        add("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"" + section + "\">" + html
                + "</div>");
    }

    /** A picture, with what it shows in words, in all languages. */
    void figure(Picture picture, String id, Said title, Said description) {
        String labels = "aria-labelledby=\"" + id + "-t\" aria-describedby=\"" + id + "-d\"";
        add("<figure>" + pictures.of(picture, id, labels) + "<figcaption class=\"unseen\"><span id=\"" + id + "-t\">"
                + PageTexts.sentence(title) + "</span> <span id=\"" + id + "-d\">" + PageTexts.sentence(description)
                + "</span></figcaption></figure>");
    }

    /** The numbers of a picture, to be opened. */
    void data(List<String> headings, List<List<String>> rows) {
        add("<details><summary>" + PageTexts.of("data")
                + "</summary><div class=\"wide\" tabindex=\"0\"><table><thead><tr>");
        headings.forEach(h -> add("<th scope=\"col\" class=\"r\">" + h + "</th>"));
        add("</tr></thead><tbody>");
        rows.forEach(row -> add(row.stream()
                .map(c -> "<td class=\"r\">" + Table.escaped(c) + "</td>")
                .collect(Collectors.joining("", "<tr>", "</tr>"))));
        add("</tbody></table></div></details>");
    }

    void code(String what, String text, String id) {
        add("<div class=\"code\"><span class=\"what\">" + what + "</span><pre id=\"" + id + "\">" + Table.escaped(text)
                + "</pre>");
        copy(id);
        add("</div>");
    }

    private void copy(String id) {
        add("<button type=\"button\" class=\"small needs-js\" data-copy=\"" + id + "\">" + PageTexts.of("copy")
                + "</button>");
    }

    /** The command that makes the page again. */
    void reproduce(String command) {
        section("reproduce", PageTexts.of("reproduce.read"));
        command(command, "command");
    }

    void command(String command, String id) {
        add("<pre id=\"" + id + "\">" + Table.escaped(command) + "</pre>");
        copy(id);
    }

    /** Sentences of a result, one below the other. */
    static String paragraphs(List<Said> sentences) {
        return sentences.stream()
                .map(s -> "<p>" + PageTexts.sentence(s) + "</p>")
                .collect(Collectors.joining());
    }
}
