package tridiff.compare.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tridiff.compare.properties.RandomExpressions.Drawn;
import tridiff.expr.Expr;
import tridiff.expr.text.Parser;
import tridiff.expr.text.Printer;
import tridiff.wengert.WengertList;
import tridiff.wengert.run.Evaluator;

/** What is printed is read back as the same expression, and printed Java computes the same bits. */
class RoundTripTest {

    private static Stream<Drawn> expressions() {
        return RandomExpressions.draw(1_500, 12);
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void parsing_what_was_printed_gives_the_expression_back(Drawn drawn) {
        Expr e = drawn.expr();
        assertTrue(Parser.parse(Printer.PLAIN.print(e)).sameAs(e), Printer.PLAIN.print(e));
        assertTrue(Parser.parse(Printer.JAVA.print(e)).sameAs(e), Printer.JAVA.print(e));
        String again = Printer.PLAIN.print(Parser.parse(Printer.PLAIN.print(e)));
        assertEquals(Printer.PLAIN.print(e), again);
    }

    /** No pair of parentheses can be left out: without any of them the text is another expression, or none. */
    @ParameterizedTest
    @MethodSource("expressions")
    void parentheses_are_exactly_those_that_are_needed(Drawn drawn) {
        String text = Printer.PLAIN.print(drawn.expr());
        for (int open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
            boolean call = open > 0 && Character.isLetterOrDigit(text.charAt(open - 1));
            int close = closing(text, open);
            if (!call) {
                String without = text.substring(0, open) + " " + text.substring(open + 1, close) + " "
                        + text.substring(close + 1);
                assertTrue(differs(without, drawn.expr()), () -> "not needed: " + text + " could be " + without);
            }
        }
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new AssertionError(text);
    }

    private static boolean differs(String text, Expr e) {
        try {
            return !Printer.PLAIN.print(Parser.parse(text)).equals(Printer.PLAIN.print(e));
        } catch (tridiff.expr.text.SyntaxError error) {
            return true;
        }
    }

    @Test
    void printed_java_compiles_and_computes_the_same_bits(@TempDir Path folder)
            throws ReflectiveOperationException, java.io.IOException {
        List<Drawn> drawn = Stream.concat(RandomExpressions.draw(400, 10), PrintedFormulaTest.withLoops(400))
                .toList();
        compile(
                folder,
                IntStream.range(0, drawn.size())
                        .mapToObj(i -> "  public static double f" + i
                                + parameters(drawn.get(i).expr()) + " { return "
                                + Printer.JAVA.print(drawn.get(i).expr()) + "; }\n")
                        .collect(Collectors.joining("", "import tridiff.expr.Real;\npublic class Printed {\n", "}\n")));
        try (var loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            Class<?> printed = loader.loadClass("Printed");
            for (int i = 0; i < drawn.size(); i++) {
                Drawn d = drawn.get(i);
                List<Expr.Var> variables = d.expr().variables();
                Object[] point = variables.stream()
                        .map(v -> v.name().equals("x") ? 0.7 : 1.3)
                        .toArray();
                Class<?>[] types = variables.stream().map(v -> double.class).toArray(Class<?>[]::new);
                double java = (double) printed.getMethod("f" + i, types).invoke(null, point);
                double ours = new Evaluator(WengertList.of(d.expr(), variables))
                        .run(Stream.of(point).mapToDouble(c -> (double) c).toArray());
                assertEquals(Double.doubleToLongBits(ours + 0.0), Double.doubleToLongBits(java + 0.0), d.toString());
            }
        }
    }

    private static String parameters(Expr f) {
        return f.variables().stream().map(v -> "double " + v.name()).collect(Collectors.joining(", ", "(", ")"));
    }

    private static void compile(Path folder, String source) {
        var file = new SimpleJavaFileObject(URI.create("string:///Printed.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        var log = new StringWriter();
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        boolean compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(log, null, null, List.of("-d", folder.toString(), "-cp", path), null, List.of(file))
                .call();
        assertTrue(compiled, log.toString());
    }
}
