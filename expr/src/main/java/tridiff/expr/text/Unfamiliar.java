package tridiff.expr.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tridiff.expr.said.Said;

/**
 * A character that is not seen, or looks like one of ASCII and is none: by its look nobody can tell what is wrong, so it is named.
 *
 * <p>Letters of other scripts are letters, and words of them names; only those are meant here that cannot be told from a Latin one.
 *
 * @param point its code point
 * @param instead what to write: a character, a blank, or nothing
 */
public record Unfamiliar(int point, String instead) {

    // spotless:off - these are tables; each letter stands above the one that it looks like
    private static final String LETTERS =
            "аеорсухіјѕһԁԛԝ" + "АВЕКМНОРСТХІЈЅ" + "ο" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ" + "օսհո" + "ıɑɡ";
    private static final String LETTERS_OF_ASCII =
            "aeopcyxijshdqw" + "ABEKMHOPCTXIJS" + "o" + "ABEZHIKMNOPTYX" + "ouhn" + "iag";
    private static final String SIGNS =
            "\u2010\u2011\u2012–—\u2015\u2043\u02D7➖" + "∗✱✕✖⨯•∙" + "⁄∕" + "ˆ⌃↑" + "➕" + "、‚" + "‹›" + "。";
    private static final String SIGNS_OF_ASCII =
            "---------"                              + "*******" + "//" + "^^^" + "+" + ",," + "<>" + ".";
    // spotless:on

    private static final Map<Integer, String> LOOKS = looks();

    private static Map<Integer, String> looks() {
        var looks = new HashMap<Integer, String>();
        String strange = LETTERS + SIGNS;
        String ascii = LETTERS_OF_ASCII + SIGNS_OF_ASCII;
        for (int i = 0; i < ascii.length(); i++) {
            looks.put((int) strange.charAt(i), ascii.substring(i, i + 1));
        }
        return looks;
    }

    /** What is to be said of a character, if anything is. */
    static Optional<Unfamiliar> of(int point) {
        return isPlain(point) ? Optional.empty() : instead(point).map(i -> new Unfamiliar(point, i));
    }

    /** The first in a name, unless that has letters that are like no other: it is then a word of another script. */
    public static Optional<Unfamiliar> in(String name) {
        boolean word = name.codePoints().anyMatch(c -> c > 0x7F && of(c).isEmpty());
        return word ? Optional.empty() : first(name);
    }

    private static Optional<Unfamiliar> first(String text) {
        return text.codePoints().boxed().flatMap(c -> of(c).stream()).findFirst();
    }

    private static Optional<String> instead(int point) {
        if (LOOKS.containsKey(point)) {
            return Optional.of(LOOKS.get(point));
        }
        return switch (Character.getType(point)) {
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> Optional.of(" ");
            case Character.CONTROL -> Optional.of(point >= '\t' && point <= '\r' ? " " : "");
            case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> Optional.of("");
            case Character.MODIFIER_LETTER, Character.OTHER_NUMBER -> Optional.empty(); // raised or lowered
            case Character.DECIMAL_DIGIT_NUMBER -> Optional.of(Integer.toString(Character.digit(point, 10)));
            default -> compatible(point);
        };
    }

    /** Wide, bold, script and the like, by their decomposition. */
    private static Optional<String> compatible(int point) {
        String plain = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC);
        return plain.length() == 1 && plain.charAt(0) > ' ' && plain.charAt(0) < 0x7F
                ? Optional.of(plain)
                : Optional.empty();
    }

    /** Its code point and name: {@code U+200B 'ZERO WIDTH SPACE'}. */
    @Override
    public String toString() {
        return named(point);
    }

    /** That a character is not expected: shown if it can be, and named if it may not be what it looks like. */
    static Said unexpected(int point) {
        boolean seen = Excerpt.visible(point) == point
                && instead(point).filter(String::isBlank).isEmpty();
        if (isPlain(point)) {
            return Said.of("expr.parser.unexpected", Character.toString(point));
        }
        return seen
                ? Said.of("expr.parser.unexpected.named", Character.toString(point), named(point))
                : Said.of("expr.parser.character", named(point));
    }

    private static boolean isPlain(int point) {
        return point >= ' ' && point < 0x7F;
    }

    private static String named(int point) {
        String name = Character.getName(point);
        return String.format("U+%04X '%s'", point, name == null ? "UNASSIGNED" : name);
    }

    /** What to do about it. */
    public Said help() {
        return instead.isEmpty()
                ? Said.of("expr.parser.character.delete")
                : instead.equals(" ") ? Said.of("expr.parser.character.blank") : Said.of("expr.parser.write", instead);
    }
}
