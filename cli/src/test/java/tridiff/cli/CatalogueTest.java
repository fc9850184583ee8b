package tridiff.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tridiff.expr.Expr;

/** The catalogues of what is said, in every language: all of it is there, and all that is there is said. */
class CatalogueTest {

    private static final Path HOME = Path.of("..");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)\\}");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-zA-Z0-9.-]*)\"");
    private static final Pattern WORD = Pattern.compile("[\\p{L}]\\w*");

    private static List<Path> files(String part, String ending) {
        try (Stream<Path> all = Files.walk(HOME)) {
            return all.filter(f -> f.toString().contains(part) && f.toString().endsWith(ending))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Path> catalogues() {
        return files("/src/main/resources/", "/Said.properties");
    }

    private static Stream<Path> translations() {
        return files("/src/main/resources/", ".properties").stream()
                .filter(f -> f.getFileName().toString().startsWith("Said_"));
    }

    private static Map<String, String> texts(Path file) {
        var texts = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            texts.load(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return texts.stringPropertyNames().stream()
                .collect(Collectors.toMap(k -> k, texts::getProperty, (a, b) -> a, TreeMap::new));
    }

    /** The keys as programs know them: after the name of their folder. */
    private static Set<String> keys() {
        var keys = new TreeSet<String>();
        catalogues().forEach(f -> texts(f).keySet().forEach(k -> keys.add(name(f) + "." + k)));
        return keys;
    }

    private static String name(Path catalogue) {
        return catalogue.getParent().getFileName().toString();
    }

    private static String sources() {
        return files("/src/main/java/", ".java").stream()
                .map(f -> {
                    try {
                        return Files.readString(f);
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .collect(Collectors.joining("\n"));
    }

    private static Set<String> literals() {
        return LITERAL.matcher(sources()).results().map(m -> m.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void every_language_says_the_same_with_the_same_arguments(Path translation) {
        Map<String, String> english = texts(translation.resolveSibling("Said.properties"));
        Map<String, String> other = texts(translation);
        assertEquals(english.keySet(), other.keySet());
        english.forEach((key, text) -> assertEquals(places(text), places(other.get(key)), key));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void a_language_has_every_catalogue() {
        Map<String, Long> languages = translations()
                .collect(Collectors.groupingBy(f -> f.getFileName().toString(), Collectors.counting()));
        languages.forEach((file, number) -> assertEquals(catalogues().size(), number, file));
    }

    /** Whatever looks like a key is one, or the beginning of some; methods are called like keys of their modules. */
    @Test
    void what_is_said_is_in_a_catalogue() {
        var keys = keys();
        Set<String> names = catalogues().stream().map(CatalogueTest::name).collect(Collectors.toSet());
        literals().stream()
                .filter(l -> l.indexOf('.') > 0 && names.contains(l.substring(0, l.indexOf('.'))))
                .filter(l -> !l.matches("(numerical|symbolic|autodiff)\\.[a-z0-9-]*|papers\\.txt"))
                .forEach(l -> assertTrue(keys.contains(l) || keys.stream().anyMatch(key -> isPart(key, l)), l));
    }

    @Test
    void what_is_in_a_catalogue_is_said() {
        var literals = literals();
        keys().stream()
                .filter(key -> !literals.contains(key) && literals.stream().noneMatch(l -> isPart(key, l)))
                .forEach(key -> assertEquals("", key, "never said"));
    }

    /** Whether a key begins with a literal, after which comes another one or a word of data. */
    private static boolean isPart(String key, String literal) {
        return literal.indexOf('.') > 0
                && key.startsWith(literal)
                && (literal.endsWith(".") || key.charAt(literal.length()) == '.');
    }

    /** Names are the user's: whatever they are called, they are called so in every language. */
    @Test
    void variables_named_like_words_that_are_said_keep_their_names() {
        List<String> names = Stream.concat(catalogues().stream(), translations())
                .flatMap(f -> texts(f).values().stream())
                .filter(text -> WORD.matcher(text).matches())
                .filter(CatalogueTest::isName)
                .distinct()
                .sorted()
                .toList();
        assertTrue(names.size() > 40, names.toString());
        for (int i = 0; i < names.size(); i += 4) {
            List<String> some = names.subList(i, Math.min(names.size(), i + 4));
            String point = some.stream().map(n -> n + "=2").collect(Collectors.joining(","));
            String formula = some.size() < 2 ? some.get(0) + "^2" : String.join("*", some) + " + " + some.get(0);
            Run english = Run.of("compare", formula, "--at", point, "--lang", "en", "--methods", "autodiff.*");
            Run korean = Run.of("compare", formula, "--at", point, "--lang", "ko", "--methods", "autodiff.*");
            assertEquals(0, korean.code(), korean.err());
            for (String name : some) {
                assertEquals(times(name, english), times(name, korean), name + "\n" + korean.out());
            }
        }
    }

    private static boolean isName(String word) {
        try {
            Expr.variable(word);
            return tridiff.expr.text.Parser.parse(word) instanceof Expr.Var;
        } catch (IllegalArgumentException | tridiff.expr.text.SyntaxError e) {
            return false;
        }
    }

    /** In the rows of the table, where it stands alone. */
    private static long times(String name, Run run) {
        return run.out()
                .lines()
                .filter(line -> line.matches("((numerical|symbolic|autodiff)\\S+| ) +" + Pattern.quote(name) + " .*"))
                .count();
    }

    /** No code names a language beside English: one whose catalogues are found is spoken. */
    @Test
    void a_language_is_a_file_beside_each_catalogue() {
        String code = sources().replaceAll("(?m)^ *(//|/?\\*).*", "");
        assertFalse(Pattern.compile("Locale\\.KOREA|\"ko\"|\\p{IsHangul}")
                .matcher(code)
                .find());
    }

    @Test
    void a_variable_called_luck_is_not_renamed() {
        Run run = Run.of("compare", "luck*seed^2+worse", "--at", "luck=1,seed=2,worse=3", "--lang", "ko");
        assertTrue(run.out().contains("  luck ")
                && run.out().contains("  seed ")
                && run.out().contains("  worse "));
        assertFalse(run.out().contains("우연 ") || run.out().contains("시드"), run.out());
    }
}
