package tridiff.compare.time;

/** How carefully times are taken. */
public enum TimingMode {
    /** Not at all: results have no times. */
    NONE(0, 0, 0, 0),

    /** A table in a fraction of a second: programs stay with the interpreter, in which they begin. */
    QUICK(1, 20, 0.1, 4),

    /** Programs run as byte code, are warmed up until HotSpot has compiled that, and are timed for longer. */
    CAREFUL(50, 40, 0.02, 100);

    /** Milliseconds of one slice of the warm-up. */
    final double sliceMillis;

    /** After the time of so many slices the warm-up ends, steady or not. */
    final int mostSlices;

    /** The warm-up is steady when its last slices differ by this share at most. */
    final double tolerance;

    /** Milliseconds for which each computation is timed. */
    public final double millisEach;

    TimingMode(double sliceMillis, int mostSlices, double tolerance, double millisEach) {
        this.sliceMillis = sliceMillis;
        this.mostSlices = mostSlices;
        this.tolerance = tolerance;
        this.millisEach = millisEach;
    }
}
