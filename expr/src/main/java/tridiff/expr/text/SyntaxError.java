package tridiff.expr.text;

import tridiff.expr.said.Said;
import tridiff.expr.said.SaidException;

/** A text that is no expression: what is wrong, where, and what to do about it. */
public final class SyntaxError extends SaidException {

    private static final long serialVersionUID = 1;

    private final String text;
    private final int position;
    private final transient Said help;
    private int opened = -1;
    private boolean limit;

    SyntaxError(Said said, String text, int position, Said help) {
        super(said);
        this.text = text;
        this.position = position;
        this.help = help;
    }

    /** Also shows the parenthesis that was opened here. */
    SyntaxError openedAt(int where) {
        opened = where;
        return this;
    }

    /** The text is refused for its size only. */
    SyntaxError atLimit() {
        limit = true;
        return this;
    }

    /** Whether the text may well be an expression, but a limit on its size was reached. */
    public boolean isLimit() {
        return limit;
    }

    /** Where, in code points from 0 to the length of the text. */
    public int position() {
        return position;
    }

    /** What to do, in one line; empty if there is nothing to suggest. */
    public Said help() {
        return help;
    }

    /** Two lines: the text around the place, and a caret under it. Control characters are shown as their pictures. */
    public String excerpt() {
        return Excerpt.of(text, position, opened);
    }
}
