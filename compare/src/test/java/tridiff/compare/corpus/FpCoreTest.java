package tridiff.compare.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.expr.text.Parser;
import tridiff.wengert.WengertList;
import tridiff.wengert.run.Evaluator;

/** Cores as FPBench and Herbie have them: what can be said here is read, and the rest says why not. */
class FpCoreTest {

    private static List<Entry> entries(int points, String text) {
        return entries(new Parser(), points, text);
    }

    private static List<Entry> entries(Parser parser, int points, String text) {
        var list = new ArrayList<Entry>();
        var in = new BufferedReader(new StringReader(text));
        Corpora.entries("a.fpcore", in, new EntryReading(parser, points, 7)).forEachRemaining(list::add);
        return list;
    }

    private static Entry.Case last(String text) {
        List<Entry> all = entries(1, text);
        Entry last = all.get(all.size() - 1);
        assertTrue(last instanceof Entry.Case, last.toString());
        return (Entry.Case) last;
    }

    private static String reason(String text) {
        return ((Entry.Bad) entries(1, text).get(0)).message().toString();
    }

    private static double value(Entry.Case c) {
        double[] x = c.point().values().stream().mapToDouble(v -> v).toArray();
        return new Evaluator(WengertList.of(c.f(), c.variables())).run(x);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(FPCore f (x) (* x x)) (FPCore (y) (f (+ y 1))) | (y + 1)*(y + 1)",
                "(FPCore f (x y) (- x y)) (FPCore (x y) (f y x)) | y - x",
                "(FPCore f (x) (sin x)) (FPCore g (x) (f (f x))) (FPCore (x) (g x)) | sin(sin(x))",
                "(FPCore (x y) (copysign x y)) | if(y < 0, -abs(x), abs(x))",
                "(FPCore (x) (cast x)) | x",
                "(FPCore (x) (! :precision binary32 (cast (* x 2)))) | x*2",
                "(FPCore (x) (trunc x)) | if(x < 0, ceil(x), floor(x))",
                "(FPCore (x) (exp2 x)) | 2^x",
                "(FPCore (x) (digits 3 2 10)) | 300",
                "(FPCore (x) (* x M_1_PI)) | x*(1/pi)",
                "(FPCore (x) (if (isnan x) 0 (signbit x))) | if(0, 0, x < 0)",
                "(FPCore (a b c) (if (!= a b c) a b)) | if((a != b)*(a != c)*(b != c), a, b)",
                "(FPCore (a b c) (if (== a b c) a b)) | if((a == b)*(b == c), a, b)",
                "(FPCore (a b c) (if (and a b c) a b)) | if(a*b*c, a, b)",
                "(FPCore (x.y x_y) (- x.y x_y)) | x_y - x_y_1",
                "(FPCore ((! :precision binary64 x)) x) | x",
                "(FPCore (x) :cite (a b) :spec (foo x) :alt (bar) x) | x",
                "(FPCore (x) (for ([i 5]) ([s x (+ s (* i x))]) s)) | iterate(5, s, x, s + i*x, i, 0, i + 1)"
            })
    void what_can_be_said_is_read(String core, String formula) {
        assertEquals(formula, last(core).text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(while (< i 3) ([i 0 (+ i 1)] [s x (* s 2)]) s) | 8",
                "(while (< i 3) ([s x (+ s i)] [i 0 (+ i 1)]) s) | 4",
                "(while* (< i 3) ([i 0 (+ i 1)] [s x (+ s i)]) s) | 7",
                "(while (< t 1) ([t 0 (+ t 0.1)] [n x (+ n 1)]) n) | 11",
                "(while FALSE ([s x (* s 2)]) s) | 1",
                "(while (< (* i i) (exp 2)) ([i 0 (+ i 1)] [s x (* s 2)]) s) | 8",
                "(let ([k 2]) (while (< i k) ([i 0 (+ i 1)] [s x (while (< j 2) ([j 0 (+ j 1)] [u s (* u 3)]) u)]) s)) | 81",
                "(for* ([i 3]) ([s x (+ s i)]) s) | 4",
                "(nearbyint (* x 2.5)) | 2",
                "(nearbyint (* x 3.5)) | 4",
                "(round (* x 2.5)) | 3",
                "(round (* x -2.5)) | -3",
                "(fmod (* x -7) 3) | -1",
                "(remainder (* x 7) 4) | -1"
            })
    void loops_and_roundings_have_their_values(String body, double value) {
        Entry.Case c = last("(FPCore (x) :pre (== x 1) " + body + ")");
        assertEquals(Map.of("x", 1.0), c.point());
        assertEquals(value, value(c), 1e-12);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(FPCore (n) (while (< i n) ([i 0 (+ i 1)]) i)) | how often 'while' runs depends on more than numbers",
                "(FPCore (x) (while TRUE ([i x (+ i 1)]) i)) | 'while' runs more than 10000 times",
                "(FPCore (x) (for ([i 1000000]) ([s x s]) s)) | 'for' runs more than 10000 times",
                "(FPCore (x) (for ([i 2] [j 2]) ([s x s]) s)) | 'for' over several indices is not read",
                "(FPCore ((v 2)) (ref v 0)) | 'v' is a vector, and only numbers are read",
                "(FPCore (x) (array x x)) | 'array' is about vectors, and only numbers are read",
                "(FPCore (x) (tensor ([i 3]) x)) | 'tensor' is about vectors, and only numbers are read",
                "(FPCore (x) (ref x 0)) | 'ref' is about vectors, and only numbers are read",
                "(FPCore f (x) (f x)) | 'f' with 1 arguments has no counterpart",
                "(FPCore (x x) x) | 'x' is an argument twice",
                "(FPCore (x) INFINITY) | 'INFINITY' is not a real number",
                "(FPCore (x) (digits 1 99999999 2)) | the exponent of 99999999 is too large",
                "(FPCore (x) ()) | an argument is missing",
                "(FPCore (x) (!)) | an argument is missing",
                "(FPCore (x) (let ((a)) a)) | an argument is missing",
                "(FPCore (x) :pre (foo x) x) | 'foo' with 1 arguments has no counterpart",
                "(FPCore (x) :pre (< 1 x 0) x) | no point was found at which :pre holds",
                "(FPCore (x) :pre (< 1 x 1) x) | no point was found at which :pre holds",
                "(FPCore (x) :pre FALSE x) | no point was found at which :pre holds",
                "(FPCore (x y) :pre (and (== x y) (< x 0) (> y 0)) x) | no point was found at which :pre holds",
                "(FPCore () 1 2) | there is no body"
            })
    void what_cannot_be_said_is_an_entry_with_the_reason(String core, String reason) {
        assertEquals(reason, reason(core));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(< (* 1e-16 (fabs x)) y)",
                "(< x -1e308)",
                "(> x 1e308)",
                "(< -1e308 x 1e308)",
                "(< x 1e400)",
                "(== x y)",
                "(== 3 x)",
                "(== x y 2)",
                "(== x (* 2 y))",
                "(and (< x y) (< y (* 2 x)))",
                "(or (< x -1e10) (> x 1e10))",
                "(not (< x 100))",
                "(!= x y)",
                "(and (<= 0 x 1) (<= x y 1))",
                "(<= 1 x y 10)",
                "(>= 10 x 5 y 1)",
                "(and (< 1e-300 x) (< x 1e-299))",
                "(< x (- y))"
            })
    void points_are_taken_where_the_precondition_holds(String pre) {
        List<Entry> found = entries(20, "(FPCore (x y) :pre " + pre + " (* x y))");
        assertEquals(20, found.size(), found.get(0).toString());
        var holds = last("(FPCore (x y) (if " + pre.replace("1e400", "1e308") + " 1 0))");
        for (Entry e : found) {
            double[] x = ((Entry.Case) e)
                    .point().values().stream().mapToDouble(v -> v).toArray();
            var variables = ((Entry.Case) e).variables();
            var f = Parser.parse(holds.text());
            assertEquals(1, new Evaluator(WengertList.of(f, variables)).run(x), e.toString());
        }
    }

    @Test
    void a_bad_core_takes_no_other_with_it() {
        List<Entry> found = entries(
                1,
                "(FPCore (x) (sin x)\n(FPCore (x) :name \"b\" x)\n(FPCore (x) " + "(sin ".repeat(100_000) + "x"
                        + ")".repeat(100_000) + ")\n(FPCore (x) :name \"d\" x)\nhello\n(FPCore (x) :name \"f\" x)");
        assertEquals(6, found.size(), found.toString());
        assertEquals("'(' is never closed", ((Entry.Bad) found.get(0)).message().toString());
        assertEquals(
                List.of(0L, 1L, 2L, 3L, 4L, 5L),
                found.stream().map(Entry::number).toList());
        assertEquals(
                List.of(1L, 2L, 3L, 4L, 5L, 6L), found.stream().map(Entry::line).toList());
        assertEquals(
                List.of("b", "d", "f"),
                List.of(found.get(1).id(), found.get(3).id(), found.get(5).id()));
    }

    @Test
    void a_text_that_is_never_closed_ends_where_the_next_core_begins() {
        List<Entry> found =
                entries(1, "(FPCore (x) :name \"a x)\n(FPCore (x) :name \"b\" x)\n(FPCore (x) :name \"c\" x)");
        assertEquals(3, found.size(), found.toString());
        assertEquals(
                "'\"' is never closed", ((Entry.Bad) found.get(0)).message().toString());
        assertEquals("b", found.get(1).id());
        assertEquals("c", found.get(2).id());
    }

    @Test
    void calls_that_grow_without_end_are_refused_soon() {
        var text = new StringBuilder("(FPCore f0 (x y) (+ x y))");
        for (int i = 1; i < 40; i++) {
            text.append("(FPCore f%d (x y) (f%d (f%d x (sin y)) (f%d (sin x) y)))".formatted(i, i - 1, i - 1, i - 1));
        }
        List<Entry> found = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> entries(1, text.toString()));
        assertEquals(40, found.size());
        assertTrue(found.stream()
                .anyMatch(e -> e instanceof Entry.Bad b
                        && b.message().toString().equals("too long where its calls are written out")));
        assertTrue(
                found.get(39) instanceof Entry.Bad b && b.message().toString().startsWith("it calls 'f38'"));
    }

    @Test
    void numbers_are_rounded_where_program_code_rounds_them() {
        var c = (Entry.Case) entries(new Parser().withDoubleLiterals(), 1, "(FPCore (x) (* x 0.1))")
                .get(0);
        assertEquals("x*0.1000000000000000055511151231257827021181583404541015625", c.text());
        assertEquals("x*0.1", last("(FPCore (x) (* x 0.1))").text());
    }
}
