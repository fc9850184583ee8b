package tridiff.compare.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tridiff.compare.Comparer;
import tridiff.compare.corpus.Outcome.Status;
import tridiff.compare.time.TimingMode;
import tridiff.expr.text.Parser;
import tridiff.reference.Reference;
import tridiff.wengert.method.MethodId;

/** Lines of JSON that are not what they should be: each is a bad entry with a reason, and the next one is read. */
class JsonEntryTest {

    private static List<Outcome> outcomes(String... lines) throws IOException {
        var found = new ArrayList<Outcome>();
        var run = CorpusRun.with(
                new Comparer(new Reference.Effort(25, 200, 2), TimingMode.NONE),
                MethodId.listOf("autodiff.reverse"),
                1);
        var in = new BufferedReader(new StringReader(String.join("\n", lines)));
        run.run(Corpora.entries("a.jsonl", in, new EntryReading(new Parser(), 1, 1)), found::add, done -> {});
        return found;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'id':{'a':1},'expr':'x','point':{'x':1}} | 'id' is not a text",
                "{'id':null,'expr':'x','point':{'x':1}} | 'id' is not a text",
                "{'expr':['x'],'point':{'x':1}} | there is no 'expr'",
                "{'expr':'x','point':{'x':true}} | the value of x is neither a number nor a text",
                "{'expr':'x','point':{'x':null}} | the value of x is neither a number nor a text",
                "{'expr':'x','point':{'x':[1]}} | the value of x is neither a number nor a text",
                "{'expr':'x','point':{'x':1e400}} | too large for a double",
                "{'expr':'x','point':{'x':'1e400'}} | too large for a double",
                "{'expr':'x','point':{'x':1e-400}} | not 0, but too small",
                "{'expr':'x','point':{'x':1e999999999}} | too large for a double",
                "{'expr':'x','point':{'x':'y'}} | is not a number",
                "{'expr':'x','point':[1]} | 'point' is not an object",
                "{'expr':'x','point':'x=1'} | 'point' is not an object",
                "{'expr':'x'} | 'point' is not an object",
                "{'expr':'x','point':{'2x':1,'x':1}} | cannot be the name of a variable",
                "{'expr':'x','vars':'x','point':{'x':1}} | 'vars' is not a list of names",
                "{'expr':'x','vars':[1],'point':{'x':1}} | 'vars' is not a list of names",
                "{'expr':'x','vars':['x','x'],'point':{'x':1}} | 'x' is given twice",
                "{'expr':'x','point':{'x':1},'grad':5} | neither an object nor a list",
                "{'expr':'x','point':{'x':1},'grad':'1'} | neither an object nor a list",
                "{'expr':'x','point':{'x':1},'grad':null} | neither an object nor a list",
                "{'expr':'x','point':{'x':1},'grad':[1,2]} | has 2 numbers for 1 variables",
                "{'expr':'x','point':{'x':1},'grad':[]} | has 0 numbers for 1 variables",
                "{'expr':'x','point':{'x':1},'grad':{'z':1}} | which is no variable",
                "{'expr':'x','point':{'x':1},'grad':{'x':[1]}} | neither a number nor a text",
                "{'expr':'x','point':{'x':1},'grad':{'x':true}} | neither a number nor a text",
                "{'expr':'x','point':{'x':1},'grad':{'x':null}} | neither a number nor a text",
                "{'expr':'x','point':{'x':1},'grad':{'x':'1/3'}} | is not a decimal number",
                "{'expr':'x','point':{'x':1},'grad':{'x':'NaN'}} | is not a decimal number",
                "{'expr':'x','point':{'x':1},'grad':{'x':''}} | is not a decimal number",
                "{'expr':'x','point':{'x':1},'grad':{'x':'1e999999999'}} | out of range",
                "{'expr':'x','point':{'x':1},'grad':{'x':'1e99999999'}} | out of range",
                "{'expr':'x','point':{'x':1},'grad':{'x':'1e-99999999'}} | out of range",
                "{'expr':'x','point':{'x':1},'grad':{'x':1e99999999}} | out of range",
                "{'expr':'x','point':{'x':1},'grad':{'x':'1e99999999999'}} | out of range",
                "{'expr':'x','point':{'x':1,'x':2}} | a key is there twice",
                "{'expr':'x','expr':'y','point':{'x':1}} | a key is there twice",
                "{'expr':'x','point':{'x':1}} and more | not JSON",
                "{'expr':'x','point':{'x':NaN}} | not JSON",
                "[1, 2] | there is no 'expr'",
                "5 | there is no 'expr'",
                "null | there is no 'expr'",
                "'x' | there is no 'expr'",
                "{} | there is no 'expr'"
            })
    void each_is_a_bad_entry_that_says_what_is_wrong(String line, String reason) throws IOException {
        List<Outcome> found = assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> outcomes(line.replace('\'', '"'), "{\"id\":\"next\",\"expr\":\"x\",\"point\":{\"x\":1}}"));
        assertEquals(
                List.of(Status.BAD, Status.JUDGED),
                found.stream().map(Outcome::status).toList());
        String message = found.get(0).message().toString();
        assertTrue(message.replace('"', '\'').contains(reason), message);
        assertEquals("next", found.get(1).id());
    }

    @Test
    void depth_and_digits_are_limited_while_they_are_read() throws IOException {
        List<Outcome> found = outcomes(
                "[".repeat(100_000),
                "{\"a\":".repeat(100_000),
                "{\"expr\":\"x\",\"point\":{\"x\":" + "1".repeat(100_000) + "}}",
                "{\"expr\":\"x\",\"point\":{\"x\":1}}");
        assertEquals(
                List.of(Status.BAD, Status.BAD, Status.BAD, Status.JUDGED),
                found.stream().map(Outcome::status).toList());
        assertTrue(
                found.get(0).message().toString().contains("nested"),
                found.get(0).message().toString());
    }

    private static Status status(String formula, String x, String derivative) throws IOException {
        return outcomes("{\"expr\":\"" + formula + "\",\"point\":{\"x\":" + x + "},\"grad\":{\"x\":\"" + derivative
                        + "\"}}")
                .get(0)
                .status();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sin(x) | 1 | 0.540302305868139717400936607442976603732310420617922227670097255381100394774471764518 | JUDGED",
                "sin(x) | 1 | 0.540302305868139717400936607442976603732310420617922227670097255381100394774471764517 | JUDGED",
                "sin(x) | 1 | 0.540302305868139717400936607442976603732310420617922227670097255381100394774471774518 | CONTRADICTED",
                "sin(x) | 1 | 0.5403023058681397174009366074429766037323 | JUDGED",
                "sin(x) | 1 | 0.5403023058681397174009366074429766137323 | CONTRADICTED",
                "sin(x) | 1 | 0.5403023058681397174 | JUDGED",
                "sin(x) | 1 | 0.5403023058681397177 | CONTRADICTED",
                "sin(x) | 1 | 0.540302305868140 | JUDGED",
                "x^2 | 3 | 6 | JUDGED",
                "x^2 | 3 | 6.00000000000000000000000000000000 | JUDGED",
                "x^2 | 3 | 6.00000000000000000000000000000001 | JUDGED",
                "x^2 | 3 | 6.00000000000000000000000000000002 | CONTRADICTED",
                "x^2 | 3 | -6 | CONTRADICTED",
                "x^2 | 0 | 0 | JUDGED",
                "x^2 | 0 | 1e-300 | CONTRADICTED",
                "x^2 | 3 | 0 | CONTRADICTED",
                "x^2 | 3 | 6e4000 | CONTRADICTED",
                "x/3 | 1 | 0.333 | CONTRADICTED"
            })
    void a_derivative_is_checked_to_the_digits_that_are_given(
            String formula, String x, String derivative, Status status) throws IOException {
        assertEquals(status, status(formula, x, derivative));
    }

    @ParameterizedTest
    @CsvSource({"abs(x), 0, 5", "abs(x), 0, 0", "log(x), -1, -1", "floor(x), 2, 0", "1/x, 0, 0"})
    void a_derivative_where_there_is_none_is_a_contradiction(String formula, String x, String derivative)
            throws IOException {
        assertEquals(Status.CONTRADICTED, status(formula, x, derivative));
    }

    @Test
    void keys_that_are_not_read_are_said() throws IOException {
        var summary = new Summary();
        List<Outcome> found = outcomes(
                "{\"expr\":\"x\",\"point\":{\"x\":1},\"gard\":{\"x\":7},\"why\":1}",
                "{\"expr\":\"x\",\"point\":{\"x\":1},\"note\":\"\"}");
        found.forEach(summary);
        assertEquals(List.of("gard", "why"), found.get(0).unread());
        assertEquals(List.of("gard", "note", "why"), List.copyOf(summary.unread()));
    }

    @Test
    void a_point_keeps_the_order_of_the_variables_and_then_its_own() {
        var in = new BufferedReader(
                new StringReader("{\"expr\":\"b*a\",\"vars\":[\"b\",\"a\"],\"point\":{\"c\":3,\"a\":\"pi\",\"b\":2}}"));
        var entry = (Entry.Case) Corpora.entries("a.jsonl", in, new EntryReading(new Parser(), 1, 1))
                .next();
        assertEquals(Map.of("b", 2.0, "a", Math.PI, "c", 3.0), entry.point());
        assertEquals(List.of("b", "a", "c"), List.copyOf(entry.point().keySet()));
    }
}
