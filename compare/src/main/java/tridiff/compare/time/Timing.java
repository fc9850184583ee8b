package tridiff.compare.time;

/**
 * The time of one evaluation, and what it leaves to the garbage collector.
 *
 * @param medianNanos the median over batches, or over separate runs of the machine
 * @param lowNanos lower end of the 95 % confidence interval of the median
 * @param highNanos upper end
 * @param batches how many batches were timed
 * @param allocatedBytes memory allocated in one evaluation; null where the machine does not count it
 */
public record Timing(double medianNanos, double lowNanos, double highNanos, int batches, Double allocatedBytes) {

    /** The time of a single run, whose distance from the median is not known: it is trusted to a factor of two. */
    public static Timing once(double nanos) {
        return new Timing(nanos, nanos / 2, 2 * nanos, 1, null);
    }

    /** Whether the intervals have a time in common, so that no difference was shown. */
    public boolean overlaps(Timing other) {
        return lowNanos <= other.highNanos && other.lowNanos <= highNanos;
    }
}
