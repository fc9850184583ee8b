package tridiff.expr.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tridiff.expr.Expr;

/** Names that a text gives to expressions and functions of its own. */
class DefinitionsTest {

    private static String plain(String text) {
        return Printer.PLAIN.print(Parser.parse(text.replace("\\n", "\n")));
    }

    private static SyntaxError refused(String text) {
        return assertThrows(SyntaxError.class, () -> Parser.parse(text.replace("\\n", "\n")), text);
    }

    // \n stands for the end of a line.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "let s = x^2; s + 1/s | x^2 + 1/x^2",
                "s = x^2; s + 1/s | x^2 + 1/x^2",
                "a = x\\nb = a*y\\nb + a | x*y + x",
                "a = x +\\n y; a | x + y",
                "a = (x\\n + y)\\n2a | 2*(x + y)",
                "# what\\na = x # why\\na # that\\n + 1 | x + 1",
                "let a = x;\\n\\n\\nlet b = 2\\na^b\\n | x^2",
                "f(u) = u^2; f(x) + f(f(y)) | x^2 + (y^2)^2",
                "let f(u, v) = u/v; f(f(x, y), f(y, x)) | x/y/(y/x)",
                "f(x) = x^2; f(x) + x | x^2 + x",
                "f(u) = u*k; sum(k, 1, 3, f(k)) | sum(k_1, 1, 3, k_1*k)",
                "let s = i*x; sum(i, 1, 3, s + i) | sum(i_1, 1, 3, i*x + i_1)",
                "f(u) = sum(i, 1, 3, i*u); i*f(i) | i*sum(i_1, 1, 3, i_1*i)",
                "f(u, v) = u - v; g(v, u) = f(u, v); g(x, y) | y - x",
                "sq(u) = u^2; s = sq(x + 1); iterate(3, z, s, z*s) | iterate(3, z, (x + 1)^2, z*(x + 1)^2)",
                "let + 1 | let + 1",
                "let*x | let*x",
                "let gamma = 2; gamma*x + gamma(x) | 2*x + gamma(x)",
                "step = 2; step*x | 2*x",
                "f(u) = if(u > 0, u, 0); f(x) | if(x > 0, x, 0)"
            })
    void a_name_stands_for_what_it_was_given(String text, String expected) {
        assertEquals(expected, plain(text));
    }

    @Test
    void a_name_is_one_object_wherever_it_stands() {
        Expr e = Parser.parse("let s = exp(x); f(u) = u*u; f(s) + s");
        assertEquals(4, Expr.nodes(List.of(e)).size());
    }

    // Positions are code points, \n being one.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "let s = ; s | 8 | unexpected ';'",
                "let s = x | 9 | no formula after",
                "let s | 5 | '=' is expected",
                "let s x | 6 | '=' is expected",
                "let s = x; | 10 | no formula after",
                "let s == x; s | 6 | '=' is expected",
                "x = 2 | 2 | equation",
                "f(x) = x^2 | 5 | equation",
                "f(x) = x^2; | 11 | no formula after",
                "x + 1; y | 5 | unexpected ';'",
                "let a = (x; a | 10 | never closed",
                "let a = x); a | 9 | no '(' is open",
                "let a = x, y; a | 9 | unexpected ','",
                "let a = 1; let a = 2; a | 15 | 'a' is defined already",
                "f(u) = u; f = 2; f | 10 | 'f' is defined already",
                "let pi = 3; pi | 4 | 'pi' is a constant",
                "e = 0.5; e*x | 0 | 'e' is a constant",
                "let sin = 3; sin | 4 | a function 'sin'",
                "sin(x) = x; sin(x) | 0 | a function 'sin'",
                "silu(x) = x; silu(x) | 0 | a function 'silu'",
                "gamma(x) = x; gamma(x) | 0 | a function 'gamma'",
                "sum(x) = x; sum(x) | 0 | a function 'sum'",
                "let if = x; x | 4 | cannot be a name",
                "let nan = x; x | 4 | cannot be a name",
                "and = x; x | 0 | cannot be a name",
                "let a = b; let b = 2; a*b | 15 | used above",
                "f(u) = k*u; k = 2; f(x) | 12 | used above",
                "f() = 2; f() | 2 | the name of a parameter",
                "f(2) = 2; f(2) | 2 | the name of a parameter",
                "f(u = 2; f(2) | 0 | 'f' is not a function",
                "f(u,) = 2; f(2) | 4 | the name of a parameter",
                "f(u v) = 2; f(2) | 4 | the name of a parameter",
                "f(u, u) = u; f(x, x) | 5 | 'u' is there twice",
                "f(f) = f; f(x) | 2 | 'f' is there twice",
                "f(e) = e; f(x) | 2 | 'e' is a constant",
                "f(sin) = sin; f(x) | 2 | a function 'sin'",
                "let s = 2; f(s) = s; f(x) | 13 | 's' is defined already",
                "f(u) = f(u - 1); f(x) | 7 | 'f' calls itself",
                "f(u) = g(u); g(u) = f(u); f(x) | 7 | 'g' is called before it is defined",
                "f(u) = u; f(x, y) | 13 | 'f' takes 1 argument",
                "f(u, v) = u; f(x) | 16 | 'f' takes 2 arguments",
                "f(u) = u; f + 1 | 11 | '(' is expected after 'f'",
                "let s = 2; s(x) | 11 | 's' is not a function",
                "let i = 2; sum(i, 1, 3, x) | 14 | variable of its own",
                "f(i) = sum(i, 1, 3, i); f(x) | 10 | 'i' is a parameter here",
                "f(z) = iterate(3, z, 1, z); f(x) | 14 | 'z' is a parameter here",
                "x > 1 & y | 6 | unexpected '&'",
                "x > 1 and | 9 | ends too early",
                "and x | 4 | operator is missing",
                "! | 1 | ends too early"
            })
    void mistakes_are_named_at_their_place(String text, int position, String message) {
        SyntaxError error = refused(text);
        assertTrue(error.getMessage().contains(message), error.getMessage());
        assertEquals(position, error.position(), error.getMessage());
    }

    @Test
    void a_mistake_is_shown_in_its_line() {
        assertEquals(
                "3 | b = a + $\n            ^",
                refused("# two\na = x\nb = a + $\nb").excerpt());
        assertEquals("2 |  + $\n       ^", refused("x\n + $").excerpt());
    }

    @Test
    void what_is_defined_and_not_used_is_noted() {
        assertEquals(
                List.of("defined and not used: b, g"),
                new Parser()
                        .read("a = x; b = a; f(u) = u; g(u) = f(u)\n x").notes().stream()
                                .map(Object::toString)
                                .toList());
        assertEquals(List.of(), new Parser().read("a = x; f(u) = u*a; f(x)").notes());
    }

    /** Each calls the one before twice: what they come to doubles with every line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f%d(u) = f%d(u) + f%d(u + 1)",
                "f%d(u) = sum(i, 1, 2, f%d(u + i) * f%d(u - i))",
                "f%d(u) = f%d(u)*u + u*u*u*u*u*u*u*u*u*u + f%d(u)"
            })
    void what_grows_by_powers_is_refused_at_once(String next) {
        String text = "f0(u) = u; "
                + IntStream.range(1, 80)
                        .mapToObj(n -> String.format(next, n, n - 1, n - 1))
                        .collect(Collectors.joining("; "))
                + "; f79(x)";
        SyntaxError error = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> refused(text));
        assertTrue(error.isLimit(), error.getMessage());
    }

    @Test
    void loops_in_loops_by_names_are_as_deep_as_parentheses_may_be() {
        String text = "let s0 = x; "
                + IntStream.range(1, 3000)
                        .mapToObj(n -> "let s" + n + " = sum(i, 1, 1, s" + (n - 1) + ")")
                        .collect(Collectors.joining("; "))
                + "; s2999";
        assertTrue(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> refused(text))
                .isLimit());
    }

    @Test
    void shared_names_cost_nothing_however_large_the_tree_would_be() {
        String text = "let a0 = x; "
                + IntStream.range(1, 1000)
                        .mapToObj(n -> "a" + n + " = a" + (n - 1) + "*a" + (n - 1))
                        .collect(Collectors.joining("; "))
                + "; a999";
        assertEquals(1000, Expr.nodes(List.of(Parser.parse(text))).size());
    }

    /** Any text with names says the same as the one in which they are written out. */
    @Test
    void names_and_what_they_stand_for_are_the_same() {
        var random = new Random(17);
        String[] forms = {
            "%s + %s", "%s*%s", "%s/%s", "%s^2 - %s", "sin(%s)*exp(%s)", "if(%s > %s, x, y)", "silu(%s) + %s"
        };
        for (int n = 0; n < 500; n++) {
            var named = new StringBuilder();
            var names = new ArrayList<>(List.of("x", "y", "2"));
            var meanings = new ArrayList<>(List.of("x", "y", "2"));
            for (int i = 0; i < 4; i++) {
                String form = forms[random.nextInt(forms.length)];
                int a = random.nextInt(names.size());
                int b = random.nextInt(names.size());
                boolean function = random.nextBoolean();
                named.append(function ? "f" + i + "(u, v) = " : "v" + i + " = ")
                        .append(
                                function
                                        ? String.format(form, "u", "v")
                                        : String.format(form, names.get(a), names.get(b)))
                        .append(random.nextBoolean() ? "; " : "\n");
                names.add(function ? String.format("f%d(%s, %s)", i, names.get(a), names.get(b)) : "v" + i);
                meanings.add("(" + String.format(form, "(" + meanings.get(a) + ")", "(" + meanings.get(b) + ")") + ")");
            }
            Expr e = Parser.parse(named + names.get(names.size() - 1));
            assertTrue(e.sameAs(Parser.parse(meanings.get(meanings.size() - 1))), named.toString());
            assertTrue(Parser.parse(Printer.PLAIN.print(e)).sameAs(e), named.toString());
        }
    }
}
