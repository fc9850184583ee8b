package tridiff.compare.table;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import tridiff.expr.said.Language;

/** Something that was measured: it can be written in every form, saved as JSON, and written again from the saved file. */
public interface Result {

    /** A member that may be missing: in files saved earlier, or where there is nothing to say. Numbers may be missing anyway. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface Nullable {}

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
