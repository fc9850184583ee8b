package tridiff.autodiff;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tridiff.autodiff.reverse.Adjoints;
import tridiff.expr.Algebra;
import tridiff.expr.Binary;
import tridiff.expr.DoubleAlgebra;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.FunctionTable;
import tridiff.expr.Functions;
import tridiff.expr.Operation;
import tridiff.expr.Real;
import tridiff.expr.Unary;
import tridiff.expr.text.Parser;
import tridiff.expr.text.Printer;
import tridiff.wengert.WengertList;

class FunctionTableTest {

    private static Stream<Operation> rows() {
        return FunctionTable.standard().rows().stream();
    }

    private static Expr call(Operation f) {
        Expr x = Expr.variable("x");
        return f instanceof Unary unary ? Expr.apply(unary, x) : Expr.apply((Binary) f, x, Expr.variable("y"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void every_function_is_read_and_printed_by_its_name(Operation f) {
        Expr e = call(f);
        assertTrue(Parser.parse(Printer.PLAIN.print(e)).sameAs(e));
        assertTrue(Parser.parse(Printer.JAVA.print(e)).sameAs(e));
        assertTrue(Printer.LATEX.print(e).contains("x"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void every_function_has_a_static_method_for_expressions_in_java(Operation f) {
        Class<?>[] parameters =
                f instanceof Unary ? new Class<?>[] {Expr.class} : new Class<?>[] {Expr.class, Expr.class};
        assertDoesNotThrow(() -> Functions.class.getMethod(f.symbol(), parameters));
    }

    @Test
    void names_are_unique_and_have_a_line_about_them() {
        assertEquals(rows().count(), rows().map(Operation::symbol).distinct().count());
        assertTrue(
                rows().allMatch(f -> f.about().toString().length() > f.symbol().length()
                        || !f.about().toString().isBlank()));
        assertEquals(List.of("ln"), FunctionTable.standard().aliases(Elementary.LOG));
    }

    private static final double[] SPECIAL = {
        0,
        -0.0,
        1,
        -1,
        0.5,
        -0.5,
        2,
        -2,
        -3,
        3.3,
        -3.3,
        20,
        -30,
        171.5,
        -170.5,
        1e300,
        -1e300,
        1e-310,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };

    /** What printed Java calls, and generated code, is what the table computes: at infinities, poles and both zeros, too. */
    @ParameterizedTest
    @MethodSource("rows")
    void the_java_method_of_a_row_is_its_value_to_the_last_bit(Operation f) throws ReflectiveOperationException {
        if (!f.java().contains(".")) {
            return; // an operator
        }
        String[] name = f.java().split("\\.");
        Class<?> owner = name[0].equals("Math") ? Math.class : Real.class;
        for (double x : SPECIAL) {
            if (f instanceof Unary unary) {
                assertEquals(unary.of(x), owner.getMethod(name[1], double.class).invoke(null, x), f + " at " + x);
            } else {
                for (double y : SPECIAL) {
                    Object java =
                            owner.getMethod(name[1], double.class, double.class).invoke(null, x, y);
                    assertEquals(((Binary) f).of(x, y), java, f + " at " + x + ", " + y);
                }
            }
        }
    }

    /** A function of one's own is one small class: the parser, the printers and all methods take it at once. */
    @Test
    void a_function_of_ones_own_needs_nothing_else() {
        Unary cube = new Unary() {
            @Override
            public String symbol() {
                return "cube";
            }

            @Override
            public double of(double x) {
                return x * x * x;
            }

            @Override
            public <T> T derivative(Algebra<T> k, T x, T y) {
                return k.times(k.constant(3), k.times(x, x));
            }
        };
        Expr f = new Parser(FunctionTable.standard().with(cube), Parser.Limits.DEFAULT, Set.of())
                .read("2cube(x)")
                .expr();
        assertEquals("2*cube(x)", Printer.PLAIN.print(f));
        assertEquals(
                24.0,
                Adjoints.gradient(WengertList.of(f, f.variables()), DoubleAlgebra.ALGEBRA, List.of(2.0))
                        .get(0));
    }
}
