package tridiff.compare.corpus;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Locale;
import tridiff.expr.said.Said;
import tridiff.wengert.method.MethodId;

/**
 * What came of one entry, one line of a file of results.
 *
 * @param number of the entry
 * @param status how it went with the entry itself
 * @param message why there are no results, or what is odd; else null
 * @param at the point, so that the line can be looked at again
 * @param unread keys of the entry that are not read
 */
@JsonPropertyOrder({"number", "line", "id", "status", "message", "text", "at", "methods", "unread"})
public record Outcome(
        long number,
        long line,
        String id,
        Status status,
        Said message,
        String text,
        String at,
        List<OfMethod> methods,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> unread) {

    public Outcome {
        unread = unread == null ? List.of() : List.copyOf(unread); // results of older runs do not say
    }

    /** An outcome of an entry all of which is read. */
    public Outcome(
            long number,
            long line,
            String id,
            Status status,
            Said message,
            String text,
            String at,
            List<OfMethod> methods) {
        this(number, line, id, status, message, text, at, methods, List.of());
    }

    /** How it went with an entry. */
    public enum Status {
        /** There is a proved derivative by every variable. */
        JUDGED,
        /** f or a derivative is proved not to exist there. */
        UNDEFINED,
        /** The reference could not be settled within its limits. */
        UNSETTLED,
        /** The derivatives given with the entry are not the proved ones. */
        CONTRADICTED,
        /** The entry cannot be read. */
        BAD
    }

    /** How it went with a method. */
    public enum Judgement {
        /** As accurate as the conditioning allows. */
        RIGHT,
        /** Worse than that. */
        INACCURATE,
        /** No finite number where there is a derivative. */
        UNDEFINED,
        /** The method does not take this function. */
        REFUSED,
        /** A finite number where there is no derivative. */
        WRONG,
        /** No finite number where there is no derivative, as it should be; or nothing to judge by. */
        SILENT;

        /** In one word. */
        public Said said() {
            return Said.of("compare.corpus." + name().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * One method on the entry.
     *
     * @param ulps the largest error of its partial derivatives; null where there is none to give
     * @param digits significant decimal digits that are right in all of them, from 0 to 17; null likewise
     */
    public record OfMethod(MethodId id, Judgement verdict, Double ulps, Double digits) {}

    /** Whether nothing is missing that every line of a file of results has. */
    boolean isComplete() {
        return id != null
                && status != null
                && methods != null
                && (methods.isEmpty() || text != null && at != null)
                && methods.stream().allMatch(m -> m != null && m.id() != null && m.verdict() != null);
    }
}
