package tridiff.compare.corpus;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import tridiff.compare.Comparer;
import tridiff.compare.ComparisonReport;
import tridiff.compare.ComparisonReport.MethodResult;
import tridiff.compare.ComparisonReport.TruePartial;
import tridiff.compare.corpus.Outcome.Judgement;
import tridiff.compare.corpus.Outcome.OfMethod;
import tridiff.compare.corpus.Outcome.Status;
import tridiff.expr.Expr;
import tridiff.expr.said.IllegalInput;
import tridiff.expr.said.Said;
import tridiff.reference.Conditioning;
import tridiff.wengert.method.MethodId;

/** Judges all methods on one entry, without timing them. */
record Examiner(Comparer comparer, List<MethodId> methods) {

    /** What is said of a derivative must agree with the proved one at least to about the digits that a double has. */
    private static final int LEAST_DIGITS = 15;

    /** Proved beyond those that are said, so that the last of these can be told right or wrong. */
    private static final int MORE_DIGITS = 2;

    Outcome of(Entry entry) {
        if (entry instanceof Entry.Bad bad) {
            return new Outcome(bad.number(), bad.line(), bad.id(), Status.BAD, bad.message(), null, null, List.of());
        }
        var c = (Entry.Case) entry;
        List<Expr.Var> variables = c.variables();
        double[] point = c.point().values().stream().mapToDouble(x -> x).toArray();
        try {
            var question = new Comparer.Question(c.text(), c.f(), variables, point, variables, methods, List.of());
            return judged(c, comparer.provingAtLeast(digits(c) + MORE_DIGITS).compare(question));
        } catch (Comparer.NoValue none) {
            return withoutValue(c, none);
        } catch (IllegalInput e) {
            return outcome(c, Status.BAD, e.said(), List.of());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return outcome(c, Status.BAD, EntryReading.reason(e), List.of());
        }
    }

    private static int digits(Entry.Case c) {
        return c.gradient().values().stream()
                .mapToInt(BigDecimal::precision)
                .max()
                .orElse(0);
    }

    private static Outcome withoutValue(Entry.Case c, Comparer.NoValue none) {
        if (!none.isUndefined()) {
            return outcome(c, Status.UNSETTLED, none.said(), List.of());
        }
        return c.gradient().isEmpty()
                ? outcome(c, Status.UNDEFINED, none.said(), List.of())
                : outcome(c, Status.CONTRADICTED, Said.of("compare.corpus.said.undefined"), List.of());
    }

    private static Outcome outcome(Entry.Case c, Status status, Said message, List<OfMethod> results) {
        String at = c.point().entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(","));
        return new Outcome(c.number(), c.line(), c.id(), status, message, c.text(), at, results, c.unread());
    }

    private static Outcome judged(Entry.Case c, ComparisonReport report) {
        List<OfMethod> results =
                report.results().stream().map(r -> ofMethod(report, r)).toList();
        Said contradiction = contradiction(c, report);
        Status status = contradiction != null
                ? Status.CONTRADICTED
                : !report.isDifferentiable() ? Status.UNDEFINED : report.isSettled() ? Status.JUDGED : Status.UNSETTLED;
        return outcome(c, status, contradiction, results);
    }

    private static OfMethod ofMethod(ComparisonReport report, MethodResult r) {
        if (r.refusal() != null) {
            return new OfMethod(r.id(), Judgement.REFUSED, null, null);
        }
        boolean wrong = false;
        boolean undefined = false;
        boolean inaccurate = false;
        boolean open = false;
        double worst = 0;
        for (int i = 0; i < r.partials().size(); i++) {
            var partial = r.partials().get(i);
            TruePartial.State state = report.reference().partials().stream()
                    .filter(p -> p.variable().equals(partial.variable()))
                    .findFirst()
                    .orElseThrow()
                    .state();
            boolean finite = Double.isFinite(partial.value());
            wrong |= state == TruePartial.State.UNDEFINED && finite;
            boolean judged =
                    !Double.isNaN(partial.ulps()); // of a derivative beyond the doubles infinity is the right value
            undefined |= state == TruePartial.State.PROVED && !finite && !judged;
            inaccurate |= partial.assessment() == Conditioning.Assessment.WORSE;
            open |= judged && partial.assessment() == Conditioning.Assessment.UNKNOWN;
            worst = Double.isNaN(partial.ulps()) ? worst : Math.max(worst, partial.ulps());
        }
        Judgement verdict = wrong
                ? Judgement.WRONG
                : undefined
                        ? Judgement.UNDEFINED
                        : inaccurate
                                ? Judgement.INACCURATE
                                : report.isDifferentiable() && report.isSettled() && !open
                                        ? Judgement.RIGHT
                                        : Judgement.SILENT;
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
    private static Said contradiction(Entry.Case c, ComparisonReport report) {
        for (var p : report.reference().partials()) {
            BigDecimal given = c.gradient().get(p.variable());
            if (given == null) {
                continue;
            }
            if (p.isUndefined()) {
                return Said.of("compare.corpus.said.none", p.variable(), given);
            }
            if (p.value() != null && !agree(given, p.value(), report.reference().digits())) {
                return Said.of("compare.corpus.said", p.variable(), given, p.value());
            }
        }
        return null;
    }

    /** To the last of the digits that are given, and known; a number given to fewer than a double has is taken as it stands. */
    private static boolean agree(BigDecimal given, String proved, int known) {
        BigDecimal is;
        try {
            is = new BigDecimal(proved);
        } catch (NumberFormatException beyondAllDecimals) {
            return false;
        }
        if (given.signum() != is.signum() || given.signum() == 0) {
            return given.signum() == is.signum();
        }
        if (!near(given, is)) {
            return false;
        }
        BigDecimal allowed = given.precision() >= LEAST_DIGITS
                ? given.ulp().max(is.abs().scaleByPowerOfTen(1 - known))
                : is.abs().scaleByPowerOfTen(-LEAST_DIGITS);
        return given.subtract(is).abs().compareTo(allowed) <= 0;
    }

    /** Within a power of ten, so that their difference has no more digits than both. */
    private static boolean near(BigDecimal a, BigDecimal b) {
        long magnitude = (long) a.precision() - a.scale() - b.precision() + b.scale();
        return Math.abs(magnitude) <= 1;
    }
}
