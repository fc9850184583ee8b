package tridiff.compare.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.compare.Care;
import tridiff.compare.Comparer;
import tridiff.compare.ComparisonReport;
import tridiff.compare.Methods;
import tridiff.compare.Reference;
import tridiff.compare.enclosure.Cause;
import tridiff.expr.Expr;
import tridiff.expr.text.DisplayWidth;
import tridiff.expr.text.Parser;

/** What results say in English can be said in Korean. */
class MessagesTest {

    private static final Messages KOREAN = Messages.in(Language.KO);
    private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");

    private static Properties bundle(String name) throws IOException {
        var texts = new Properties();
        try (var in = Messages.class.getResourceAsStream("/tridiff/compare/" + name)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }

    private static List<Integer> places(Object text) {
        return Template.of(text.toString()).places().stream().sorted().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Messages", "Sentences"})
    void both_languages_have_the_same_texts_with_the_same_places(String name) throws IOException {
        Properties english = bundle(name + ".properties");
        Properties korean = bundle(name + "_ko.properties");
        assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(korean.keySet()));
        english.forEach((key, text) -> assertEquals(places(text), places(korean.get(key)), key.toString()));
    }

    /** In tables a refusal stands behind a label, which a template that begins with its argument must not take in. */
    @ParameterizedTest
    @ValueSource(strings = {"Messages", "Sentences"})
    void refusals_are_said_behind_their_label(String bundle) throws IOException {
        Properties korean = bundle(bundle + "_ko.properties");
        bundle(bundle + ".properties").forEach((key, text) -> {
            if (key.toString().startsWith("refusal.")) {
                List<String> arguments = List.of("30", "4e+09");
                String english = Template.of(text.toString()).filled(arguments);
                String said = Template.of(korean.getProperty(key.toString())).filled(arguments);
                assertEquals("거부: " + said, KOREAN.translated("refused: " + english), key.toString());
            }
        });
    }

    /** No template takes another one's sentence. */
    @ParameterizedTest
    @ValueSource(strings = {"Messages", "Sentences"})
    void every_english_text_is_recognized_as_what_it_is(String bundle) throws IOException {
        Properties korean = bundle(bundle + "_ko.properties");
        bundle(bundle + ".properties").forEach((key, text) -> {
            List<String> arguments = List.of("α", "β", "γ", "δ", "ε", "ζ", "η");
            String name = key.toString();
            if (!name.startsWith("join.") && !name.startsWith("text.") && !name.equals("blamed")) {
                String english = Template.of(text.toString()).filled(arguments);
                String said = Template.of(korean.getProperty(name)).filled(arguments);
                assertEquals(said, KOREAN.translated(english), name);
            }
        });
    }

    @Test
    void what_is_quoted_stays_as_it_was_written() {
        assertEquals("알 수 없는 함수 'luck'입니다", KOREAN.translated("unknown function 'luck'"));
        assertEquals("값이 없습니다: luck", KOREAN.translated("there is no value for luck"));
        assertEquals("우연", KOREAN.translated("luck"));
    }

    /** Its time must not grow with what could be taken apart in many ways. */
    @Test
    @Timeout(20)
    void a_text_of_many_joints_is_soon_left_alone() {
        for (int times : new int[] {150, 20_000}) {
            String joints = "there is no file " + "a: b; c  d. ".repeat(times);
            assertEquals(joints.replace("there is no file ", "파일이 없습니다: "), KOREAN.translated(joints));
        }
    }

    @Test
    void a_list_of_any_length_is_said_item_by_item() {
        assertEquals(
                "중심 차분; 후진 차분; 복소 스텝; 적응 차분; 중심 차분; 전진 차분",
                KOREAN.translated("central difference; backward difference; complex step; adaptive; central difference;"
                        + " forward difference"));
    }

    @Test
    void a_phrase_in_a_sentence_is_translated_too_and_what_is_unknown_stays() {
        assertEquals(
                "꺾인 점: 왼쪽 기울기 -1, 오른쪽 기울기 1 (abs(x)에서)",
                KOREAN.translated("a kink: slope -1 from the left, 1 from the right in abs(x)"));
        assertEquals(
                "h = 0.01; 짧은 스텝: 더 길면 정의역을 벗어남",
                KOREAN.translated("h = 0.01; shorter step: a longer one leaves the domain"));
        assertEquals("numbers in x; y: z", KOREAN.translated("numbers in x; y: z"));
    }

    @Test
    void english_stays_english() {
        assertEquals("luck", Messages.in(Language.EN).translated("luck"));
    }

    @Test
    void every_cause_of_an_undefined_value_is_known() {
        Arrays.stream(Cause.values()).forEach(cause -> assertKorean(cause.text()));
    }

    private static void assertKorean(String english) {
        String korean = KOREAN.translated(english);
        assertTrue(HANGUL.matcher(korean).find(), "stays English: " + english);
        assertFalse(korean.matches(".*\\b(the|of|is|and|from|not|with)\\b.*"), "half English: " + korean);
    }

    private static ComparisonReport compared(String text, double[] point, Care care) {
        Expr f = Parser.parse(text);
        var ids = new ArrayList<>(Methods.ids());
        ids.removeIf(id -> id.contains("symja"));
        var question = new Comparer.Question(
                text,
                f,
                f.variables(),
                point,
                f.variables(),
                ids,
                new Parser().read(text).notes());
        return new Comparer(Reference.Effort.DEFAULT, care).compare(question);
    }

    /** Kinds of points, of trouble and of verdicts; whatever is said of them is said in Korean. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "abs(x) @ 0",
                "sqrt(x) @ 0",
                "x*sqrt(x) @ 0",
                "cbrt(x) @ 0",
                "floor(x) @ 1",
                "max(x, 2*x) @ 0",
                "if(x<1, x, x^2) @ 1",
                "sqrt(-abs(x)) @ 0",
                "log(1+exp(x)) @ 800",
                "floor(1e6*x)/1e6 + x @ 0.5",
                "sin(x)*exp(y)*log(z)*x*y*z @ 1 2 3",
                "(1-cos(x))/x^2 @ 1e-6",
                "tan(x) @ 1.5707963",
                "1/2x @ 3",
                "erf(x) + gamma(x) @ 2",
                "atan2(x, y) @ 1 2",
                "sin(1e15*x) @ 0.3",
                "log(x) @ 1e-300",
                "x^2 - x^2 @ 3",
                "iterate(5, s, x, (s + x/s)/2) @ 2",
                "4*(4*(4*x*(1-x))*(1-4*x*(1-x)))*(1-4*(4*x*(1-x))*(1-4*x*(1-x))) @ 0.3"
            })
    void nothing_that_a_comparison_says_stays_english(String text, String at) {
        double[] point =
                Stream.of(at.split(" ")).mapToDouble(Double::parseDouble).toArray();
        assertKorean(compared(text, point, Care.NONE));
    }

    @Test
    void what_it_says_of_times_is_korean_too() {
        assertKorean(compared("exp(sin(x))/(1+x^2)", new double[] {0.7}, Care.QUICK));
    }

    private static void assertKorean(ComparisonReport report) {
        report.verdict().forEach(MessagesTest::assertKorean);
        report.notes().forEach(MessagesTest::assertKorean);
        report.reference().partials().stream().filter(p -> p.reason() != null).forEach(p -> assertKorean(p.reason()));
        for (ComparisonReport.MethodResult r : report.results()) {
            if (r.refusal() != null) {
                assertKorean("refused: " + r.refusal());
            } else if (!r.remark().isEmpty() && !r.remark().matches("h = \\S+")) {
                assertKorean(r.remark());
            }
        }
    }

    /** Hangul is two columns wide. */
    @Test
    void korean_tables_are_aligned() {
        ComparisonReport report = compared("exp(sin(x))/(1+x^2)", new double[] {0.7}, Care.NONE);
        List<String> lines = report.text(KOREAN).lines().toList();
        int heading = lines.indexOf(
                lines.stream().filter(l -> l.startsWith("방법")).findFirst().orElseThrow());
        String label = "ULP";
        int end = DisplayWidth.of(
                lines.get(heading).substring(0, lines.get(heading).indexOf(label) + label.length()));
        for (String line :
                lines.subList(heading + 1, heading + 1 + report.results().size())) {
            String digits = line.substring(0, line.lastIndexOf("  "));
            assertEquals(end, DisplayWidth.of(digits), line);
        }
    }
}
