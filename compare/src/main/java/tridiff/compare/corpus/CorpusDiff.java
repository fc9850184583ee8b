package tridiff.compare.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import tridiff.compare.corpus.Outcome.Judgement;
import tridiff.compare.corpus.Outcome.OfMethod;
import tridiff.wengert.method.MethodId;

/**
 * What changed between two runs of one corpus.
 *
 * @param common methods on entries that both runs judged
 * @param onlyOld entries that only the old run has: of that name, with that function, at that point
 * @param onlyNew entries that only the new run has
 */
public record CorpusDiff(long common, long onlyOld, long onlyNew, List<Change> worse, List<Change> better) {

    /** An error that differs by less is the same one. */
    private static final double SAME_FACTOR = 2;

    private static final double SMALL_ULPS = 4;

    /** A method on an entry, before and after. */
    public record Change(String id, MethodId method, OfMethod before, OfMethod after) {}

    /** What makes entries the same: names alone do not, "line 3" is one of many files. */
    private record Key(String id, String text, String at) {

        static Key of(Outcome o) {
            return new Key(o.id(), o.text(), o.at());
        }
    }

    /** Compares entry by entry; the older file must fit in memory as one short record a line. */
    public static CorpusDiff of(Path old, Path now) throws IOException {
        Map<Key, Map<MethodId, OfMethod>> before = new HashMap<>();
        var found = new HashSet<Key>();
        CorpusRun.read(old, o -> {
            var methods = new HashMap<MethodId, OfMethod>();
            o.methods().forEach(m -> methods.put(m.id(), m));
            before.put(Key.of(o), methods);
        });
        var worse = new ArrayList<Change>();
        var better = new ArrayList<Change>();
        long[] common = new long[1];
        long[] onlyNew = new long[1];
        CorpusRun.read(now, o -> {
            Map<MethodId, OfMethod> there = before.get(Key.of(o));
            onlyNew[0] += there == null ? 1 : 0;
            found.add(Key.of(o));
            for (OfMethod after : o.methods()) {
                OfMethod earlier = there == null ? null : there.get(after.id());
                if (earlier != null) {
                    common[0]++;
                    int sign = compare(earlier, after);
                    if (sign != 0) {
                        (sign > 0 ? worse : better).add(new Change(o.id(), after.id(), earlier, after));
                    }
                }
            }
        });
        long onlyOld = before.keySet().stream().filter(k -> !found.contains(k)).count();
        return new CorpusDiff(common[0], onlyOld, onlyNew[0], worse, better);
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

    private static int badness(Judgement verdict) {
        return switch (verdict) {
            case RIGHT, SILENT -> 0;
            case INACCURATE -> 1;
            case REFUSED -> 2;
            case UNDEFINED -> 3;
            case WRONG -> 4;
        };
    }
}
