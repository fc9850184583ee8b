package tridiff.compare.corpus;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import tridiff.compare.Comparer;
import tridiff.compare.ComparisonReport;
import tridiff.compare.ComparisonReport.MethodResult;
import tridiff.compare.Conditioning;
import tridiff.compare.corpus.Outcome.OfMethod;
import tridiff.compare.corpus.Outcome.Status;
import tridiff.compare.corpus.Outcome.Verdict;
import tridiff.expr.Expr;
import tridiff.expr.Rational;

/** Judges all methods on one entry, without timing them. */
final class Examiner {

    /** Relative; what is said of a derivative must agree with the proved one to about the digits that a double has. */
    private static final int AGREEING_DIGITS = 15;

    private final Comparer comparer;
    private final List<String> methods;

    Examiner(Comparer comparer, List<String> methods) {
        this.comparer = comparer;
        this.methods = methods;
    }

    Outcome of(Entry entry) {
        if (entry instanceof Entry.Bad bad) {
            return new Outcome(bad.number(), bad.line(), bad.id(), Status.BAD, bad.message(), null, null, List.of());
        }
        var c = (Entry.Case) entry;
        List<Expr.Var> variables = c.variables();
        double[] point = c.point().values().stream().mapToDouble(x -> x).toArray();
        try {
            var question = new Comparer.Question(c.text(), c.f(), variables, point, variables, methods, List.of());
            return judged(c, comparer.compare(question));
        } catch (Comparer.NoValue none) {
            return outcome(c, none.isUndefined() ? Status.UNDEFINED : Status.UNSETTLED, none.getMessage(), List.of());
        } catch (IllegalArgumentException e) {
            return outcome(c, Status.BAD, e.getMessage(), List.of());
        }
    }

    private static Outcome outcome(Entry.Case c, Status status, String message, List<OfMethod> results) {
        String at = c.point().entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(","));
        return new Outcome(c.number(), c.line(), c.id(), status, message, c.text(), at, results);
    }

    private static Outcome judged(Entry.Case c, ComparisonReport report) {
        List<OfMethod> results =
                report.results().stream().map(r -> ofMethod(report, r)).toList();
        String contradiction = contradiction(c, report);
        Status status = !report.isDifferentiable()
                ? Status.UNDEFINED
                : !report.isSettled() ? Status.UNSETTLED : contradiction != null ? Status.CONTRADICTED : Status.JUDGED;
        return outcome(c, status, contradiction, results);
    }

    private static OfMethod ofMethod(ComparisonReport report, MethodResult r) {
        if (r.refusal() != null) {
            return new OfMethod(r.id(), Verdict.REFUSED, null, null);
        }
        boolean wrong = false;
        boolean undefined = false;
        boolean inaccurate = false;
        boolean open = false;
        double worst = 0;
        for (int i = 0; i < r.partials().size(); i++) {
            var partial = r.partials().get(i);
            String state = report.reference().partials().stream()
                    .filter(p -> p.variable().equals(partial.variable()))
                    .findFirst()
                    .orElseThrow()
                    .state();
            boolean finite = Double.isFinite(partial.value());
            wrong |= state.equals("undefined") && finite;
            boolean judged =
                    !Double.isNaN(partial.ulps()); // of a derivative beyond the doubles infinity is the right value
            undefined |= state.equals("proved") && !finite && !judged;
            inaccurate |= partial.assessment() == Conditioning.Assessment.WORSE;
            open |= judged && partial.assessment() == Conditioning.Assessment.UNKNOWN;
            worst = Double.isNaN(partial.ulps()) ? worst : Math.max(worst, partial.ulps());
        }
        Verdict verdict = wrong
                ? Verdict.WRONG
                : undefined
                        ? Verdict.UNDEFINED
                        : inaccurate
                                ? Verdict.INACCURATE
                                : report.isDifferentiable() && report.isSettled() && !open
                                        ? Verdict.RIGHT
                                        : Verdict.SILENT;
        return new OfMethod(r.id(), verdict, Double.isFinite(worst) ? worst : null, digits(r));
    }

    /** The fewest of all partial derivatives that can be judged; null if none can. */
    private static Double digits(MethodResult r) {
        var digits = r.partials().stream()
                .mapToDouble(ComparisonReport.Partial::correctDigits)
                .filter(d -> !Double.isNaN(d))
                .min();
        return digits.isPresent() ? digits.getAsDouble() : null;
    }

    /** Which derivative given with the entry is not the proved one; null if all are. */
    private static String contradiction(Entry.Case c, ComparisonReport report) {
        for (var p : report.reference().partials()) {
            String given = c.gradient().get(p.variable());
            if (given != null && p.value() != null && !agree(given, p.value())) {
                return "df/d" + p.variable() + " is said to be " + given + ", but it is " + p.value();
            }
        }
        return null;
    }

    private static boolean agree(String given, String proved) {
        try {
            Rational said = Rational.of(new BigDecimal(given));
            Rational is = Rational.of(new BigDecimal(proved));
            Rational allowed = is.abs().times(Rational.of(BigDecimal.ONE.scaleByPowerOfTen(-AGREEING_DIGITS)));
            return said.minus(is).abs().compareTo(allowed) <= 0;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }
}
