package tridiff.compare.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tridiff.compare.properties.RandomExpressions.Drawn;
import tridiff.expr.Expr;
import tridiff.expr.text.Parser;
import tridiff.expr.text.Printer;

/** What is printed in LaTeX and MathML is read back as the same formula: by readers that follow the conventions of mathematics. */
class PrintedFormulaTest {

    /** Formulas of the whole table, and such formulas in sums, products and iterations, with loops in every place. */
    static Stream<Drawn> formulas() {
        return Stream.concat(RandomExpressions.draw(400, 8), withLoops(400));
    }

    static Stream<Drawn> withLoops(int count) {
        List<Expr> drawn = RandomExpressions.draw(3 * count, 3).map(Drawn::expr).toList();
        return IntStream.range(0, count)
                .mapToObj(i -> new Drawn(
                        i, withLoop(new Random(i), drawn.get(3 * i), drawn.get(3 * i + 1), drawn.get(3 * i + 2))));
    }

    private static Expr withLoop(Random random, Expr a, Expr b, Expr c) {
        Expr.Var x = Expr.variable("x");
        Expr inner = loop(random, a, b);
        Expr outer = random.nextBoolean() ? loop(random, inner, c) : inner;
        return switch (random.nextInt(9)) {
            case 0 -> outer.times(c);
            case 1 -> c.times(outer);
            case 2 -> outer.plus(c);
            case 3 -> c.minus(outer);
            case 4 -> outer.negate();
            case 5 -> outer.over(c);
            case 6 -> outer.power(c);
            case 7 -> outer.times(x).minus(outer);
            default -> outer;
        };
    }

    private static Expr loop(Random random, Expr a, Expr b) {
        Expr.Var x =
                a.variables().isEmpty() ? Expr.variable("x") : a.variables().get(0);
        String name = random.nextInt(3) == 0 ? "x" : "i";
        return switch (random.nextInt(4)) {
            case 0 -> Expr.sum(name, -1, 2, i -> a.with(x, i.plus(b)));
            case 1 -> Expr.product(name, 1, 3, i -> a.times(i));
            case 2 ->
                Expr.iterate(
                                2,
                                List.of(name),
                                List.of(b),
                                s -> List.of(a.with(x, s.get(0)).plus(s.get(0))))
                        .get(0);
            default ->
                Expr.iterate(
                                3,
                                List.of("a", name),
                                List.of(a, b),
                                s -> List.of(s.get(0).plus(s.get(1)), s.get(0).times(b)))
                        .get(random.nextInt(2));
        };
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void latex_and_mathml_say_what_the_formula_is(Drawn drawn) {
        Expr f = drawn.expr();
        String latex = Printer.LATEX.print(f);
        assertTrue(
                LatexReader.read(latex).sameAs(f),
                () -> f + " is printed as " + latex + ", read as " + LatexReader.read(latex));
        String mathml = Printer.MATHML.print(f);
        assertTrue(MathmlReader.read(mathml).sameAs(f), () -> f + " is printed as " + mathml);
        assertTrue(Parser.parse(Printer.PLAIN.print(f)).sameAs(f), f.toString());
        assertEquals(latex.length(), Printer.LATEX.length(f).intValueExact());
    }
}
