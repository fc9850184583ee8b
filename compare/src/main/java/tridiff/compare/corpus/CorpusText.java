package tridiff.compare.corpus;

import java.util.List;
import java.util.Map;
import tridiff.compare.Figures;
import tridiff.compare.corpus.Outcome.Judgement;
import tridiff.compare.corpus.Outcome.Status;
import tridiff.compare.table.Cell;
import tridiff.compare.table.Column;
import tridiff.compare.table.Table;
import tridiff.expr.said.Language;
import tridiff.expr.said.Said;
import tridiff.wengert.method.MethodId;

/** What came of a corpus, as text for the terminal. */
public final class CorpusText {

    private static final int MOST_CHANGES = 20;
    private static final int LONGEST = 160;
    private static final int LONGEST_COMMAND = 4000;
    private static final String DOUBLE_LITERALS = " --double-literals";

    private static final List<Said> LEGEND =
            List.of(Said.of("compare.corpus.legend.right"), Said.of("compare.corpus.legend.wrong"));

    private final Language say;
    private final StringBuilder text = new StringBuilder();

    private CorpusText(Language say) {
        this.say = say;
    }

    /**
     * The counts, and commands that look at the worst of it again.
     *
     * @param doubleLiterals whether numbers in formulas were rounded to doubles, as these commands must then do, too
     */
    public static String of(Summary summary, boolean doubleLiterals, Language say) {
        return new CorpusText(say).written(summary, doubleLiterals);
    }

    /** The command that judges an entry again. */
    public static String command(String formula, String at, boolean doubleLiterals) {
        return "./tridiff compare '" + formula + "' --at " + at + (doubleLiterals ? DOUBLE_LITERALS : "");
    }

    private void line(Said sentence) {
        text.append(sentence.in(say)).append('\n');
    }

    private String written(Summary summary, boolean doubleLiterals) {
        line(Said.of(
                "compare.corpus.counts",
                summary.entries(),
                summary.count(Status.JUDGED),
                summary.count(Status.UNDEFINED),
                summary.count(Status.UNSETTLED),
                summary.count(Status.CONTRADICTED),
                summary.count(Status.BAD)));
        text.append('\n');
        text.append(Table.of(
                        summary.methods().entrySet(),
                        Column.left("compare.table.method").of(m -> Cell.name(m.getKey())),
                        Column.right("compare.corpus.head.right").of(m -> count(m, Judgement.RIGHT)),
                        Column.right("compare.corpus.head.inaccurate").of(m -> count(m, Judgement.INACCURATE)),
                        Column.right("compare.corpus.head.undefined").of(m -> count(m, Judgement.UNDEFINED)),
                        Column.right("compare.corpus.head.refused").of(m -> count(m, Judgement.REFUSED)),
                        Column.right("compare.points.wrong").of(m -> count(m, Judgement.WRONG)),
                        Column.right("compare.corpus.head.median")
                                .of(m -> Cell.number(Figures.ulps(m.getValue().median()))),
                        Column.right("compare.corpus.head.largest")
                                .of(m -> Cell.number(Figures.ulps(m.getValue().largest()))))
                .in(Table.Format.TEXT, say));
        LEGEND.forEach(this::line);
        if (!summary.worst().isEmpty()) {
            text.append('\n');
            line(Said.of("compare.corpus.worst"));
            summary.worst()
                    .forEach(w -> text.append("  " + Figures.ulps(w.ulps()) + " ulp  " + w.method() + "  "
                            + w.outcome().id() + ": " + command(w.outcome(), doubleLiterals) + "\n"));
        }
        summary.faults().forEach(f -> line(fault(f)));
        if (!summary.unread().isEmpty()) {
            line(Said.of("compare.corpus.unread.keys", shown(String.join(", ", summary.unread()))));
        }
        return text.toString();
    }

    private static Cell count(Map.Entry<MethodId, Summary.OfOne> m, Judgement verdict) {
        return Cell.number(m.getValue().count(verdict));
    }

    private Said fault(Outcome f) {
        String key = f.status() == Status.BAD ? "compare.corpus.line.bad" : "compare.corpus.line.contradicts";
        return f.id().equals("line " + f.line())
                ? Said.of(key, f.line(), shown(f.message().in(say)))
                : Said.of(
                        key + ".named",
                        f.line(),
                        shown(f.id()),
                        shown(f.message().in(say)));
    }

    /** Whole, so that it can be run; what is too long for that is not begun. */
    private String command(Outcome outcome, boolean doubleLiterals) {
        int length = outcome.text().length() + outcome.at().length();
        return length > LONGEST_COMMAND
                ? say.text("compare.corpus.command", outcome.text().length(), outcome.line())
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

    public static String of(CorpusDiff diff, Language say) {
        return new CorpusText(say).written(diff);
    }

    private String written(CorpusDiff diff) {
        line(Said.of(
                "compare.corpus.both",
                diff.common(),
                diff.worse().size(),
                diff.better().size()));
        if (diff.onlyOld() + diff.onlyNew() > 0) {
            line(Said.of("compare.corpus.one.only", diff.onlyOld(), diff.onlyNew()));
        }
        changes("worse", diff.worse());
        changes("better", diff.better());
        return text.toString();
    }

    private void changes(String label, List<CorpusDiff.Change> changes) {
        changes.stream()
                .limit(MOST_CHANGES)
                .forEach(c -> text.append(say.text("compare.text." + label) + "  " + c.method() + "  " + shown(c.id())
                        + ": " + result(c.before()) + " -> " + result(c.after()) + "\n"));
        if (changes.size() > MOST_CHANGES) {
            line(Said.of("compare.corpus.more." + label, changes.size() - MOST_CHANGES));
        }
    }

    private String result(Outcome.OfMethod m) {
        String verdict = m.verdict().said().in(say);
        return m.ulps() == null ? verdict : verdict + " (" + Figures.ulps(m.ulps()) + " ulp)";
    }
}
