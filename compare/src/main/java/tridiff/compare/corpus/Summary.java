package tridiff.compare.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import tridiff.compare.corpus.Outcome.Judgement;
import tridiff.compare.corpus.Outcome.OfMethod;
import tridiff.compare.corpus.Outcome.Status;
import tridiff.wengert.method.MethodId;

/** Counts the outcomes of a corpus as they come, in constant memory. */
public final class Summary implements Consumer<Outcome> {

    private static final int WORST = 10;
    private static final int SHOWN_FAULTS = 20;
    private static final int MOST_UNREAD = 100;

    /** A method's counts. */
    public static final class OfOne {
        private final Map<Judgement, Long> verdicts = new EnumMap<>(Judgement.class);
        private final RunningMedian ulps = new RunningMedian();

        private void add(OfMethod result) {
            verdicts.merge(result.verdict(), 1L, Long::sum);
            if (result.ulps() != null) {
                ulps.add(result.ulps());
            }
        }

        public long count(Judgement verdict) {
            return verdicts.getOrDefault(verdict, 0L);
        }

        /** The largest error in ulps; NaN if there is none. */
        public double largest() {
            return ulps.largest();
        }

        /** The median error in ulps, within 1 % (exact up to 1000 entries); NaN if there is none. */
        public double median() {
            return ulps.median();
        }
    }

    /** An entry at which a method is far off. */
    public record Worst(MethodId method, double ulps, Outcome outcome) {}

    private final Map<MethodId, OfOne> methods = new LinkedHashMap<>();
    private final Map<Status, Long> statuses = new EnumMap<>(Status.class);
    private final PriorityQueue<Worst> worst = new PriorityQueue<>(Comparator.comparingDouble(Worst::ulps));
    private final List<Outcome> faults = new ArrayList<>();
    private final Set<String> unread = new TreeSet<>();

    @Override
    public void accept(Outcome outcome) {
        statuses.merge(outcome.status(), 1L, Long::sum);
        boolean fault = outcome.status() == Status.BAD || outcome.status() == Status.CONTRADICTED;
        if (fault && faults.size() < SHOWN_FAULTS) {
            faults.add(outcome);
        }
        if (unread.size() < MOST_UNREAD) {
            unread.addAll(outcome.unread());
        }
        for (OfMethod result : outcome.methods()) {
            methods.computeIfAbsent(result.id(), id -> new OfOne()).add(result);
            if (result.verdict() == Judgement.INACCURATE
                    && result.ulps() != null
                    && !result.id().isNumerical()) {
                worst.add(new Worst(result.id(), result.ulps(), outcome));
                if (worst.size() > WORST) {
                    worst.remove();
                }
            }
        }
    }

    public Map<MethodId, OfOne> methods() {
        return methods;
    }

    public long count(Status status) {
        return statuses.getOrDefault(status, 0L);
    }

    public long entries() {
        return statuses.values().stream().mapToLong(n -> n).sum();
    }

    /** Where exact methods are furthest off beyond conditioning, the worst first. */
    public List<Worst> worst() {
        return worst.stream()
                .sorted(Comparator.comparingDouble(Worst::ulps).reversed())
                .toList();
    }

    /** What entries say in words that mean nothing here. */
    public Set<String> unread() {
        return unread;
    }

    /** The first entries that could not be read, or contradict the reference. */
    public List<Outcome> faults() {
        return faults;
    }
}
