package tridiff.wengert.run;

/** A way to run all lines of one list over doubles. Immutable: threads may share it, each with a workspace of its own. */
interface Kernel {

    /**
     * Runs the list once.
     *
     * @param x its inputs
     * @param v the workspace, one place a line and perhaps more, in which the fixed lines have their values
     * @param results receives the results that vary with the inputs; the others are left as they are
     */
    void run(double[] x, double[] v, double[] results);

    /** How many places the workspace must have. */
    int places();
}
