package tridiff.wengert.run;

/**
 * The order in which a chain of steps is walked back when not all of its states fit in memory: fewest steps forward for the
 * snapshots there are.
 *
 * <p>With s snapshots and r repetitions of each step at most, a chain of C(s+r, s) steps can be reversed (Griewank and Walther,
 * "Algorithm 799: revolve", ACM TOMS 26(1), 2000). Where there is room for all states, every step is taken once.
 */
final class Checkpoints {

    private static final long MANY = Long.MAX_VALUE / 4;

    private Checkpoints() {}

    /** A chain of steps with one current state. */
    interface Chain {

        /** Keeps the current state. */
        void store(int snapshot);

        /** Makes a kept state the current one. */
        void restore(int snapshot);

        /** Takes steps forward: the current state is that before step {@code from}, and becomes that before step {@code to}. */
        void advance(long from, long to);

        /** Takes the last step back; the current state is that before this step. */
        void back(long step);
    }

    /** Walks back all steps; the current state is that before step 0. */
    static void reverse(long steps, int snapshots, Chain chain) {
        if (steps <= snapshots) {
            keepAll(steps, chain);
            reverseKept(steps, chain);
            return;
        }
        long[] position = new long[snapshots];
        int kept = 0;
        long now = 0;
        chain.store(kept++);
        for (long end = steps; end > 0; end--) {
            if (now != position[kept - 1]) {
                now = position[kept - 1];
                chain.restore(kept - 1);
            }
            while (end - now > 1) {
                boolean room = kept < position.length;
                long next = room ? now + split(end - now, position.length - kept + 1) : end - 1;
                chain.advance(now, next);
                now = next;
                if (room) {
                    position[kept] = now;
                    chain.store(kept++);
                }
            }
            chain.back(now);
            if (position[kept - 1] == now && kept > 1) {
                kept--;
            }
        }
    }

    /** Takes all steps forward, and keeps the state before each as the snapshot of its number. */
    static void keepAll(long steps, Chain chain) {
        for (int step = 0; step < steps; step++) {
            chain.store(step);
            chain.advance(step, step + 1L);
        }
    }

    /** Walks back all steps when {@link #keepAll} has kept their states. */
    static void reverseKept(long steps, Chain chain) {
        for (int step = (int) steps - 1; step >= 0; step--) {
            chain.restore(step);
            chain.back(step);
        }
    }

    /** How far to go before the next snapshot, with so many for the whole chain, one of them at its beginning. */
    private static long split(long steps, int snapshots) {
        int r = repetitions(steps, snapshots);
        long least = Math.max(chain(snapshots, r - 2), steps - chain(snapshots - 1, r));
        return Math.max(1, least);
    }

    /** How often a step must be repeated at most. */
    static int repetitions(long steps, int snapshots) {
        int r = 0;
        while (chain(snapshots, r) < steps) {
            r++;
        }
        return r;
    }

    /** The least number of steps forward: r·l - C(s+r, r-1), with r the repetitions. */
    static long stepsForward(long steps, int snapshots) {
        int r = repetitions(steps, snapshots);
        return r * steps - chain(snapshots + 1, r - 1);
    }

    /** The longest chain for s snapshots and r repetitions: C(s+r, s). */
    static long chain(int s, int r) {
        if (r < 0 || s < 0) {
            return 0;
        }
        long c = 1;
        for (int i = 1; i <= Math.min(s, r); i++) {
            long factor = Math.max(s, r) + (long) i;
            if (c > MANY / factor) {
                return MANY;
            }
            c = c * factor / i;
        }
        return c;
    }
}
