package tridiff.wengert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.expr.Expr;
import tridiff.expr.FunctionTable;
import tridiff.expr.text.Parser;
import tridiff.expr.text.Printer;
import tridiff.expr.text.SyntaxError;
import tridiff.wengert.run.Evaluator;

class ParserTest {

    private static double value(String text) {
        Expr e = Parser.parse(text);
        List<Expr.Var> variables = e.variables();
        double[] point = variables.stream()
                .mapToDouble(v -> v.name().equals("x") ? 2 : 3)
                .toArray();
        return new Evaluator(WengertList.of(e, variables)).run(point);
    }

    // At x = 2 and any other variable = 3.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-x^2 | -4",
                "-2^2 | -4",
                "(-x)^2 | 4",
                "2^3^2 | 512",
                "2^-x | 0.25",
                "2^-x^2 | 0.0625",
                "8/4/2 | 1",
                "3---3 | 0",
                "-3*-x | 6",
                "x**y | 8",
                "2x | 4",
                "2(x+1) | 6",
                "(x)(y) | 6",
                "(x+1)y | 9",
                "2sin(0)+x | 2",
                "1/2x | 1",
                "2x^2 | 8",
                "sin 0 + x | 2",
                "sqrt x | 1.4142135623730951",
                "√x | 1.4142135623730951",
                "√(x+2) | 2",
                "x² | 4",
                "x³+1 | 9",
                "x⁻¹ | 0.5",
                "x×y | 6",
                "x·y | 6",
                "x÷y | 0.6666666666666666",
                "x−y | -1",
                "π | 3.141592653589793",
                "2pi | 6.283185307179586",
                "e | 2.718281828459045",
                "2exp(0) | 2",
                ".5 | 0.5",
                "5. | 5",
                "1e3 | 1000",
                "1E-2 | 0.01",
                "2e1x | 40",
                "+5 | 5",
                "x++y | 5",
                "if(x<y, 1, 0) | 1",
                "if(x>=y, 1, 0) | 0",
                "(x<=2)+(y≥3) | 2",
                "(x != 2) + (x == 2) | 1",
                "max(x,y,7) | 7",
                "min(x,y) | 2",
                "pow(x,y) | 8",
                "ln(1)+log(1) | 0",
                "arcsin(0) | 0",
                "hypot(x,y,6) | 7",
                "silu(0)+swish(0)+mish(0) | 0",
                "silu(x) - x*sigmoid(x) | 0",
                "elu(x)+selu(0) | 2",
                "elu(-x) | -0.8646647167633873",
                "selu(x)/x | 1.0507009873554805",
                "logistic(0) | 0.5",
                "logit(x/4)+x | 2",
                "xlogy(0,0)+xlogy(x,1) | 0",
                "clip(y,0,x)+clamp(-y,0,x) | 2",
                "step(0)+step(-x)+heaviside(0)+heaviside(x) | 2.5",
                "mod(-1,y)+frac(-x/8) | 2.75",
                "factorial(y) | 6",
                "step*x+mod | 9",
                "x>0 and y>0 | 1",
                "x>0 and y<0 or x==2 | 1",
                "not x>0 or y<0 | 0",
                "!0*x | 2",
                "not*x | 6",
                "not(5)+!(-0.5) | 0",
                "(5 and 3)+(0.5 or 0)+(y and 0) | 2",
                "x>0 and 7 and y>0 | 1",
                "and(x>0,y>0)+or(0,0)+not(0) | 2",
                "θ+α1+x_2 | 9",
                "x₁ | 3",
                "Math.pow(x, 3.0) | 8",
                "Real.erfc(0.0) | 1"
            })
    void the_grammar_reads_as_documented(String text, double expected) {
        assertEquals(expected, value(text));
    }

    @Test
    void conditions_may_be_joined_by_signs_as_in_programs() {
        assertEquals(0, value("!(x>0) || y>0 && x<0"));
        assertEquals(1, value("x<0 && y<0 || x>0"));
    }

    // Positions are code points.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x+ | 2 | ends too early",
                "x+*2 | 2 | unexpected '*'",
                "x+1) | 3 | no '(' is open",
                "(x+1 | 4 | never closed",
                "sin(x,y) | 5 | takes 1 argument",
                "sin(,x) | 4 | unexpected ','",
                "atan2(x) | 7 | takes 2 arguments",
                "if(x,1) | 6 | takes 3 arguments",
                "x,y | 1 | unexpected ','",
                "1e | 2 | no digits",
                "2e+x | 2 | no digits",
                ". | 0 | unexpected '.'",
                "1_000 | 1 | unexpected '_'",
                "^x | 0 | unexpected '^'",
                "x=2 | 1 | equation",
                "5! | 1 | unexpected '!'",
                "x[1] | 1 | unexpected '['",
                "abs | 3 | '(' is expected",
                "NaN | 0 | not a number",
                "inf | 0 | not a number",
                "x–1 | 1 | unexpected '–'",
                "٣+1 | 0 | unexpected",
                "x+😀+( | 2 | unexpected '😀'",
                "😀 | 0 | unexpected",
                "x(x+1) | 0 | not a function",
                "cosx(2x) | 0 | unknown function",
                "Sin(x) | 0 | unknown function",
                "sin 2x | 4 | one name or number",
                "sin x^2 | 4 | one name or number",
                "sin^2(x) | 3 | '(' is expected",
                "x y | 2 | operator is missing",
                "(x)2 | 3 | operator is missing",
                "x+1 --at x=1 | 4 | operator is missing",
                "a<b<c | 3 | chained",
                "Import(``) | 0 | unknown function",
                "1e999999 | 0 | out of range",
                "Math.foo(x) | 0 | unknown function",
                "if x | 2 | '(' is expected"
            })
    void errors_name_what_is_wrong_and_where(String text, int position, String message) {
        var error = assertThrows(SyntaxError.class, () -> Parser.parse(text));
        assertTrue(error.getMessage().contains(message), error.getMessage());
        assertEquals(position, error.position(), error.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x(x+1) | write x*(x+1)",
                "cosx(2) | did you mean 'cos'?",
                "sine(2) | did you mean 'sin'?",
                "arctan2(y,x) | did you mean atan2(y, x)?",
                "sgn(x) | did you mean sign(x)?",
                "Where(x>0,x,y) | did you mean if(c, x, y)?",
                "norm(x,y) | did you mean hypot(x, y)?",
                "mean(x,y) | did you mean (x + y)/2?",
                "slu(x) | did you mean 'silu'?",
                "x > 0 & y | write &&",
                "5! | n! is gamma(n+1)",
                "log(x,2) | log is natural; there are log2 and log10, or log(x)/log(b)",
                "sin^2(x) | write sin(x)^2 for a power of sin",
                "x+1 --at x=1 | options stand outside the quotes of the expression",
                "x y | write * for a product"
            })
    void errors_say_what_to_do(String text, String help) {
        assertEquals(
                help,
                assertThrows(SyntaxError.class, () -> Parser.parse(text)).help().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"xy | did you mean x*y?", "sinx | did you mean sin(x)?", "xyx | did you mean x*y*x?"})
    void a_name_that_looks_like_several_known_ones_is_an_error(String text, String help) {
        var parser = new Parser(FunctionTable.standard(), Parser.Limits.DEFAULT, Set.of("x", "y", "theta"));
        assertEquals(
                help,
                assertThrows(SyntaxError.class, () -> parser.read(text)).help().toString());
    }

    /** A name that resembles another is no mistake. */
    @ParameterizedTest
    @ValueSource(strings = {"theta1 + thet", "theta2*x", "x10 + x11 + x999", "alpha*x + alphas*y"})
    void names_are_names(String text) {
        var known = Set.of("x", "y", "theta1", "x10", "alpha");
        var parser = new Parser(FunctionTable.standard(), Parser.Limits.DEFAULT, known);
        assertTrue(parser.read(text).expr().sameAs(Parser.parse(text)));
        assertTrue(parser.amongOthers().read(text + "+ xy").expr().sameAs(Parser.parse(text + "+ xy")));
    }

    @Test
    void the_caret_stands_under_the_place_even_after_wide_and_control_characters() {
        assertEquals(
                "가나+😀\n     ^",
                assertThrows(SyntaxError.class, () -> Parser.parse("가나+😀")).excerpt());
        assertEquals(
                "␛]x\n^",
                assertThrows(SyntaxError.class, () -> Parser.parse("\u001b]x")).excerpt());
        assertEquals(
                "x+(y\n  ^ ^",
                assertThrows(SyntaxError.class, () -> Parser.parse("x+(y")).excerpt());
    }

    @Test
    void a_product_below_a_fraction_bar_is_noted() {
        assertEquals(1, new Parser().read("1/2x").notes().size());
        assertEquals(0, new Parser().read("1/2*x").notes().size());
    }

    @Test
    void limits_are_refused_by_name_and_deep_input_does_not_overflow_the_stack() {
        String deep = "(".repeat(200_000) + "x" + ")".repeat(200_000);
        assertTrue(assertThrows(SyntaxError.class, () -> Parser.parse(deep))
                .help()
                .toString()
                .contains("--max-nesting"));
        var patient = new Parser(FunctionTable.standard(), new Parser.Limits(2_000_000, 1_000_000, 10, 1), Set.of());
        assertEquals("x", Printer.PLAIN.print(patient.read(deep).expr()));
        assertEquals(
                200_000,
                Printer.PLAIN
                                .print(patient.read("-".repeat(200_000) + "x").expr())
                                .length()
                        - 1);
        String call = "sin(".repeat(100_000) + "x" + ")".repeat(100_000);
        assertEquals(call, Printer.PLAIN.print(patient.read(call).expr()));
        assertTrue(assertThrows(SyntaxError.class, () -> Parser.parse("x".repeat(1_000_001)))
                .help()
                .toString()
                .contains("--max-length"));
        assertThrows(SyntaxError.class, () -> patient.read("max(" + "x,".repeat(11) + "x)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x+x", "x*x", "x^x"})
    void long_chains_are_read_in_linear_time(String pair) {
        String text = ("x" + pair.charAt(1)).repeat(100_000) + "x";
        Expr e = new Parser(FunctionTable.standard(), new Parser.Limits(1_000_000, 1000, 10, 1), Set.of())
                .read(text)
                .expr();
        assertEquals(100_002, WengertList.of(e, List.of()).treeSize().intValueExact() / 2 + 2);
    }

    /** Every text of up to four tokens is an expression or a syntax error inside it: 22^4 texts and more. */
    @Test
    void parsing_is_total() {
        String[] tokens = {
            "x", "y2", "2", ".5", "1e", "e", "sin", "max", "if", "(", ")", ",", "+", "-", "*", "/", "^", "<", "=", " ",
            "√", "²", "$"
        };
        int read = 0;
        int n = tokens.length;
        for (int code = 0; code < n * n * n * n; code++) {
            String text = tokens[code % n] + tokens[code / n % n] + tokens[code / n / n % n] + tokens[code / n / n / n];
            try {
                Parser.parse(text);
                read++;
            } catch (SyntaxError e) {
                assertTrue(e.position() >= 0 && e.position() <= text.codePointCount(0, text.length()), text);
            }
        }
        assertTrue(read > 5_000, "only " + read + " of them are expressions");
    }
}
