package tridiff.charts.page;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tridiff.compare.table.Table;
import tridiff.expr.said.Language;
import tridiff.expr.said.Said;

/** The texts of the page in all its languages; which one is seen is for the reader to choose. */
final class PageTexts {

    private PageTexts() {}

    /** The text in one language, which may contain markup if the arguments do. */
    static String in(Language language, String key, Object... arguments) {
        return language.text("charts.page." + key, arguments);
    }

    /** The text in all languages, of which the style sheet shows one. */
    static String of(String key, Object... arguments) {
        return each("span", say -> in(say, key, arguments));
    }

    /** A sentence of a result in all languages. */
    static String sentence(Said said) {
        return each("span", say -> Table.escaped(said.in(say)));
    }

    /** What is written in each language, in an element of which the style sheet shows one; as it is where they agree. */
    static String each(String element, Function<Language, String> markup) {
        List<String> said = Language.all().stream().map(markup).toList();
        return said.stream().distinct().count() == 1
                ? said.get(0)
                : IntStream.range(0, said.size())
                        .mapToObj(i -> "<" + element + " class=\"t\" lang=\""
                                + Language.all().get(i).tag() + "\">" + said.get(i) + "</" + element + ">")
                        .collect(Collectors.joining());
    }

    /** Of what stands there in all languages, the one that is chosen is seen. */
    static String style() {
        return Language.all().stream()
                .map(l -> ":root:has(#lang-" + l.tag() + ":checked) .t[lang=" + l.tag() + "]")
                .collect(Collectors.joining(",", "", "{display:inline}\n"));
    }
}
