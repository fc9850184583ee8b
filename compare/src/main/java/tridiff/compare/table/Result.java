package tridiff.compare.table;

import java.util.List;
import tridiff.expr.said.Language;

/** Something that was measured: it can be written in every form, saved as JSON, and written again from the saved file. */
public interface Result {

    /** For the terminal, in a language; ends with a line break. */
    String text(Language say);

    /** The same in English. */
    default String text() {
        return text(Language.ENGLISH);
    }

    /** For papers and web pages: the tables of the text, without the sentences around them. */
    List<Table> tables();

    /** For spreadsheets: every number in full, under a header that does not change; ends with a line break. */
    String csv();
}
