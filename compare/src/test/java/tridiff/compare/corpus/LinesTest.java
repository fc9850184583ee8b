package tridiff.compare.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {

    private static List<String> all(String text, int longest) throws IOException {
        var lines = new Lines(new StringReader(text), longest);
        var all = new ArrayList<String>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            all.add(lines.isTooLong(line) ? "too long" : line);
        }
        return all;
    }

    @Test
    void lines_end_as_anywhere() throws IOException {
        assertEquals(List.of("a", "b", "", "c", "d"), all("a\nb\r\n\nc\rd", 9));
        assertEquals(List.of("a"), all("a\n", 9));
        assertEquals(List.of(), all("", 9));
        assertEquals(List.of("", "a"), all("\r\ra".substring(1), 9));
    }

    @Test
    void after_a_line_that_is_too_long_the_next_one_is_read() throws IOException {
        assertEquals(List.of("123", "too long", "x", "too long"), all("123\n1234567\nx\n1234", 3));
    }

    @Test
    void a_line_without_an_end_is_refused_when_its_limit_is_reached() throws IOException {
        var zeros = new Reader() {
            private long read;

            @Override
            public int read(char[] buffer, int from, int length) {
                read += length;
                assertTrue(read < 100_000, "reads on");
                return length;
            }

            @Override
            public void close() {}
        };
        var lines = new Lines(zeros, 1000);
        assertTrue(lines.isTooLong(lines.next()));
    }

    @Test
    void a_last_line_that_was_cut_off_has_no_end() throws IOException {
        var lines = new Lines(new StringReader("a\nb"), 9);
        lines.next();
        assertTrue(lines.isEnded());
        lines.next();
        assertFalse(lines.isEnded());
    }

    @Test
    void a_mark_before_the_text_is_skipped() throws IOException {
        byte[] marked = "\uFEFFx".getBytes(StandardCharsets.UTF_8);
        assertEquals("x", Lines.text(new ByteArrayInputStream(marked)).readLine());
        assertEquals(
                "x",
                Lines.strictText(new ByteArrayInputStream("x".getBytes(StandardCharsets.UTF_8)))
                        .readLine());
        byte[] bad = {'a', 'b', (byte) 0xFF};
        assertThrows(CharacterCodingException.class, () -> Lines.strictText(new ByteArrayInputStream(bad))
                .readLine());
    }
}
