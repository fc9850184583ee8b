package tridiff.numerical;

import tridiff.wengert.method.Method;

/** A method with a step that can be fixed. */
public interface Stepped extends Method {

    /**
     * The same method with this step everywhere, and its id says so.
     *
     * @param h positive
     */
    Stepped withStep(double h);

    /** The bare formula with steps that may be changed between runs: NaN where it leaves the domain. */
    Stepped with(StepSize steps);

    /** The step that it takes of its own choice. */
    double stepAt(double x);

    /** The power p with which its truncation error h^p falls. */
    int accuracy();
}
