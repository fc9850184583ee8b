package tridiff.expr.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.expr.FunctionTable;

class UnfamiliarTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0445 | CYRILLIC SMALL LETTER HA | write x",
                "0430 | CYRILLIC SMALL LETTER A | write a",
                "039F | GREEK CAPITAL LETTER OMICRON | write O",
                "200B | ZERO WIDTH SPACE | delete it",
                "2060 | WORD JOINER | delete it",
                "FEFF | ZERO WIDTH NO-BREAK SPACE | delete it",
                "202E | RIGHT-TO-LEFT OVERRIDE | delete it",
                "2067 | RIGHT-TO-LEFT ISOLATE | delete it",
                "2010 | HYPHEN | write -",
                "2014 | EM DASH | write -",
                "FF0D | FULLWIDTH HYPHEN-MINUS | write -",
                "3000 | IDEOGRAPHIC SPACE | write a blank",
                "2003 | EM SPACE | write a blank",
                "2028 | LINE SEPARATOR | write a blank",
                "000C | FORM FEED (FF) | write a blank",
                "0007 | BEL | delete it",
                "FF58 | FULLWIDTH LATIN SMALL LETTER X | write x",
                "1D465 | MATHEMATICAL ITALIC SMALL X | write x",
                "FF08 | FULLWIDTH LEFT PARENTHESIS | write (",
                "0663 | ARABIC-INDIC DIGIT THREE | write 3",
                "2217 | ASTERISK OPERATOR | write *"
            })
    void a_character_that_cannot_be_told_by_its_look_is_named_with_what_to_write(
            String point, String name, String help) {
        Unfamiliar found = Unfamiliar.of(Integer.parseInt(point, 16)).orElseThrow();
        assertEquals("U+" + point + " '" + name + "'", found.toString());
        assertEquals(help, found.help().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "가나", "скорость", "α", "ν", "θ₁", "é", "x_1", "Δx"})
    void words_of_other_scripts_are_names(String name) {
        assertEquals(1, Parser.parse(name + " + 1").variables().size());
    }

    @Test
    void a_variable_that_is_known_by_just_that_name_is_that_variable() {
        var parser = new Parser(FunctionTable.standard(), Parser.Limits.DEFAULT, Set.of("х"));
        assertEquals("х", parser.read("х^2").expr().variables().get(0).name());
        var error = assertThrows(SyntaxError.class, () -> Parser.parse("2 + х^2"));
        assertEquals(4, error.position());
        assertTrue(error.getMessage().contains("U+0445"), error.getMessage());
    }
}
