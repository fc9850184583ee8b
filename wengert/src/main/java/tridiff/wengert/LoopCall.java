package tridiff.wengert;

import java.util.Arrays;

/** A loop and the lines that it takes; what all lines that hold its results have in common. */
public record LoopCall(Loop loop, int[] arguments) {

    @Override
    public boolean equals(Object other) {
        return other instanceof LoopCall that && loop.equals(that.loop) && Arrays.equals(arguments, that.arguments);
    }

    @Override
    public int hashCode() {
        return 31 * loop.hashCode() + Arrays.hashCode(arguments);
    }

    @Override
    public String toString() {
        return loop.kind() + " of " + Arrays.toString(arguments);
    }
}
