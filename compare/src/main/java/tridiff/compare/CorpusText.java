package tridiff.compare;

import java.util.ArrayList;
import java.util.List;
import tridiff.compare.corpus.CorpusDiff;
import tridiff.compare.corpus.Outcome;
import tridiff.compare.corpus.Outcome.Status;
import tridiff.compare.corpus.Outcome.Verdict;
import tridiff.compare.corpus.Summary;
import tridiff.compare.language.Messages;

/** What came of a corpus, as text for the terminal. */
public final class CorpusText {

    private static final int MOST_CHANGES = 20;
    private static final int LONGEST = 160;
    private static final int LONGEST_COMMAND = 4000;
    private static final String DOUBLE_LITERALS = " --double-literals";

    private static final List<String> HEADINGS =
            List.of("METHOD", ">RIGHT", ">INACCURATE", ">UNDEFINED", ">REFUSED", ">WRONG", ">MEDIAN ULPS", ">LARGEST");

    private static final List<String> LEGEND = List.of(
            "RIGHT: as accurate as the conditioning allows; UNDEFINED: no finite number where there is a derivative;",
            "WRONG: a finite number where there is none");

    private final Messages say;
    private final StringBuilder text = new StringBuilder();

    private CorpusText(Messages say) {
        this.say = say;
    }

    /**
     * The counts, and commands that look at the worst of it again.
     *
     * @param doubleLiterals whether numbers in formulas were rounded to doubles, as these commands must then do, too
     */
    public static String of(Summary summary, boolean doubleLiterals, Messages say) {
        return new CorpusText(say).written(summary, doubleLiterals);
    }

    /** The command that judges an entry again. */
    public static String command(String formula, String at, boolean doubleLiterals) {
        return "./tridiff compare '" + formula + "' --at " + at + (doubleLiterals ? DOUBLE_LITERALS : "");
    }

    private void line(String english) {
        text.append(say.translated(english)).append('\n');
    }

    private String written(Summary summary, boolean doubleLiterals) {
        line(summary.entries() + " entries: " + summary.count(Status.JUDGED) + " judged, "
                + summary.count(Status.UNDEFINED) + " without a derivative, " + summary.count(Status.UNSETTLED)
                + " not settled, " + summary.count(Status.CONTRADICTED) + " contradicted, " + summary.count(Status.BAD)
                + " bad");
        text.append('\n');
        var rows = new ArrayList<List<String>>();
        summary.methods()
                .forEach((id, m) -> rows.add(List.of(
                        id,
                        count(m, Verdict.RIGHT),
                        count(m, Verdict.INACCURATE),
                        count(m, Verdict.UNDEFINED),
                        count(m, Verdict.REFUSED),
                        count(m, Verdict.WRONG),
                        Figures.ulps(m.median()),
                        Figures.ulps(m.largest()))));
        text.append(new Grid("", HEADINGS, rows).in(Grid.Format.TEXT, say));
        LEGEND.forEach(this::line);
        if (!summary.worst().isEmpty()) {
            text.append('\n');
            line("exact methods beyond conditioning, worst first:");
            summary.worst()
                    .forEach(w -> text.append("  " + Figures.ulps(w.ulps()) + " ulp  " + w.method() + "  "
                            + w.outcome().id() + ": " + command(w.outcome(), doubleLiterals) + "\n"));
        }
        summary.faults()
                .forEach(f -> line(place(f)
                        + (f.status() == Status.BAD ? "is bad: " : "contradicts the reference: ")
                        + shown(f.message())));
        if (!summary.unread().isEmpty()) {
            line("keys that are not read: " + shown(String.join(", ", summary.unread())));
        }
        return text.toString();
    }

    private static String count(Summary.OfOne m, Verdict verdict) {
        return Long.toString(m.count(verdict));
    }

    private static String place(Outcome fault) {
        String line = "line " + fault.line() + " ";
        return fault.id().equals(line.strip()) ? line : line + "(" + shown(fault.id()) + ") ";
    }

    /** Whole, so that it can be run; what is too long for that is not begun. */
    private String command(Outcome outcome, boolean doubleLiterals) {
        int length = outcome.text().length() + outcome.at().length();
        return length > LONGEST_COMMAND
                ? say.translated("a function of " + outcome.text().length() + " characters, line " + outcome.line())
                : clean(command(outcome.text(), outcome.at(), doubleLiterals));
    }

    private static String clean(String text) {
        return text == null ? "" : text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "�");
    }

    /** Without control characters, and cut. */
    private static String shown(String text) {
        String clean = clean(text);
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }

    public static String of(CorpusDiff diff, Messages say) {
        return new CorpusText(say).written(diff);
    }

    private String written(CorpusDiff diff) {
        line(diff.common() + " results in both: " + diff.worse().size() + " worse, "
                + diff.better().size() + " better");
        if (diff.onlyOld() + diff.onlyNew() > 0) {
            line("entries in one of them only: " + diff.onlyOld() + " in the old, " + diff.onlyNew() + " in the new");
        }
        changes("worse", diff.worse());
        changes("better", diff.better());
        return text.toString();
    }

    private void changes(String label, List<CorpusDiff.Change> changes) {
        changes.stream()
                .limit(MOST_CHANGES)
                .forEach(c -> text.append(say.text("text." + label) + "  " + c.method() + "  " + shown(c.id()) + ": "
                        + result(c.before()) + " -> " + result(c.after()) + "\n"));
        if (changes.size() > MOST_CHANGES) {
            line("… and " + (changes.size() - MOST_CHANGES) + " more " + label);
        }
    }

    private String result(Outcome.OfMethod m) {
        String verdict = say.translated(m.verdict().name().toLowerCase(java.util.Locale.ROOT));
        return m.ulps() == null ? verdict : verdict + " (" + Figures.ulps(m.ulps()) + " ulp)";
    }
}
