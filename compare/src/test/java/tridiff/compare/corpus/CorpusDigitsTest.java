package tridiff.compare.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.compare.corpus.Outcome.Judgement;
import tridiff.compare.corpus.Outcome.OfMethod;
import tridiff.compare.corpus.Outcome.Status;
import tridiff.expr.said.Said;
import tridiff.wengert.method.MethodId;

/** The rows of a heat map are the worst entries, in order. */
class CorpusDigitsTest {

    private static Outcome outcome(String id, OfMethod... methods) {
        return new Outcome(0, 1, id, Status.JUDGED, null, "x", "x=1", List.of(methods));
    }

    private static OfMethod digits(double digits) {
        return new OfMethod(MethodId.autodiff("m" + digits), Judgement.RIGHT, 1.0, digits);
    }

    private static List<String> worst(int most, Outcome... outcomes) {
        var kept = new CorpusDigits(most);
        List.of(outcomes).forEach(kept);
        assertEquals(outcomes.length, kept.entries());
        return kept.worst().stream().map(Outcome::id).toList();
    }

    @Test
    void a_number_where_there_is_none_is_worse_than_no_number_and_that_is_worse_than_no_digit() {
        var wrong = new OfMethod(MethodId.autodiff("m"), Judgement.WRONG, null, null);
        var undefined = new OfMethod(MethodId.autodiff("m"), Judgement.UNDEFINED, null, null);
        var refused = new OfMethod(MethodId.autodiff("m"), Judgement.REFUSED, null, null);
        assertEquals(
                List.of("wrong", "undefined", "none", "some", "refused"),
                worst(
                        9,
                        outcome("refused", refused, digits(3)),
                        outcome("none", digits(0)),
                        outcome("wrong", wrong),
                        outcome("undefined", undefined),
                        outcome("some", digits(2), digits(15))));
    }

    @Test
    void among_entries_with_the_same_worst_method_the_next_one_decides() {
        assertEquals(
                List.of("b", "a", "c"),
                worst(
                        9,
                        outcome("a", digits(7), digits(12)),
                        outcome("b", digits(11), digits(7)),
                        outcome("c", digits(16), digits(7))));
    }

    @Test
    void however_many_entries_come_the_worst_are_kept() {
        var random = new Random(5);
        var all = IntStream.range(0, 1000)
                .mapToObj(i -> outcome("" + i, digits(16 * random.nextDouble())))
                .toList();
        var kept = new CorpusDigits(10);
        all.forEach(kept);
        assertEquals(1000, kept.entries());
        double least = kept.worst().stream()
                .mapToDouble(o -> o.methods().get(0).digits())
                .max()
                .orElseThrow();
        long less = all.stream()
                .filter(o -> Math.floor(o.methods().get(0).digits()) < Math.floor(least))
                .count();
        assertEquals(10, kept.worst().size());
        assertTrue(less <= 10, "worse ones were dropped");
    }

    @Test
    void entries_that_could_not_be_read_are_no_rows() {
        var kept = new CorpusDigits(3);
        kept.accept(new Outcome(0, 1, "bad", Status.BAD, Said.words("no expression"), null, null, List.of()));
        assertEquals(0, kept.entries());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "{\"number\":0,\"id\":\"a\",\"status\":\"JUDGED\"}",
                "{\"number\":0,\"id\":\"a\",\"status\":\"JUDGED\",\"methods\":[null]}",
                "{\"number\":0,\"id\":\"a\",\"status\":\"JUDGED\",\"methods\":[{\"id\":\"m\",\"verdict\":\"RIGHT\"}]}"
            })
    void a_line_that_is_json_but_no_result_is_refused(String line, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("results.jsonl");
        Files.writeString(file, line + "\n");
        assertThrows(IOException.class, () -> CorpusRun.read(file, o -> {}));
    }
}
