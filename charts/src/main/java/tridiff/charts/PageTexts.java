package tridiff.charts;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

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
}
