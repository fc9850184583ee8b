package tridiff.compare;

import java.util.List;
import java.util.stream.Collectors;
import tridiff.compare.ComparisonReport.TruePartial;
import tridiff.compare.table.Table;
import tridiff.expr.said.Language;
import tridiff.expr.said.Said;
import tridiff.expr.text.DisplayWidth;
import tridiff.reference.Conditioning;

/** A comparison as text for the terminal, in any language. */
final class ComparisonText {

    private static final int MOST_NAMES = 12;
    private static final int MOST_PARTIALS = 12;
    private static final int LONG_FORMULA = 200;

    /** Columns for the words before the verdict and the notes. */
    private static final int LABEL = 9;

    private final ComparisonReport report;
    private final Language say;
    private final StringBuilder text = new StringBuilder();

    private ComparisonText(ComparisonReport report, Language say) {
        this.report = report;
        this.say = say;
    }

    static String of(ComparisonReport report, Language say) {
        return new ComparisonText(report, say).whole();
    }

    private String whole() {
        function();
        truth();
        line("");
        text.append(ComparisonTables.accuracy(report).untitled().in(Table.Format.TEXT, say));
        if (ComparisonTables.isCut(report)) {
            line(say.text("compare.text.worst", report.input().wrt().size()));
        }
        line("");
        text.append(ComparisonTables.cost(report).in(Table.Format.TEXT, say));
        clock();
        line("");
        report.results().stream()
                .filter(r -> !r.remark().isEmpty())
                .forEach(r -> line(r.id() + ": " + r.remark().in(say)));
        if (!report.verdict().isEmpty()) {
            line("");
            labelled(say.text("compare.text.verdict"), report.verdict());
        }
        report.notes().forEach(note -> labelled(say.text("compare.text.note"), List.of(note)));
        return text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /** The label before the first sentence, blanks before the others. */
    private void labelled(String label, List<Said> sentences) {
        String before = label + " ".repeat(LABEL - DisplayWidth.of(label));
        for (Said sentence : sentences) {
            line(before + sentence.in(say));
            before = " ".repeat(LABEL);
        }
    }

    private void function() {
        var point = report.input().point();
        boolean many = point.size() > MOST_NAMES;
        String understood = report.input().understood();
        if (many) {
            line(say.text("compare.text.variables", point.size()) + " = " + Figures.cut(understood, LONG_FORMULA));
        } else {
            String names = point.stream().map(ComparisonReport.Coordinate::name).collect(Collectors.joining(", "));
            line("f(" + names + ") = " + understood);
            line(say.text(
                    "compare.text.at",
                    point.stream().map(c -> c.name() + " = " + c.value()).collect(Collectors.joining(", "))));
        }
        var f = report.function();
        line(say.text(
                "compare.text.function",
                f.value(),
                Figures.ulps(f.ulps()),
                Figures.count(f.sizes().tree()),
                Figures.count(f.simplifiedTree()),
                f.sizes().dag(),
                say.text(
                        f.operations() == 1 ? "compare.verdict.operation" : "compare.verdict.operations",
                        f.operations()),
                f.time() == null ? "" : ", " + Figures.timing(f.time())));
    }

    private void truth() {
        List<TruePartial> partials = report.reference().partials();
        partials.stream().limit(MOST_PARTIALS).forEach(p -> line(truth(p)));
        if (partials.size() > MOST_PARTIALS) {
            line(say.text("compare.text.more", partials.size() - MOST_PARTIALS));
        }
    }

    private String truth(TruePartial p) {
        Said reason = p.reason() == null ? Said.NOTHING : p.reason();
        if (p.value() == null) {
            return say.text(p.isUndefined() ? "compare.text.missing" : "compare.text.unknown", p.variable(), reason);
        }
        return say.text(
                "compare.text.proved",
                p.variable(),
                p.value(),
                report.reference().digits(),
                conditioning(p.conditioning()),
                reason.isEmpty() ? "" : Said.joined("; ", reason));
    }

    private String conditioning(Conditioning c) {
        if (Double.isNaN(c.condition())) {
            return "";
        }
        String cancellation =
                c.cancellation() > 2 ? say.text("compare.text.cancellation", Figures.factor(c.cancellation())) : "";
        return say.text("compare.text.condition", Figures.factor(c.condition())) + cancellation;
    }

    private void clock() {
        Boolean withValue = report.input().withValue();
        if (withValue != null) {
            line(say.text(withValue ? "compare.text.rows.value" : "compare.text.rows.gradient"));
        }
        ComparisonReport.Clock clock = report.clock();
        if (clock != null) {
            String machines = clock.machines() == 1 ? "" : say.text("compare.text.clock.machines", clock.machines());
            boolean quick = report.environment().compilers() == ComparisonReport.Environment.Compilers.C1;
            String compiler = quick ? say.text("compare.text.clock.c1") : "";
            line(say.text(
                    clock.byteCode() ? "compare.text.clock.bytes" : "compare.text.clock.interpreter",
                    machines,
                    compiler));
        }
    }
}
