package tridiff.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tridiff.cli.output.Failure;
import tridiff.compare.json.JsonReport;

/** Input that made other tools hang, crash or answer wrongly; at x = 2 and y = 3. */
class HostileInputTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final List<String> AT = List.of("--at", "x=2,y=3");

    /** What the generators of the file stand for. */
    private static final Map<String, Supplier<String>> GENERATED = Map.of(
            "\"(\"*10000+\"x\"+\")\"*10000", () -> "(".repeat(10_000) + "x" + ")".repeat(10_000),
            "\"(\"*200000", () -> "(".repeat(200_000),
            "\"sin(\"*20000+\"x\"+\")\"*20000", () -> "sin(".repeat(20_000) + "x" + ")".repeat(20_000),
            "\"+\".join([\"x\"]*5000)", () -> "x" + "+x".repeat(4_999),
            "\"*\".join([\"x\"]*1000)", () -> "x" + "*x".repeat(999),
            "\"0.\"+\"0\"*1000+\"1\"", () -> "0." + "0".repeat(1_000) + "1",
            "\"+\".join(\"v%d\"%i for i in range(100000))",
                    () -> IntStream.range(0, 100_000).mapToObj(i -> "v" + i).collect(Collectors.joining("+")),
            "\"max(\"+\",\".join([\"x\"]*100000)+\")\"", () -> "max(" + "x,".repeat(99_999) + "x)");

    record Bad(String id, String type, String input, String kind, int position, double value) {
        @Override
        public String toString() {
            return id;
        }
    }

    private static Stream<Bad> expressions() throws IOException {
        try (InputStream in = HostileInputTest.class.getResourceAsStream("bad-inputs.json")) {
            var all = new ArrayList<Bad>();
            JsonMapper.builder().build().readTree(in).forEach(node -> all.add(bad(node)));
            return all.stream().filter(b -> !b.type.equals("option"));
        }
    }

    private static Bad bad(JsonNode node) {
        String input = node.get("input").isNull()
                ? GENERATED.get(node.get("gen").asString()).get()
                : node.get("input").asString();
        return new Bad(
                node.get("id").asString(),
                node.get("class").asString(),
                input,
                node.get("kind").asString(),
                node.get("pos").isNull() ? -1 : node.get("pos").asInt(),
                node.get("value").isNull() ? Double.NaN : node.get("value").asDouble());
    }

    /** The two names that a text may use; an expression without them is given no point. */
    private static Run run(String text, String... options) {
        var args = new ArrayList<String>(List.of("compare", text));
        Run probe = Run.of("compare", text, "--at", "x=2,y=3");
        boolean x = !probe.err().contains("'x' does not occur");
        boolean y =
                !Run.of("compare", text, "--at", x ? "x=2,y=3" : "y=3").err().contains("'y' does not occur");
        if (x || y) {
            args.addAll(List.of("--at", x && y ? AT.get(1) : x ? "x=2" : "y=3"));
        }
        args.addAll(List.of(options));
        return Run.of(args.toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void it_is_answered_rightly_or_refused_in_one_clear_message(Bad bad) {
        Run run = assertTimeoutPreemptively(PATIENCE, () -> run(bad.input, "--format", "json"));
        assertFalse((run.err() + run.out()).contains("\tat "), run.err());
        assertTrue(List.of(0, 2, 3, 4, 5, 7).contains(run.code()), run.err());
        assertTrue(run.err().lines().allMatch(line -> line.length() < 1_000), "long lines");
        assertTrue(run.err().codePoints().noneMatch(c -> c < 32 && c != '\n'), "control characters");
        switch (bad.kind) {
            case "syntax" -> assertSyntaxError(bad, run);
            case "limit" ->
                assertTrue(
                        run.code() != 0 && run.err().matches("(?s).*(limit|more than|at most|100000|no value).*"),
                        run.err());
            case "domain" -> assertTrue(run.code() == 2 || run.code() == 4 || run.code() == 5, run.err());
            case "ok" -> assertTrue(run.code() == 0 || run.err().contains("no variables"), run.err());
            default -> assertValueOrError(bad, run);
        }
    }

    private static void assertSyntaxError(Bad bad, Run run) {
        boolean unknownVariable = run.code() == 2 && run.err().contains("there is no value for");
        assertTrue(run.code() == 3 || unknownVariable, bad.input + ": " + run.err());
        if (run.code() == 3 && bad.position >= 0 && !bad.input.isEmpty()) {
            assertEquals(bad.position, run.caret(), run.err());
        }
    }

    private static void assertValueOrError(Bad bad, Run run) {
        if (run.code() == 0 && !Double.isNaN(bad.value)) {
            assertEquals(bad.value, JsonReport.read(run.out()).function().value(), 4e-16 * Math.abs(bad.value));
        }
        if (bad.kind.equals("value") && !Double.isNaN(bad.value)) {
            assertTrue(run.code() == 0 || run.err().contains("no variables"), run.err());
        }
    }

    /** One of each command that takes an expression, with few points and terms. */
    private static List<List<String>> commands(String text) {
        return List.of(
                List.of("diff", text, "--wrt", "x"),
                List.of("diff", text, "--wrt", "x", "--steps"),
                List.of("trace", text, "--at", "x=2,y=3"),
                List.of("trace", text, "--at", "x=2", "--format", "latex"),
                List.of("sweep", "x", text, "--from", "1", "--to", "2", "--points", "3"),
                List.of("sweep", "h", text, "--at", "x=2", "--to", "1e-3"),
                List.of("sweep", "depth", text, "--to", "2"),
                List.of("sweep", "order", text, "--to", "2"),
                List.of("sweep", "vars", text));
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void every_command_answers_or_refuses_in_clear_messages(Bad bad) {
        for (List<String> command : commands(bad.input)) {
            Run run = assertTimeoutPreemptively(PATIENCE, () -> Run.of(command.toArray(String[]::new)));
            String name = command.get(0) + " " + bad.id + ": " + run.err();
            assertFalse((run.err() + run.out()).contains("\tat "), name);
            assertTrue(List.of(0, 2, 3, 4, 5, 7).contains(run.code()), name);
            assertTrue(run.code() == 0 || run.err().startsWith("error: "), name);
            assertTrue((run.err() + run.out()).codePoints().noneMatch(c -> c < 32 && c != '\n' && c != '\r'), name);
        }
    }

    @Test
    void a_corpus_of_hostile_lines_is_gone_through_to_its_end(@TempDir Path folder) throws IOException {
        Path corpus = folder.resolve("hostile.txt");
        var lines = new StringBuilder();
        List<Bad> all = expressions().filter(b -> b.input.length() < 100_000).toList();
        all.forEach(b -> lines.append("n: ")
                .append(b.input.replace('\n', ' ').replace('\r', ' '))
                .append(" @ x=2, y=3\n"));
        Files.writeString(corpus, lines + "last: x^2 @ x=3\n");
        Run run = assertTimeoutPreemptively(
                PATIENCE.multipliedBy(4), () -> Run.of("corpus", "run", corpus.toString(), "--methods", "autodiff.*"));
        assertFalse((run.err() + run.out()).contains("\tat "), run.err());
        assertTrue(run.out().contains(" entries: "), run.out() + run.err());
        assertTrue((run.err() + run.out()).codePoints().noneMatch(c -> c < 32 && c != '\n'), "control characters");
    }

    @Test
    void a_line_of_10_megabytes_is_refused_at_once() {
        Run run = assertTimeoutPreemptively(
                PATIENCE, () -> Run.of("compare", "x+".repeat(5_000_000) + "x", "--at", "x=1"));
        assertEquals(Failure.LIMIT, run.code());
        assertTrue(run.err().contains("--max-length"));
    }

    @Test
    void a_hundred_thousand_nested_parentheses_are_refused_or_read() {
        String deep = "(".repeat(100_000) + "x" + ")".repeat(100_000);
        assertEquals(Failure.LIMIT, Run.of("diff", deep).code());
        Run patient = Run.of("diff", deep, "--max-nesting", "200000");
        assertEquals("1", patient.out().strip(), patient.err());
    }

    @Test
    void text_of_the_user_never_reaches_the_terminal_raw() {
        Run run = Run.of("compare", "\u001b]0;pwn\u0007x", "--at", "x=1,\u001b[2J=3");
        assertTrue(run.err().codePoints().noneMatch(c -> c == 0x1b || c == 7), run.err());
    }
}
