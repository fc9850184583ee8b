package tridiff.expr.said;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Something said to people: a sentence of a catalogue with its arguments, or with an empty key the arguments one after the other.
 * Data hold it in English; a reader is told it in any language.
 *
 * @param key of the sentence: the name of the catalogue's module, a dot, and the key in the catalogue
 * @param arguments phrases, which are said in the reader's language too; and names, numbers and formulas as text, which stay as they are
 */
public record Said(String key, List<Object> arguments) {

    public static final Said NOTHING = words("");

    public Said {
        var kept = new ArrayList<Object>(arguments.size());
        arguments.forEach(a -> kept.add(a instanceof Said ? a : String.valueOf(a)));
        arguments = List.copyOf(kept);
    }

    public static Said of(String key, Object... arguments) {
        return new Said(key, Arrays.asList(arguments));
    }

    /** Words that are nobody's to translate. */
    public static Said words(String words) {
        return new Said("", List.of(words));
    }

    /** Phrases, names and signs, one after the other. */
    public static Said joined(Object... parts) {
        return new Said("", Arrays.asList(parts));
    }

    /** A list of phrases or names. */
    public static Said list(String between, List<?> items) {
        var parts = new ArrayList<Object>();
        for (Object item : items) {
            parts.add(parts.isEmpty() ? "" : between);
            parts.add(item);
        }
        return new Said("", parts);
    }

    /** Whether it is that sentence, or has it among its phrases. */
    public boolean says(String sentence) {
        return key.equals(sentence) || arguments.stream().anyMatch(a -> a instanceof Said s && s.says(sentence));
    }

    public boolean isEmpty() {
        return key.isEmpty() && toString().isEmpty();
    }

    /** Whether both say the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Said that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    public String in(Language language) {
        List<String> told = arguments.stream()
                .map(a -> a instanceof Said phrase ? phrase.in(language) : a.toString())
                .toList();
        return key.isEmpty() ? String.join("", told) : language.template(key).filled(told);
    }

    /** In English. */
    @Override
    public String toString() {
        return in(Language.ENGLISH);
    }
}
