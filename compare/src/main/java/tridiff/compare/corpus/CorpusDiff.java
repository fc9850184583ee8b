package tridiff.compare.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tridiff.compare.corpus.Outcome.OfMethod;
import tridiff.compare.corpus.Outcome.Verdict;

/**
 * What changed between two runs of one corpus.
 *
 * @param common methods on entries that both runs judged
 */
public record CorpusDiff(long common, List<Change> worse, List<Change> better) {

    /** An error that differs by less is the same one. */
    private static final double SAME_FACTOR = 2;

    private static final double SMALL_ULPS = 4;

    /** A method on an entry, before and after. */
    public record Change(String id, String method, OfMethod before, OfMethod after) {}

    /** Compares by the names of the entries; the older file must fit in memory as one short record a line. */
    public static CorpusDiff of(Path old, Path now) throws IOException {
        Map<String, Map<String, OfMethod>> before = new HashMap<>();
        CorpusRun.read(old, o -> {
            var methods = new HashMap<String, OfMethod>();
            o.methods().forEach(m -> methods.put(m.id(), m));
            before.put(o.id(), methods);
        });
        var worse = new ArrayList<Change>();
        var better = new ArrayList<Change>();
        long[] common = new long[1];
        CorpusRun.read(now, o -> {
            for (OfMethod after : o.methods()) {
                OfMethod earlier = before.getOrDefault(o.id(), Map.of()).get(after.id());
                if (earlier != null) {
                    common[0]++;
                    int sign = compare(earlier, after);
                    if (sign != 0) {
                        (sign > 0 ? worse : better).add(new Change(o.id(), after.id(), earlier, after));
                    }
                }
            }
        });
        return new CorpusDiff(common[0], worse, better);
    }

    /** Positive if it became worse. */
    private static int compare(OfMethod before, OfMethod after) {
        int verdicts = Integer.compare(badness(after.verdict()), badness(before.verdict()));
        if (verdicts != 0 || before.ulps() == null || after.ulps() == null) {
            return verdicts;
        }
        double a = Math.max(before.ulps(), SMALL_ULPS);
        double b = Math.max(after.ulps(), SMALL_ULPS);
        return b > SAME_FACTOR * a ? 1 : a > SAME_FACTOR * b ? -1 : 0;
    }

    private static int badness(Verdict verdict) {
        return switch (verdict) {
            case RIGHT, SILENT -> 0;
            case INACCURATE -> 1;
            case REFUSED -> 2;
            case UNDEFINED -> 3;
            case WRONG -> 4;
        };
    }
}
