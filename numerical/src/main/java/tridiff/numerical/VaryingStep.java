package tridiff.numerical;

/** One step for all coordinates that is changed between runs, so that a quotient is prepared once for a sweep over its steps. */
public final class VaryingStep implements StepSize {

    private double h = Double.NaN;

    /** From now on this step, positive. */
    public void set(double step) {
        h = step;
    }

    @Override
    public double of(double x) {
        return h;
    }
}
