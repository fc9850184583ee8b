package tridiff.charts;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import tridiff.compare.Grid;
import tridiff.compare.language.Language;
import tridiff.compare.language.Messages;

/** The texts of the page in all its languages; which one is seen is for the reader to choose. */
final class PageTexts {

    /** In the order in which they are offered. */
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.KOREAN);

    private PageTexts() {}

    /** The text in one language, which may contain markup if the arguments do. */
    static String in(Locale language, String key, Object... arguments) {
        var bundle = ResourceBundle.getBundle(
                PageTexts.class.getPackageName() + ".Report",
                language.equals(Locale.ENGLISH) ? Locale.ROOT : language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(bundle.getString(key), language).format(arguments);
    }

    /** The text in all languages, of which the style sheet shows one. */
    static String of(String key, Object... arguments) {
        return LANGUAGES.stream()
                .map(l -> "<span class=\"t\" lang=\"" + l.getLanguage() + "\">" + in(l, key, arguments) + "</span>")
                .collect(Collectors.joining());
    }

    /** A sentence of a result, which is English, in all languages; what is not known in another one stays as it is. */
    static String sentence(String english) {
        String korean = Messages.in(Language.KO).translated(english);
        return korean.equals(english)
                ? "<span lang=\"en\">" + Grid.escaped(english) + "</span>"
                : shown(Language.EN, english) + shown(Language.KO, korean);
    }

    /** What is written in each language, in an element of which the style sheet shows one; as it is where they agree. */
    static String each(String element, Function<Messages, String> markup) {
        List<String> said = Arrays.stream(Language.values())
                .map(l -> markup.apply(Messages.in(l)))
                .toList();
        return said.stream().distinct().count() == 1
                ? said.get(0)
                : Arrays.stream(Language.values())
                        .map(l -> "<" + element + " class=\"t\" lang=\""
                                + l.locale().getLanguage() + "\">" + said.get(l.ordinal()) + "</" + element + ">")
                        .collect(Collectors.joining());
    }

    private static String shown(Language language, String sentence) {
        return "<span class=\"t\" lang=\"" + language.locale().getLanguage() + "\">" + Grid.escaped(sentence)
                + "</span>";
    }
}
