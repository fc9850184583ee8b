package tridiff.expr.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant. */
public final class Spelling {

    private static final int FAR = 3;

    private Spelling() {}

    /** The known name nearest to the one written, if any is near. */
    public static Optional<String> nearest(String written, Collection<String> known) {
        if (written.length() > 40) {
            return Optional.empty();
        }
        String lower = written.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(name -> distance(lower, name) < Math.min(FAR, Math.max(2, name.length())))
                .min(Comparator.comparingInt(name -> distance(lower, name)));
    }

    /** Levenshtein's distance. */
    private static int distance(String s, String t) {
        int[] row = new int[t.length() + 1];
        for (int j = 0; j <= t.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= s.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= t.length(); j++) {
                int substituted = diagonal + (s.charAt(i - 1) == t.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[t.length()];
    }
}
