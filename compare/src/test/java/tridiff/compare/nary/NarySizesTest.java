package tridiff.compare.nary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tridiff.compare.Family;
import tridiff.expr.Expr;
import tridiff.expr.Functions;
import tridiff.expr.text.Parser;

/** Sizes to the last integer as SymPy 1.14 gives them. */
class NarySizesTest {

    private static final Expr.Var X = Expr.variable("x");

    private static void assertSizes(long operations, long tree, int dag, NarySizes sizes) {
        assertEquals(BigInteger.valueOf(operations), sizes.operations());
        assertEquals(BigInteger.valueOf(tree), sizes.tree());
        assertEquals(dag, sizes.dag());
    }

    /**
     * Baydin et al. (2018), table 1, measured in SymPy: of f operations; of f' by the rules operations, nodes, distinct nodes and
     * characters, multiplied out operations and characters, in Horner's form operations; those left when common parts have names.
     */
    @ParameterizedTest
    @CsvSource({
        "2, 3, 2, 5, 5, 7, 2, 7, 2, 2",
        "3, 8, 21, 44, 17, 80, 8, 33, 6, 12",
        "4, 18, 82, 166, 26, 315, 20, 95, 14, 27",
        "5, 38, 264, 530, 36, 1024, 44, 286, 30, 45",
        "6, 78, 768, 1538, 47, 2995, 92, 907, 62, 67",
        "7, 158, 2096, 4194, 59, 8194, 188, 3074, 126, 93"
    })
    void the_logistic_iterates_have_the_published_sizes(
            int n,
            long f,
            long raw,
            long tree,
            int dag,
            long characters,
            long expanded,
            long expandedCharacters,
            long horner,
            long named) {
        Expr iterate = Family.named("logistic", Family.By.DEPTH)
                .orElseThrow()
                .members()
                .apply(n);
        var swell = NarySizes.swell(iterate, X);
        assertEquals(BigInteger.valueOf(f), swell.f().operations());
        assertSizes(raw, tree, dag, swell.raw());
        assertEquals(BigInteger.valueOf(characters), swell.raw().characters());
        NarySizes polynomial = swell.expanded().orElseThrow();
        assertEquals(BigInteger.valueOf(expanded), polynomial.operations());
        assertEquals(BigInteger.valueOf(expandedCharacters), polynomial.characters());
        assertEquals(BigInteger.valueOf(named), swell.named().orElseThrow());
        assertEquals(BigInteger.valueOf(horner), swell.horner().orElseThrow().operations());
    }

    /** Table 1 as printed: the derivative of the fourth iterate and what it simplifies to. */
    @Test
    void the_printed_derivatives_of_the_fourth_iterate_have_57_and_20_operations() {
        String printed = "128*x*(1-x)*(-8+16*x)*(1-2*x)^2*(1-8*x+8*x^2) + 64*(1-x)*(1-2*x)^2*(1-8*x+8*x^2)^2"
                + " - 64*x*(1-2*x)^2*(1-8*x+8*x^2)^2 - 256*x*(1-x)*(1-2*x)*(1-8*x+8*x^2)^2";
        String simplified = "64*(1 - 42*x + 504*x^2 - 2640*x^3 + 7040*x^4 - 9984*x^5 + 7168*x^6 - 2048*x^7)";
        assertEquals(BigInteger.valueOf(57), NarySizes.of(Parser.parse(printed)).operations());
        assertEquals(
                BigInteger.valueOf(20), NarySizes.of(Parser.parse(simplified)).operations());
    }

    /** SymPy 1.14: {@code count_ops}, nodes and distinct nodes of f and of {@code diff(f, x)}. */
    @ParameterizedTest
    @CsvSource({
        "x*(-2 - 2/3 - x)^2, 5, 9, 8, 9, 15, 12",
        "(x^2 + x - 2/3)*4*x, 7, 12, 9, 10, 17, 12",
        "(x - x^2)/x^2, 4, 11, 9, 11, 22, 16",
        "(3*x + 2/3)/x, 4, 9, 8, 7, 16, 12",
        "2/(2*x - 1/x), 4, 13, 9, 9, 20, 13",
        "x^3/(2*x - 2/3), 5, 11, 10, 14, 25, 15",
        "-2/(3*(2*x + 1)), 4, 9, 9, 4, 9, 9",
        "(x + 2/3)/(x + x), 4, 8, 7, 8, 14, 12",
        "(3 - 5*x)*65/(3*x), 4, 10, 9, 9, 16, 14",
        "x*(2*x + 2/3)*(x*x)^3, 5, 9, 8, 9, 16, 12",
        "-x^2 - 4, 3, 7, 7, 2, 3, 3",
        "x - (2/3)/(2/3 - x), 4, 11, 9, 6, 11, 11",
        "sin(x)^2*exp(x), 4, 7, 6, 11, 16, 9",
        "log(x)/x, 2, 6, 5, 6, 11, 7",
        "(2*x + 2)^2/(x^2 - 1)^3, 7, 15, 11, 16, 31, 19"
    })
    void quotients_powers_and_functions_are_counted_as_by_sympy(
            String f, long operations, long tree, int dag, long rawOperations, long rawTree, int rawDag) {
        var swell = NarySizes.swell(Parser.parse(f), X);
        assertSizes(operations, tree, dag, swell.f());
        assertSizes(rawOperations, rawTree, rawDag, swell.raw());
    }

    /** A tree of more than 2^100000 nodes, 200000 deep: neither is walked. */
    @Test
    void deep_formulas_are_counted_without_recursion() {
        Expr f = X;
        for (int i = 0; i < 100_000; i++) {
            f = Functions.sin(f).plus(Functions.cos(f));
        }
        assertEquals(300_001, NarySizes.of(f).dag());
    }
}
