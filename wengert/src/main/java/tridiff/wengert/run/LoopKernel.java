package tridiff.wengert.run;

/** The compiled form of a loop whose body is short: the loop and its body in one method. Immutable. */
interface LoopKernel {

    /**
     * Runs the body for all indices of a range.
     *
     * @param x the inputs of the body: a place for the index, then states, parameters and adjoints; what is carried from one repetition
     *     to the next is replaced
     * @param totals of a sum, to which its terms are added
     * @param kept the states before each repetition, one behind the other; written or read, if they are at all
     * @param from the first index
     * @param to the index behind the last
     */
    void run(double[] x, double[] totals, double[] kept, long from, long to);
}
