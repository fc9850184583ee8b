package tridiff.compare;

/**
 * The time of one evaluation.
 *
 * @param medianNanos the median over batches
 * @param lowNanos lower end of the 95 % confidence interval of the median
 * @param highNanos upper end
 * @param batches how many batches were timed
 */
public record Timing(double medianNanos, double lowNanos, double highNanos, int batches) {}
