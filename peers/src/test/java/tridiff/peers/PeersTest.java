package tridiff.peers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.compare.Methods;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.Refusal;
import tridiff.expr.text.Parser;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.MethodId;
import tridiff.wengert.method.Operator;
import tridiff.wengert.method.Prepared;
import tridiff.wengert.method.Problem;

/** Peers are found, differentiate, and say what they cannot. */
class PeersTest {

    @Test
    void all_peers_are_found_as_services() {
        assertEquals(
                MethodId.listOf(
                        "numerical.commons",
                        "numerical.commons3",
                        "numerical.commons7",
                        "numerical.commons9",
                        "symbolic.symja",
                        "autodiff.commons",
                        "autodiff.finmath",
                        "autodiff.hipparchus"),
                Methods.ids().stream().filter(Methods::isPeer).toList());
        Methods.ids().forEach(id -> assertEquals(id, Methods.of(id).id()));
        assertTrue(Methods.isPeer(MethodId.parse("numerical.commons@1e-5")) && Methods.hasPeers());
        assertFalse(Methods.usual().stream().anyMatch(Methods::isPeer));
    }

    /** The rules of automatic differentiation in other libraries, on a function whose derivative is known exactly: 2x·sin(y) and x²·cos(y). */
    @ParameterizedTest
    @ValueSource(strings = {"autodiff.commons", "autodiff.hipparchus", "autodiff.finmath", "symbolic.symja"})
    void exact_peers_differentiate(String id) {
        Expr f = Parser.parse("x^2*sin(y)");
        double[] gradient = gradient(id, f, f.variables(), 3, 0.5);
        assertEquals(6 * Math.sin(0.5), gradient[0], 4e-15);
        assertEquals(9 * Math.cos(0.5), gradient[1], 4e-15);
    }

    @ParameterizedTest
    @ValueSource(strings = {"autodiff.commons", "autodiff.hipparchus"})
    void other_variables_are_parameters(String id) {
        Expr f = Parser.parse("x^2*sin(y) + hypot(x, y)");
        double[] both = gradient(id, f, f.variables(), 3, 0.5);
        double[] one = gradient(id, f, List.of(f.variables().get(1)), 3, 0.5);
        assertEquals(both[1], one[0]);
    }

    private static double[] gradient(String id, Expr f, List<Expr.Var> wanted, double... x) {
        Prepared prepared = Methods.of(id).gradient(Problem.of(f, f.variables(), wanted));
        double[] gradient = new double[wanted.size()];
        prepared.at(x, gradient);
        return gradient;
    }

    /** Of exp(xy): y² e, (1 + xy) e, x² e; the fourth derivative by x is y⁴ e. */
    @ParameterizedTest
    @ValueSource(strings = {"autodiff.commons", "symbolic.symja"})
    void second_and_higher_derivatives_are_those_of_the_library(String id) {
        var p = Problem.of(Parser.parse("exp(x*y)"));
        double[] at = {0.5, 2};
        double e = Math.exp(1);
        double[] hessian = new double[4];
        Methods.of(id).hessian(p).at(at, hessian);
        assertArrayEquals(new double[] {4 * e, 2 * e, 2 * e, e / 4}, hessian, 1e-14);
        double[] product = new double[2];
        Methods.of(id).hessianVector(p).at(new double[] {0.5, 2, 1, -1}, product);
        assertArrayEquals(new double[] {2 * e, 2 * e - e / 4}, product, 1e-14);
        double[] fourth = new double[1];
        Methods.of(id).derivative(p.by(p.wanted().get(0), 4)).at(at, fourth);
        assertEquals(16 * e, fourth[0], 1e-13);
        assertTrue(Methods.of(id).operators().containsAll(List.of(Operator.values())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"autodiff.hipparchus", "autodiff.finmath", "numerical.commons"})
    void a_peer_without_second_derivatives_says_so(String id) {
        var p = Problem.of(Parser.parse("exp(x*y)"));
        var refusal = assertThrows(Refusal.class, () -> Methods.of(id).hessian(p));
        assertEquals(id + " has no second derivatives", refusal.getMessage());
        assertFalse(Methods.of(id).operators().contains(Operator.HESSIAN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"autodiff.commons", "autodiff.hipparchus", "autodiff.finmath"})
    void a_function_that_a_peer_has_not_is_named(String id) {
        Expr f = Expr.apply(Elementary.ERF, Expr.variable("x"));
        var refusal = assertThrows(Refusal.class, () -> Methods.of(id).gradient(Problem.of(f)));
        assertTrue(refusal.getMessage().contains(" has no erf for "), refusal.getMessage());
    }

    /** Tables of Commons Math for 3000 variables would fill some 40 GB. */
    @ParameterizedTest
    @ValueSource(strings = {"autodiff.commons", "autodiff.hipparchus"})
    void a_peer_is_not_asked_for_more_than_memory_holds(String id) {
        List<Expr.Var> x =
                IntStream.range(0, 3000).mapToObj(i -> Expr.variable("x" + i)).toList();
        Expr f = x.stream().<Expr>map(v -> v).reduce(Expr::times).orElseThrow();
        var refusal = assertThrows(Refusal.class, () -> Methods.of(id).gradient(Problem.of(f, x, x)));
        assertTrue(
                refusal.getMessage().endsWith(" would take too much memory for 3000 variables"), refusal.getMessage());
    }

    private record Row(String id, String variable, String f, long nodes) {}

    private static Stream<Row> sizes() throws IOException {
        try (InputStream in = PeersTest.class.getResourceAsStream("symja-sizes-of-rubi.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .skip(1)
                            .map(line -> line.split("\t"))
                            .map(c -> new Row(c[0], c[1], c[2], Long.parseLong(c[3])))
                            .toList()
                            .stream();
        }
    }

    /** The sizes of symja's derivatives that ours are compared with are those of the symja on the class path. */
    @ParameterizedTest
    @MethodSource("sizes")
    void recorded_sizes_are_symjas(Row row) {
        Expr derivative = new SymjaDerivative(60).derivative(Parser.parse(row.f), Expr.variable(row.variable));
        assertEquals(row.nodes, WengertList.of(derivative, List.of()).treeSize().longValueExact());
    }
}
