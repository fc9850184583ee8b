package tridiff.expr.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.FunctionTable;
import tridiff.expr.Operation;
import tridiff.expr.Rational;
import tridiff.expr.Unary;

class PrinterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-x^2",
                "(-x)^2",
                "2^-x",
                "a - (b - c)",
                "a - b - c",
                "a/(b/c)",
                "a/b/c",
                "a*(b + c)",
                "(a^b)^c",
                "a^b^c",
                "--x",
                "a - -b",
                "-(a*b)",
                "-a*b",
                "a*-b",
                "-(a + b)",
                "(a < b) + 1",
                "if(a < b, a, b)",
                "sin(x)^2",
                "1.5e-9*x",
                "0.1",
                "(a + b)*(c - d)",
                "a^-b*c",
                "atan2(y, x)",
                "(a < b) < c"
            })
    void plain_text_has_exactly_the_parentheses_that_are_needed(String text) {
        assertEquals(text, Printer.PLAIN.print(Parser.parse(text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x^2/(1+y) | \\frac{{x}^{2}}{1 + y}", "sqrt(x1) | \\sqrt{x_{1}}", "exp(-x^2) | e^{-{x}^{2}}",
                        "exp(x)^2 | {\\left(e^{x}\\right)}^{2}", "2*theta | 2 \\cdot \\theta",
                "sin(alpha_0) | \\sin\\left(\\alpha_{0}\\right)", "mass*c^2 | \\mathrm{mass} \\cdot {c}^{2}",
                        "max(x,y) | \\max\\left(x, y\\right)", "1e-9 | 1 \\cdot 10^{-9}", "pi*e | \\pi \\cdot e"
            })
    void latex_is_typeset_as_mathematics(String text, String latex) {
        assertEquals(latex, Printer.LATEX.print(Parser.parse(text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1/x | <mfrac><mrow><mn>1</mn></mrow><mrow><mi>x</mi></mrow></mfrac>",
                "x1^2 | <msup><mrow><msub><mi>x</mi><mn>1</mn></msub></mrow><mrow><mn>2</mn></mrow></msup>",
                "exp(x)^2 | <msup><mrow><mrow><mo>(</mo><msup><mi>e</mi><mrow><mi>x</mi></mrow></msup><mo>)</mo></mrow></mrow><mrow><mn>2</mn></mrow></msup>",
                "theta*alpha_max | <mi>θ</mi><mo>⋅</mo><msub><mi>α</mi><mi>max</mi></msub>",
                "omega | <mi>ω</mi>",
                "Sigma | <mi>Σ</mi>",
                "log(x) | <mi>log</mi><mo>&#x2061;</mo><mrow><mo>(</mo><mi>x</mi><mo>)</mo></mrow>",
                "1e-9 | <mn>1</mn><mo>⋅</mo><msup><mn>10</mn><mrow><mrow><mo>−</mo><mn>9</mn></mrow></mrow></msup>",
                "a - (b - c) | <mi>a</mi><mo>−</mo><mrow><mo>(</mo><mi>b</mi><mo>−</mo><mi>c</mi><mo>)</mo></mrow>"
            })
    void mathml_has_the_parentheses_and_subscripts_of_print(String text, String mathml) {
        assertEquals(mathml, Printer.MATHML.print(Parser.parse(text)));
    }

    /** Every function and every kind of node. */
    @Test
    void mathml_is_well_formed_whatever_is_printed() throws Exception {
        var table = FunctionTable.standard();
        var texts = new java.util.ArrayList<>(java.util.List.of(
                "if(x < y, x^y, -y)",
                "x >= y",
                "sum(i, 1, 9, x^i/i)",
                "prod(k, -2, 5, x - k)",
                "iterate(10, s, x, (s + x/s)/2)",
                "iterate(3, a, x, b, b, y, a+b)",
                "polygamma(2, x)",
                "atan2(y, x)"));
        for (Operation f : table.rows()) {
            boolean call = f instanceof Unary && f != Elementary.NEGATE;
            texts.add(call ? f.symbol() + "(x + 1)" : f.symbol() + (f == Elementary.NEGATE ? "x" : "(2, y)"));
        }
        for (String text : texts) {
            String document = "<math>" + Printer.MATHML.print(Parser.parse(text)) + "</math>";
            var builder = javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder();
            var root = builder.parse(new org.xml.sax.InputSource(new java.io.StringReader(document)));
            for (String two : new String[] {"mfrac", "msup", "msub", "mroot"}) {
                var elements = root.getElementsByTagName(two);
                for (int i = 0; i < elements.getLength(); i++) {
                    assertEquals(2, elements.item(i).getChildNodes().getLength(), two + " in " + document);
                }
            }
        }
    }

    @Test
    void java_prints_doubles_and_calls() {
        assertEquals(
                "Math.pow(x, 2.0) + 2.0*Math.sin(y)/Real.erf(x) - -(-x)",
                Printer.JAVA.print(Parser.parse("x^2 + 2*sin(y)/erf(x) - --x")));
    }

    @Test
    void numbers_that_are_no_literals_are_written_as_formulas() {
        assertEquals("-2", Printer.PLAIN.print(Expr.constant(-2)));
        assertEquals("-(1/3)", Printer.PLAIN.print(Expr.constant(Rational.of(-1, 3))));
        assertEquals(
                "1.7976931348623157e308".length(),
                Printer.PLAIN.print(Parser.parse("1.7976931348623157e308")).length());
        assertEquals("5e-324", Printer.PLAIN.print(Parser.parse("5e-324")));
    }

    @Test
    void a_formula_that_unfolds_without_end_is_cut() {
        Expr e = Expr.variable("x");
        for (int i = 0; i < 100; i++) {
            e = e.times(e);
        }
        assertTrue(e.toString().endsWith("…"));
        assertTrue(e.toString().length() < 500);
    }

    @Test
    void names_that_the_parser_would_not_read_as_variables_are_refused() {
        for (String name : new String[] {"", "2x", "sin", "pi", "e", "if", "a b", "x-y", "NaN", "π"}) {
            assertThrows(IllegalArgumentException.class, () -> Expr.variable(name), name);
        }
    }

    @Test
    void literals_are_exact() {
        assertEquals(Rational.of(new BigDecimal("0.1")), Rational.of(1, 10));
        assertTrue(
                Parser.parse("0.1*3").sameAs(Expr.constant(Rational.of(1, 10)).times(Expr.constant(3))));
    }
}
