package tridiff.wengert;

import java.util.List;
import tridiff.expr.Algebra;

/**
 * An algebra that takes a loop as one operation, because it writes programs or formulas; in any other a loop is carried out term by
 * term.
 *
 * @param <T> the kind of number; immutable
 */
public interface LoopAlgebra<T> extends Algebra<T> {

    /** The results of a loop. */
    List<T> loop(Loop loop, List<T> arguments);
}
