package tridiff.numerical;

import tridiff.wengert.method.Differentiator;

/** A method with a step that can be fixed. */
public interface Stepped extends Differentiator {

    /**
     * The same method with this step everywhere.
     *
     * @param newId what to call it
     * @param h positive
     */
    Stepped withStep(String newId, double h);

    /** The bare formula with steps that may be changed between runs: NaN where it leaves the domain. */
    Stepped with(StepSize steps);

    /** The step that it takes of its own choice. */
    double stepAt(double x);

    /** The power p with which its truncation error h^p falls. */
    int accuracy();
}
