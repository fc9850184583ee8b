package tridiff.expr.said;

import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.jar.JarEntry;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A language in which there are catalogues: English, and whatever else lies beside it. */
public record Language(Locale locale) {

    private static final Pattern CATALOGUE = Pattern.compile("tridiff/expr/Said_([a-z]+)\\.properties");

    public static final Language ENGLISH = new Language(Locale.ENGLISH);

    /** All there are, English first. */
    public static List<Language> all() {
        return Found.LANGUAGES;
    }

    /** Looked for when they are needed. */
    private static final class Found {
        private static final List<Language> LANGUAGES = Stream.concat(
                        Stream.of(ENGLISH),
                        besideEnglish()
                                .map(CATALOGUE::matcher)
                                .filter(Matcher::matches)
                                .map(m -> new Language(Locale.forLanguageTag(m.group(1)))))
                .toList();

        /** The names of all files where the English catalogue is: asking for each possible one would search the class path for each. */
        private static Stream<String> besideEnglish() {
            URL english = Language.class.getResource("/tridiff/expr/Said.properties");
            try {
                return english.openConnection() instanceof JarURLConnection jar
                        ? jar.getJarFile().stream().map(JarEntry::getName).sorted()
                        : Arrays.stream(new File(english.toURI())
                                        .getParentFile()
                                        .list())
                                .map("tridiff/expr/"::concat)
                                .sorted();
            } catch (IOException | URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The language of this tag, such as ko, in any case. */
    public static Optional<Language> of(String tag) {
        var language = new Language(Locale.forLanguageTag(tag));
        return language.isEnglish() || language.hasCatalogue() ? Optional.of(language) : Optional.empty();
    }

    /** To which the machine is set, or English. */
    public static Language ofThisMachine() {
        return of(Locale.getDefault().getLanguage()).orElse(ENGLISH);
    }

    /** Whether it needs no other catalogue: looking for one that is not there reads the whole class path. */
    public boolean isEnglish() {
        return locale.equals(Locale.ENGLISH);
    }

    private boolean hasCatalogue() {
        return !tag().isEmpty() && Language.class.getResource("/tridiff/expr/Said_" + tag() + ".properties") != null;
    }

    public String tag() {
        return locale.getLanguage();
    }

    /** As its speakers call it. */
    public String name() {
        return locale.getDisplayLanguage(locale);
    }

    /** The sentence of that key with these arguments. */
    public String text(String key, Object... arguments) {
        return Said.of(key, arguments).in(this);
    }

    Template template(String key) {
        int dot = key.indexOf('.');
        return Template.of(
                catalogue("tridiff." + key.substring(0, dot) + ".Said").getString(key.substring(dot + 1)));
    }

    /** The texts of that name; what is not there in this language is there in English. */
    public ResourceBundle catalogue(String name) {
        return ResourceBundle.getBundle(
                name, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    @Override
    public String toString() {
        return tag();
    }
}
