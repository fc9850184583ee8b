package tridiff.compare.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import tridiff.compare.corpus.Outcome.Judgement;
import tridiff.compare.corpus.Outcome.OfMethod;
import tridiff.wengert.method.MethodId;

/** The entries of a corpus at which methods lose most digits, gathered as outcomes come, in constant memory. */
public final class CorpusDigits implements Consumer<Outcome> {

    /** As many as a page can show. */
    public static final int MANY = 1000;

    private static final int MOST_METHODS = 24;

    /** Worse than no digit at all: no number, and a number where there is none. */
    private static final double UNDEFINED = -1;

    private static final double WRONG = -2;

    /** The best first, so that it is the best that has to go. */
    private final PriorityQueue<Outcome> worst = new PriorityQueue<>(
            Comparator.comparing(CorpusDigits::key, CorpusDigits::compare).reversed());

    private final Set<MethodId> methods = new LinkedHashSet<>();
    private final int most;
    private long entries;

    /** Keeps the worst entries, so many of them. */
    public CorpusDigits(int most) {
        this.most = most;
    }

    @Override
    public void accept(Outcome outcome) {
        if (outcome.methods().isEmpty()) {
            return;
        }
        entries++;
        outcome.methods().stream()
                .map(OfMethod::id)
                .filter(id -> methods.size() < MOST_METHODS)
                .forEach(methods::add);
        worst.add(outcome);
        if (worst.size() > most) {
            worst.remove();
        }
    }

    /** Each entry's digits by method, from the fewest up: entries are compared as words are. */
    private static double[] key(Outcome outcome) {
        return outcome.methods().stream()
                .mapToDouble(CorpusDigits::rank)
                .filter(d -> !Double.isNaN(d))
                .map(Math::floor)
                .sorted()
                .toArray();
    }

    private static double rank(OfMethod m) {
        return m.verdict() == Judgement.WRONG
                ? WRONG
                : m.verdict() == Judgement.UNDEFINED ? UNDEFINED : m.digits() == null ? Double.NaN : m.digits();
    }

    private static int compare(double[] a, double[] b) {
        int difference = Arrays.mismatch(a, b);
        return difference < 0
                ? 0
                : difference >= Math.min(a.length, b.length)
                        ? Integer.compare(b.length, a.length)
                        : Double.compare(a[difference], b[difference]);
    }

    /** The methods, at most so many that a table of them can be read. */
    public List<MethodId> methods() {
        return List.copyOf(methods);
    }

    /** The entries kept, the worst first. */
    public List<Outcome> worst() {
        var rows = new ArrayList<>(worst);
        rows.sort(Comparator.comparing(CorpusDigits::key, CorpusDigits::compare));
        return rows;
    }

    /** How many entries were judged. */
    public long entries() {
        return entries;
    }
}
