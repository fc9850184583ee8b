package tridiff.compare.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/**
 * The lines of a text of any size, none of which is kept longer than a limit: a line without an end would fill the memory before
 * anybody could refuse it.
 */
public final class Lines {

    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int NONE = -2;

    private final Reader in;
    private final int longest;
    private int ahead = NONE;
    private boolean cut;
    private boolean ended;

    /**
     * The lines of a text.
     *
     * @param longest in characters
     */
    public Lines(Reader in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** A text in UTF-8, without the mark that some editors put before it; what is not UTF-8 becomes U+FFFD. */
    public static BufferedReader text(InputStream bytes) throws IOException {
        return withoutMark(new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8)));
    }

    /** The same text, but a {@link java.nio.charset.CharacterCodingException} where it is not UTF-8. */
    public static BufferedReader strictText(InputStream bytes) throws IOException {
        return withoutMark(new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder())));
    }

    private static BufferedReader withoutMark(BufferedReader in) throws IOException {
        in.mark(1);
        if (in.read() != BYTE_ORDER_MARK) {
            in.reset();
        }
        return in;
    }

    /** The next line without its end, null after the last; of one that is too long one character more than allowed. */
    public String next() throws IOException {
        skipRest();
        int c = read();
        ended = false;
        if (c < 0) {
            return null;
        }
        var line = new StringBuilder();
        while (!ends(c)) {
            line.append((char) c);
            if (line.length() > longest) {
                cut = true;
                break;
            }
            c = read();
        }
        ended = c >= 0;
        return line.toString();
    }

    /** Whether a line that was returned is only the beginning of one. */
    public boolean isTooLong(String line) {
        return line.length() > longest;
    }

    /** Whether the line that was returned last has an end of its own, and not only that of the text. */
    public boolean isEnded() {
        return ended;
    }

    /** Only when the next line is asked for: of a device there may be no end. */
    private void skipRest() throws IOException {
        while (cut) {
            cut = !ends(read());
        }
    }

    private boolean ends(int c) throws IOException {
        if (c == '\r') {
            int next = in.read();
            ahead = next == '\n' ? NONE : next;
        }
        return c < 0 || c == '\n' || c == '\r';
    }

    private int read() throws IOException {
        int c = ahead == NONE ? in.read() : ahead;
        ahead = NONE;
        return c;
    }
}
