package tridiff.peers;

import java.util.Arrays;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Comparison;
import tridiff.expr.Refusal;
import tridiff.expr.Unary;
import tridiff.expr.said.Said;
import tridiff.wengert.OpKind;
import tridiff.wengert.WengertList;

/**
 * The functions that a library's numbers have.
 *
 * @param library its name
 * @param type the class of its numbers
 */
record Vocabulary<T>(
        String library, String type, Map<Unary, UnaryOperator<T>> unary, Map<Binary, BinaryOperator<T>> binary) {

    /** Refuses a list with a function that the library has not; of what is not differentiated, such as data in a sum, it needs none. */
    void require(WengertList list) {
        boolean[] all = new boolean[list.inputCount()];
        Arrays.fill(all, true);
        require(list, all);
    }

    private void require(WengertList list, boolean[] differentiated) {
        boolean[] varies = list.dependsOn(differentiated);
        for (int i = 0; i < list.size(); i++) {
            if (list.kind(i) == OpKind.LOOP) {
                for (WengertList body : list.loop(i).bodies()) {
                    boolean[] allButIndex = new boolean[body.inputCount()];
                    Arrays.fill(allButIndex, 1, allButIndex.length, true);
                    require(body, allButIndex);
                }
            } else if (varies[i] && !has(list, i, varies)) {
                throw new Refusal(
                        Said.of("peers.unknown", library, list.operation(i).symbol(), type));
            }
        }
    }

    /** A power of what varies needs no more than powers with numbers, if its exponent is one. */
    private boolean has(WengertList list, int i, boolean[] varies) {
        return switch (list.kind(i)) {
            case UNARY -> unary.containsKey(list.operation(i));
            case BINARY ->
                binary.containsKey(list.operation(i))
                        || list.operation(i) instanceof Comparison
                        || list.operation(i) == Arithmetic.POWER && !varies[list.operand(i, 1)];
            default -> true;
        };
    }
}
