package tridiff.compare.language;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tridiff.compare.Grid;

/**
 * What tridiff says, in one language.
 *
 * <p>Results are data and hold their sentences in English, so that saved files and programs that read them know one language only. To
 * be shown in another one, a sentence is recognized by its English template, taken apart, and said anew; its arguments may be phrases
 * themselves. What is not recognized stays as it is. The same is done with what is said where there is no bundle: by the parser, by
 * the methods, in pictures.
 */
public final class Messages {

    /** Templates that are filled, and also recognized. */
    private static final String FILLED = "tridiff.compare.Messages";

    /** Templates of what is written in English where it is said: they are only recognized, and not read for English. */
    private static final String RECOGNIZED = "tridiff.compare.Sentences";

    /** Templates that only join phrases: they hold where one of the phrases is known. */
    private static final String JOINS = "join.";

    /** Any number of phrases, joined in the same way in all languages. */
    private static final String LIST = "join.and";

    private static final String BETWEEN = "; ";

    /** A label before any refusal, of which some begin with an argument. */
    private static final String REFUSED = "refused";

    /** What is said of a point: the formula to blame for it may follow. */
    private static final String POINT = "point.";

    private static final String BLAMED = "blamed";

    private static final String IN = " in ";

    /** What is said of the user's input: a single word in it is the user's, even if it is one that we know. */
    private static final Set<String> OF_INPUT =
            Set.of("argument.", "condition.", "entry.", "file.", "help.", "option.", "parser.", "usage.");

    /** Whole lines, which are written in a language at once. */
    private static final String LINES = "text.";

    /** Characters; what is longer is not ours, and could be taken apart in too many ways. */
    private static final int LONGEST_JOINED = 2_000;

    /** Phrases in phrases: an error, its list, a direction, a side, what is there. */
    private static final int DEEPEST = 5;

    private static final Messages ENGLISH = new Messages(Language.EN, List.of());

    private final Language language;
    private final Map<String, Template> templates;

    /** What can be said anew, the label of refusals first, then the most telling. */
    private final List<Phrase> phrases;

    /** A template with its counterpart in the other language. */
    private record Phrase(String key, Template english, Template other) {

        boolean isJoin() {
            return key.startsWith(JOINS);
        }

        /** Whether an argument is somebody else's words: in quotes, or a name in what is said of the input. */
        boolean keeps(int argument, String text) {
            boolean isName = text.indexOf(' ') < 0;
            return english.quotes(argument) || isName && OF_INPUT.stream().anyMatch(key::startsWith);
        }
    }

    private Messages(Language language, List<Phrase> phrases) {
        this.language = language;
        this.templates = templates(FILLED, language);
        this.phrases = phrases;
    }

    public static Messages in(Language language) {
        return language == Language.EN ? ENGLISH : Korean.MESSAGES;
    }

    /** Read when they are needed. */
    private static final class Korean {
        private static final Messages MESSAGES = new Messages(Language.KO, phrases(Language.KO));
    }

    private static List<Phrase> phrases(Language language) {
        return Stream.of(FILLED, RECOGNIZED)
                .flatMap(bundle -> {
                    Map<String, Template> other = templates(bundle, language);
                    return templates(bundle, Language.EN).entrySet().stream()
                            .map(e -> new Phrase(e.getKey(), e.getValue(), other.get(e.getKey())));
                })
                .filter(p -> !p.key.equals(BLAMED) && !p.key.startsWith(LINES))
                .sorted(Comparator.comparing((Phrase p) -> !p.key.equals(REFUSED))
                        .thenComparing(p -> -p.english.weight())
                        .thenComparing(Phrase::key))
                .toList();
    }

    private static Map<String, Template> templates(String name, Language language) {
        var bundle = ResourceBundle.getBundle(
                name,
                language == Language.EN ? Locale.ROOT : language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return bundle.keySet().stream()
                .collect(Collectors.toMap(key -> key, key -> Template.of(bundle.getString(key))));
    }

    public Language language() {
        return language;
    }

    /** The text of that key with these arguments. */
    public String text(String key, Object... arguments) {
        return templates
                .get(key)
                .filled(Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** An English sentence or phrase in this language. */
    public String translated(String english) {
        return language == Language.EN ? english : translated(english, DEEPEST);
    }

    private String translated(String english, int depth) {
        if (depth == 0 || english.isEmpty()) {
            return english;
        }
        return blamed(english, depth)
                .or(() -> phrases.stream()
                        .flatMap(p -> translated(p, english, depth).stream())
                        .findFirst())
                .orElse(english);
    }

    /** A phrase about a point before a formula, which has no blanks but around its operators. */
    private Optional<String> blamed(String english, int depth) {
        int in = english.lastIndexOf(IN);
        return in < 0
                ? Optional.empty()
                : phrases.stream()
                        .filter(p -> p.key.startsWith(POINT))
                        .flatMap(p -> translated(p, english.substring(0, in), depth).stream())
                        .findFirst()
                        .map(point -> text(BLAMED, point, english.substring(in + IN.length())));
    }

    private Optional<String> translated(Phrase phrase, String english, int depth) {
        if (phrase.isJoin() && english.length() > LONGEST_JOINED) {
            return Optional.empty();
        }
        if (phrase.key.equals(LIST)) {
            return list(english, depth);
        }
        return phrase.english.arguments(english).flatMap(arguments -> {
            List<String> said = IntStream.range(0, arguments.size())
                    .mapToObj(i -> phrase.keeps(i, arguments.get(i))
                            ? arguments.get(i)
                            : translated(arguments.get(i), depth - 1))
                    .toList();
            boolean known = !phrase.isJoin() || !said.equals(arguments);
            return known ? Optional.of(phrase.other.filled(said)) : Optional.empty();
        });
    }

    /** All phrases of a list at once: one by one they would be as deep as the list is long. */
    private Optional<String> list(String english, int depth) {
        List<String> items = List.of(english.split(BETWEEN, -1));
        List<String> said = items.stream().map(i -> translated(i, depth - 1)).toList();
        return items.size() == 1 || said.equals(items) ? Optional.empty() : Optional.of(String.join(BETWEEN, said));
    }

    /** A table with its headings and cells in this language. */
    public Grid translated(Grid table) {
        return language == Language.EN
                ? table
                : new Grid(
                        translated(table.title()),
                        table.headings().stream()
                                .map(h -> h.startsWith(">") ? ">" + translated(h.substring(1)) : translated(h))
                                .toList(),
                        table.rows().stream()
                                .map(row -> row.stream().map(this::translated).toList())
                                .toList());
    }
}
