package tridiff.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.cli.output.Failure;
import tridiff.expr.text.DisplayWidth;

/** With --lang ko, whatever a user reads is Korean: results, pictures, help and messages. */
class KoreanTest {

    /** Two words of English, one after the other, which is more than the name of a method or a function. */
    private static final Pattern ENGLISH = Pattern.compile("\\b[A-Za-z]?[a-z]{2,} [a-z]{2,}\\b");

    /** Headings are in capitals; names of units and formats are not words. */
    private static final Pattern HEADING =
            Pattern.compile("\\b(?!JSON|ULP|NAME|FILE|EXPR|NIST|JMLR|TOMS|SIAM)[A-Z]{4,}\\b");

    /** Words of others: what is quoted, commands to be run, markup, names of persons and papers, formulas. */
    private static final Pattern NOT_OURS = Pattern.compile(
            "'[^'\n]*'|<style>[^<]*</style>|<[^>]*>"
                    + "|(\\./)?tridiff [^\n]*|--\\w[^\n]*|:pre|JSON lines|Deep Learning from Scratch|Calculus on computational graphs"
                    + "|d\\^2f/d[xy] d[xy]|\\[[A-Z, ]+\\]|\\([A-Z|]+\\)|Commons Math\\w*|Ceres Solver|\\bif\\([^\n]*|\\w+\\([a-z ]+(?=\\D)|sin x[^\n]*");

    @TempDir
    Path folder;

    private static String[] arguments(String command) {
        return (command + "|--lang|ko").split("\\|");
    }

    /** The command's words, without those of others. */
    private static String words(Run run) {
        return NOT_OURS.matcher(run.out() + run.err()).replaceAll("·");
    }

    private static void assertKorean(String command, Run run) {
        String words = words(run);
        var english = ENGLISH.matcher(words);
        assertFalse(english.find(), () -> command + " says '" + english.group() + "' in:\n" + words);
        var heading = HEADING.matcher(words);
        assertFalse(heading.find(), () -> command + " says '" + heading.group() + "' in:\n" + words);
        assertTrue(words.matches("(?s).*\\p{IsHangul}.*"), () -> command + ": " + words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compare|exp(sin(x))/(1+x^2)|--at|x=0.7",
                "compare|sqrt(exp(x))*log(y)|--at|x=-800,y=2|--methods|numerical.complex-step",
                "compare|(1-cos(x))/x^2|--at|x=3.03e-8",
                "compare|x^2*exp(y)|--at|x=1,y=2|--operator|hessian",
                "compare|x^2*y|--at|x=1,y=2|--operator|hessian-vector|--vector|1,2",
                "compare|sin(1e9*x)/1e9 + x|--at|x=0.7|--methods|numerical.*",
                "sweep|h|exp(sin(x))/(1+x^2)|--at|x=0.7",
                "sweep|x|sqrt(x)|--from|-1|--to|1|--points|50",
                "sweep|depth|logistic|--to|4|--errors|20",
                "sweep|order|tanh|--to|3",
                "sweep|vars|helmholtz|--to|3",
                "sweep|vars|product|--to|3|--only|costs",
                "diff|exp(sin(x))/(1+x^2)|--steps",
                "diff|x^x*sqrt(x^2)*abs(x) + 3*x*(x+1)^2|--steps",
                "diff|sin(x)^2*exp(x) + cos(x)^2*exp(x) + if(x<1, x, 2^x) - x/(2*x+4)|--steps",
                "diff|x*(2*x - 2*y)*(y - x) + exp(x)*(x - y)|--wrt|x|--steps",
                "diff|(x^2 + 4*x + 3)*exp(x) + cosh(x)^2 - sinh(x)^2 + tan(x)/sin(x)|--steps",
                "trace|x*y + sin(x)|--at|x=2,y=3",
                "graph|(a+b)*(b+1)|--at|a=2,b=1|--format|text",
                "graph|(a+b)*(b+1)|--at|a=2,b=1",
                "graph|sin(sin(sin(sin(x))))*x|--max-nodes|3",
                "functions",
                "corpus|list",
                "corpus|run|papers",
                "paper|list",
                "paper|baydin-1",
                "paper|baydin-2-3",
                "paper|baydin-figure-3",
                "paper|helmholtz",
                "paper|laue",
                "paper|complex-step",
                "paper|ridders",
                "paper|colah",
                "paper|dezero",
                "paper|dezero-tanh",
                "lesson",
                "lesson|5"
            })
    void results_are(String command) {
        Run run = Run.of(arguments(command));
        assertEquals(0, run.code(), run.err());
        assertKorean(command, run);
    }

    static Stream<String> mistakes() throws IOException {
        try (var in = KoreanTest.class.getResourceAsStream("mistakes.txt")) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines().toList().stream().filter(line -> !line.startsWith("#"));
        }
    }

    /** What goes wrong is told in Korean, and ends with the same code as in English. */
    @ParameterizedTest
    @MethodSource("mistakes")
    void messages_are(String command) {
        Run english = Run.of((command + "|--lang|en").split("\\|"));
        Run korean = Run.of(arguments(command));
        assertTrue(english.code() > 0, command);
        assertEquals(english.code(), korean.code(), korean.err());
        assertKorean(command, new Run(korean.code(), "", korean.err()));
        assertEquals(english.caret(), korean.caret(), korean.err());
    }

    @Test
    void faults_of_entries_are() throws IOException {
        for (String entries : List.of(
                ".txt\nx @ x=1\ny(x @ x=1\nx*y @ x=1\nx @ x\nlog(x) @ x=-1",
                ".csv\nname,formula,ranges\na,x*y,\"x in [1,2]; y\"\nb,x",
                ".jsonl\n{\"expr\": \"x*y\", \"point\": {\"x\": 1, \"y\": 2}, \"grad\": {\"x\": \"3\"}}\n{\"point\": {}}\noops",
                ".txt\nx @ x=1,x=2\nx @ x=1e-400\nx @ x=1e400\nx @ 2=1\nх @ x=1",
                ".csv\nname,formula,ranges\na,x,\"x in [1,0]\"",
                ".jsonl\n{\"id\":[]}\n{\"expr\":\"x\",\"point\":5}\n{\"expr\":\"x\",\"point\":{\"x\":null}}\n"
                        + "{\"expr\":\"x\",\"vars\":5,\"point\":{}}\n{\"a\":1,\"a\":2}\n"
                        + "{\"expr\":\"x\",\"point\":{\"x\":1},\"grad\":5}\n{\"expr\":\"x\",\"point\":{\"x\":1},\"grad\":[]}\n"
                        + "{\"expr\":\"x\",\"point\":{\"x\":1},\"grad\":{\"y\":1}}\n{\"expr\":\"x\",\"point\":{\"x\":1},\"grad\":{\"x\":null}}\n"
                        + "{\"expr\":\"x\",\"point\":{\"x\":1},\"grad\":{\"x\":\"y\"}}\n{\"expr\":\"x\",\"point\":{\"x\":1},\"grad\":{\"x\":\"1e99999\"}}\n"
                        + "{\"expr\":\"abs(x)\",\"point\":{\"x\":0},\"grad\":{\"x\":1},\"why\":1}\n"
                        + "{\"expr\":\"log(x)\",\"point\":{\"x\":0},\"grad\":{\"x\":1}}\n" + "[".repeat(99),
                ".fpcore\n(FPCore ((v 2)) v)(FPCore (x) (ref x 0))(FPCore (n) (while (< i n) ((i 0 (+ i 1))) i))"
                        + "(FPCore (x) (while TRUE ((i 0 (+ i 1))) x))(FPCore (x) (for ((i 2) (j 2)) () x))(FPCore (x) NAN)"
                        + "(FPCore (x x) x)(FPCore f (x) (f x))(FPCore (x) (f x))(FPCore g (x) x)(FPCore (x) (g x x))"
                        + "(FPCore (x) :pre (< 1 x 0) x)\nhello",
                ".fpcore\n(FPCore (x) (foo x))(FPCore (x))(FPCore (x) (+ x y))(FPCore (x) (sqrt \"x")) {
            String[] parts = entries.split("\n", 2);
            Path file = folder.resolve("entries" + parts[0]);
            Files.writeString(file, parts[1]);
            Run run = Run.of("corpus", "run", file.toString(), "--lang", "ko");
            assertTrue(run.code() > 0, entries);
            assertKorean(parts[0], run);
            assertFalse(run.out().contains("not "), run.out());
        }
    }

    @Test
    void a_caret_stands_below_its_place_after_wide_letters() {
        String[] lines = Run.of("compare", "가나 + )", "--at", "가나=1", "--lang", "ko")
                .err()
                .split("\n");
        int caret = lines[2].indexOf('^');
        assertEquals(DisplayWidth.of(lines[1].substring(0, lines[1].indexOf(')'))), caret, String.join("\n", lines));
    }

    static Stream<String> commands() {
        return Stream.of(
                "",
                "compare|",
                "sweep|",
                "sweep|x|",
                "sweep|h|",
                "sweep|depth|",
                "sweep|order|",
                "sweep|vars|",
                "diff|",
                "charts|",
                "corpus|",
                "corpus|list|",
                "corpus|run|",
                "corpus|diff|",
                "show|",
                "trace|",
                "graph|",
                "report|",
                "lesson|",
                "paper|",
                "functions|",
                "completion|");
    }

    /** With the same options and examples as in English. */
    @ParameterizedTest
    @MethodSource("commands")
    void help_is(String command) {
        Run english = Run.of((command + "--help|--lang|en").split("\\|"));
        Run korean = Run.of(arguments(command + "--help"));
        assertEquals(0, korean.code(), korean.err());
        assertEquals(kept(english), kept(korean));
        String texts = korean.out().replaceAll("(?s)사용법:.*?\n(?! )", "").replaceAll("\\b[A-Z]{4,}\\b", "");
        assertKorean(command, new Run(0, texts, ""));
    }

    /** Examples, and the names of options. */
    private static List<String> kept(Run help) {
        return help.out()
                .lines()
                .filter(line -> line.matches("  (tridiff|source) .*| +(-\\w, )?--[a-z-]+(=\\S+)?  .*"))
                .map(line -> line.matches("  (tridiff|source) .*")
                        ? line
                        : line.strip().split("  |=")[0])
                .toList();
    }

    /** Each text of the bundle is somewhere in the help: none is left over from what has been renamed. */
    @Test
    void no_text_of_the_help_is_left_over() {
        String all = commands()
                .map(c -> Run.of(arguments(c + "--help")).out())
                .collect(Collectors.joining())
                .replaceAll("\\s", "");
        var bundle = ResourceBundle.getBundle("tridiff.cli.Help", Locale.KOREAN);
        for (String key : bundle.keySet()) {
            String start = bundle.getString(key).replaceAll("\\$\\{.*|%[n%].*|\\s", "");
            assertTrue(all.contains(start), key + ": " + start);
        }
    }

    @Test
    void a_machine_set_to_korean_needs_no_option() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.KOREA);
            assertTrue(Run.of("compare", "x", "--bogus").err().startsWith("오류:"));
            assertTrue(Run.of("trace", "x", "--at", "x=1").out().startsWith("순방향:"));
            assertTrue(Run.of("trace", "x", "--at", "x=1", "--lang", "en").out().startsWith("Forward:"));
        } finally {
            Locale.setDefault(before);
        }
    }

    /** Around its sentences, which were saved in English and stay so. */
    @Test
    void a_saved_result_is_shown_in_it() {
        String file = folder.resolve("saved.json").toString();
        Run.of("compare", "x*sin(x)", "--at", "x=1", "-o", file, "--lang", "en");
        String shown = Run.of("show", file, "--lang", "ko").out();
        assertTrue(shown.contains("판정") && shown.contains("방법"), shown);
        assertTrue(shown.contains("the derivative within"), shown);
    }

    /** Text in SVG is text; each picture of the story is seen here. */
    @Test
    void pictures_are() throws IOException {
        assertEquals(
                0,
                Run.of("charts", "all", "--format", "svg", "-o", folder.toString(), "--lang", "ko")
                        .code());
        Run.of(
                "sweep",
                "h",
                "sin(x)",
                "--at",
                "x=1",
                "-o",
                folder.resolve("h.svg").toString(),
                "--lang",
                "ko");
        Run.of(
                "sweep",
                "vars",
                "product",
                "--to",
                "5",
                "-o",
                folder.resolve("v.svg").toString(),
                "--lang",
                "ko");
        Run.of(
                "sweep",
                "vars",
                "--only",
                "costs",
                "--to",
                "3",
                "-o",
                folder.resolve("c.svg").toString(),
                "--lang",
                "ko");
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> pictures = files.toList();
            assertEquals(14, pictures.size());
            for (Path picture : pictures) {
                String text = Files.readString(picture).replaceAll("<text[^>]*>((sin|cos|exp|log) ?)+", "");
                assertKorean(picture.getFileName().toString(), new Run(0, text, ""));
            }
        }
    }

    /** Of the page in both languages, what is seen in Korean; formulas, commands and JSON aside. */
    @ParameterizedTest
    @ValueSource(
            strings = {"exp(sin(x))/(1+x^2)|--at|x=0.7", "abs(x)+y|--at|x=0,y=1", "sum(i, 1, 9, x^i/i)|--at|x=0.5"})
    void the_report_is(String arguments) throws IOException {
        Path file = folder.resolve("report.html");
        Run.of(arguments("report|" + arguments + "|-o|" + file));
        String seen = Files.readString(file)
                .replaceAll("(?s)<(style|script|pre|math)\\b.*?</\\1>", "")
                .replaceAll("(?s)<(span|div|g) class=\"t\" lang=\"en\">.*?</\\1>", "");
        assertKorean(arguments, new Run(0, seen.replaceAll("<[^>]*>", "\n"), ""));
    }

    @Test
    void the_option_is_read_before_anything_goes_wrong() {
        for (String[] args : List.of(new String[] {"--lang", "ko"}, new String[] {"--lang=KO"})) {
            String[] all = Stream.concat(Arrays.stream(args), Stream.of("compare", "x", "--bogus"))
                    .toArray(String[]::new);
            assertTrue(
                    Run.of(all).err().startsWith("오류: 알 수 없는 옵션입니다: '--bogus'"),
                    Run.of(all).err());
        }
        assertEquals(
                Failure.USAGE,
                Run.of("compare", "x", "--at", "x=1", "--lang", "fr").code());
    }
}
