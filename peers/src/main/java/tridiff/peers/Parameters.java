package tridiff.peers;

import java.util.Arrays;
import tridiff.wengert.method.Problem;

/** The wanted variables as a library of derivatives numbers its parameters. */
final class Parameters {

    private Parameters() {}

    /** For each input its number among the wanted variables; -1 where it is not wanted. */
    static int[] of(Problem p) {
        int[] numbers = new int[p.inputs().size()];
        Arrays.fill(numbers, -1);
        int[] directions = p.directions();
        for (int i = directions.length - 1; i >= 0; i--) {
            numbers[directions[i]] = i;
        }
        return numbers;
    }
}
