package tridiff.compare;

import java.util.List;
import java.util.stream.Collectors;
import tridiff.compare.ComparisonReport.TruePartial;
import tridiff.compare.language.Messages;
import tridiff.expr.text.DisplayWidth;

/** A comparison as text for the terminal, in any language. */
final class ComparisonText {

    private static final int MOST_NAMES = 12;
    private static final int MOST_PARTIALS = 12;
    private static final int LONG_FORMULA = 200;

    /** Columns for the words before the verdict and the notes. */
    private static final int LABEL = 9;

    private final ComparisonReport report;
    private final Messages say;
    private final StringBuilder text = new StringBuilder();

    private ComparisonText(ComparisonReport report, Messages say) {
        this.report = report;
        this.say = say;
    }

    static String of(ComparisonReport report, Messages say) {
        return new ComparisonText(report, say).whole();
    }

    private String whole() {
        function();
        truth();
        line("");
        text.append(say.translated(ComparisonTables.accuracy(report).untitled()).in(Grid.Format.TEXT));
        if (ComparisonTables.isCut(report)) {
            line(say.text("text.worst", report.input().wrt().size()));
        }
        line("");
        text.append(say.translated(ComparisonTables.cost(report)).in(Grid.Format.TEXT));
        clock();
        line("");
        report.results().stream()
                .filter(r -> !r.remark().isEmpty())
                .forEach(r -> line(r.id() + ": " + say.translated(r.remark())));
        if (!report.verdict().isEmpty()) {
            line("");
            labelled(say.text("text.verdict"), report.verdict());
        }
        report.notes().forEach(note -> labelled(say.text("text.note"), List.of(note)));
        return text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /** The label before the first sentence, blanks before the others. */
    private void labelled(String label, List<String> sentences) {
        String before = label + " ".repeat(LABEL - DisplayWidth.of(label));
        for (String sentence : sentences) {
            line(before + say.translated(sentence));
            before = " ".repeat(LABEL);
        }
    }

    private void function() {
        var point = report.input().point();
        boolean many = point.size() > MOST_NAMES;
        String understood = report.input().understood();
        if (many) {
            line(say.text("text.variables", point.size()) + " = " + Figures.cut(understood, LONG_FORMULA));
        } else {
            String names = point.stream().map(ComparisonReport.Coordinate::name).collect(Collectors.joining(", "));
            line("f(" + names + ") = " + understood);
            line(say.text(
                    "text.at",
                    point.stream().map(c -> c.name() + " = " + c.value()).collect(Collectors.joining(", "))));
        }
        var f = report.function();
        line(say.text(
                "text.function",
                f.value(),
                Figures.ulps(f.ulps()),
                Figures.count(f.sizes().tree()),
                Figures.count(f.simplifiedTree()),
                f.sizes().dag(),
                say.text(f.operations() == 1 ? "verdict.operation" : "verdict.operations", f.operations()),
                f.time() == null ? "" : ", " + Figures.timing(f.time())));
    }

    private void truth() {
        List<TruePartial> partials = report.reference().partials();
        partials.stream().limit(MOST_PARTIALS).forEach(p -> line(truth(p)));
        if (partials.size() > MOST_PARTIALS) {
            line(say.text("text.more", partials.size() - MOST_PARTIALS));
        }
    }

    private String truth(TruePartial p) {
        String reason = p.reason() == null ? "" : say.translated(p.reason());
        if (p.value() == null) {
            return say.text(p.state().equals("undefined") ? "text.missing" : "text.unknown", p.variable(), reason);
        }
        return say.text(
                "text.proved",
                p.variable(),
                p.value(),
                report.reference().digits(),
                conditioning(p.conditioning()),
                reason.isEmpty() ? "" : "; " + reason);
    }

    private String conditioning(Conditioning c) {
        if (Double.isNaN(c.condition())) {
            return "";
        }
        String cancellation =
                c.cancellation() > 2 ? say.text("text.cancellation", Figures.factor(c.cancellation())) : "";
        return say.text("text.condition", Figures.factor(c.condition())) + cancellation;
    }

    private void clock() {
        Boolean withValue = report.input().withValue();
        if (withValue != null) {
            line(say.text(withValue ? "text.rows.value" : "text.rows.gradient"));
        }
        ComparisonReport.Clock clock = report.clock();
        if (clock != null) {
            String machines = clock.machines() == 1 ? "" : say.text("text.clock.machines", clock.machines());
            boolean quick = report.environment().compilers() == ComparisonReport.Environment.Compilers.C1;
            String compiler = quick ? say.text("text.clock.c1") : "";
            line(say.text(clock.byteCode() ? "text.clock.bytes" : "text.clock.interpreter", machines, compiler));
        }
    }
}
