package tridiff.compare.time;

import java.lang.management.ManagementFactory;

/** Counts the memory that a computation allocates, where the machine counts it for each thread. */
final class Allocation {

    private Allocation() {}

    /** Bytes of one run, on average over several; null where they are not counted. */
    static Double of(Batch computation, int runs) {
        if (!(ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads)
                || !threads.isThreadAllocatedMemorySupported()
                || !threads.isThreadAllocatedMemoryEnabled()) {
            return null;
        }
        long thread = Thread.currentThread().getId();
        threads.getThreadAllocatedBytes(thread); // the first call allocates for itself
        long before = threads.getThreadAllocatedBytes(thread);
        long own = threads.getThreadAllocatedBytes(thread) - before;
        long start = threads.getThreadAllocatedBytes(thread);
        computation.run(runs);
        return (double) Math.max(0, threads.getThreadAllocatedBytes(thread) - start - own) / runs;
    }
}
