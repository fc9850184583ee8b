package tridiff.symbolic.measure;

import java.math.BigInteger;
import java.util.List;
import tridiff.expr.Expr;
import tridiff.expr.text.Printer;
import tridiff.symbolic.steps.Textbook;
import tridiff.wengert.WengertList;

/**
 * How large formulas are, in all usual measures.
 *
 * @param tree nodes, shared parts wherever they occur; every number is one node
 * @param operations the nodes that are operations
 * @param characters of the plain text; null where no text was written
 * @param dag distinct nodes; x·y and y·x are two
 * @param dagOperations distinct nodes that are operations
 */
public record Sizes(BigInteger tree, BigInteger operations, BigInteger characters, int dag, int dagOperations) {

    /** The sizes of formulas as they are written. */
    public static Sizes of(List<Expr> formulas) {
        var k = new NodeCounter(false);
        BigInteger characters = formulas.stream().map(Printer.PLAIN::length).reduce(BigInteger.ZERO, BigInteger::add);
        return NodeCounter.sizes(k.write(formulas), characters.min(WengertList.HUGE));
    }

    /** The sizes of the textbook's derivatives with 0·u, 1·u and u + 0 left out and numbers computed, and nothing more. */
    public static Sizes ofLocalDerivatives(Expr f, List<Expr.Var> by) {
        var k = new NodeCounter(true);
        List<NodeCounter.Node> derivatives = by.stream()
                .map(x -> Textbook.derivative(f, x, k, k::variable, (rule, g, d) -> {}))
                .toList();
        return NodeCounter.sizes(derivatives, null);
    }
}
