package tridiff.expr.said;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SaidTest {

    private static final Language KOREAN = Language.of("ko").orElseThrow();

    @Test
    void places_are_filled_in_any_order() {
        var template = Template.of("from {1} to {0}, {2}.");
        assertEquals("from b to a, c.", template.filled(List.of("a", "b", "c")));
        assertEquals("it's {", Template.of("it's {0}").filled(List.of("{")));
    }

    @Test
    void phrases_are_said_in_the_reader_s_language_and_names_are_not() {
        Said help = Said.of("expr.help.meant", "number");
        assertEquals("did you mean number?", help.toString());
        assertEquals("혹시 number입니까?", help.in(KOREAN));
        Said both = Said.joined(Said.of("expr.parser.empty"), ": ", help);
        assertEquals("the expression is empty: did you mean number?", both.toString());
        assertTrue(both.in(KOREAN).endsWith(": 혹시 number입니까?"));
        assertTrue(both.says("expr.help.meant"));
        assertFalse(both.says("expr.parser.end"));
    }

    @Test
    void words_of_others_are_kept() {
        assertEquals(
                "the expression is empty", Said.words("the expression is empty").in(KOREAN));
        assertEquals(Said.of("expr.parser.empty"), Said.words("the expression is empty"));
        assertTrue(Said.NOTHING.isEmpty());
        assertEquals("a; b; c", Said.list("; ", List.of("a", "b", "c")).in(KOREAN));
    }

    @Test
    void a_language_is_one_that_has_a_catalogue() {
        assertEquals(Language.ENGLISH, Language.all().get(0));
        assertTrue(Language.all().contains(KOREAN));
        assertEquals("한국어", KOREAN.name());
        assertEquals(Optional.of(KOREAN), Language.of("KO"));
        assertEquals(Optional.empty(), Language.of("fr"));
        assertEquals(Optional.empty(), Language.of(""));
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.FRANCE);
            assertEquals(Language.ENGLISH, Language.ofThisMachine());
            assertEquals("the expression is empty", Said.of("expr.parser.empty").toString());
            Locale.setDefault(Locale.KOREA);
            assertEquals(KOREAN, Language.ofThisMachine());
            assertEquals("the expression is empty", Said.of("expr.parser.empty").toString());
        } finally {
            Locale.setDefault(before);
        }
    }
}
