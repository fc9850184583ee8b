package tridiff.compare.table;

import tridiff.expr.said.Language;
import tridiff.expr.said.Said;

/** What stands at one place of a table. */
public sealed interface Cell {

    /** Something said, which is said in the reader's language. */
    record Text(Said said) implements Cell {}

    /** A name, a formula or a sign, which is the same in every language. */
    record Name(String name) implements Cell {}

    /** A number, as it is written. */
    record Numeral(String digits) implements Cell {}

    /** As it is read in a language. */
    default String in(Language language) {
        return this instanceof Text text
                ? text.said.in(language)
                : this instanceof Name name ? name.name : ((Numeral) this).digits;
    }

    static Cell text(String key, Object... arguments) {
        return new Text(Said.of(key, arguments));
    }

    static Cell text(Said said) {
        return new Text(said);
    }

    static Cell name(Object name) {
        return new Name(name.toString());
    }

    static Cell number(Object number) {
        return new Numeral(number.toString());
    }
}
