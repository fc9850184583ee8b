package tridiff.charts;

import java.util.OptionalDouble;
import tridiff.compare.sweep.StepSweep;
import tridiff.expr.said.Said;
import tridiff.wengert.method.MethodId;

/** What a sweep over the step shows, as the title of its picture: only what is true of its numbers. */
final class StepSizeMessage {

    private static final double CLEARLY = 10;
    private static final double NOT_A_DIGIT = 0.3;

    private StepSizeMessage() {}

    static Said of(StepSweep sweep) {
        OptionalDouble best = sweep.bestError();
        if (best.isEmpty()) {
            return Said.of("charts.picture.steps.none");
        }
        double worst = sweep.schemes().stream()
                .flatMap(s -> s.errors().stream())
                .filter(e -> !e.isNaN())
                .max(Double::compare)
                .orElse(0.0);
        if (worst == 0) {
            return Said.of("charts.picture.steps.exact");
        }
        if (!sweep.absolute() && best.getAsDouble() > NOT_A_DIGIT) {
            return Said.of("charts.picture.steps.wrong");
        }
        if (sweep.schemes().stream().anyMatch(StepSizeMessage::risesAgain)) {
            return noStepIsAsGoodAsAutomatic(sweep, best.getAsDouble())
                    ? Said.of("charts.picture.steps.automatic")
                    : Said.of("charts.picture.steps.smaller");
        }
        return withoutRise(sweep, best.getAsDouble(), worst);
    }

    private static Said withoutRise(StepSweep sweep, double best, double worst) {
        if (sweep.schemes().stream().allMatch(s -> s.errors().get(0) == 0)) {
            return Said.of("charts.picture.steps.small");
        }
        if (worst < CLEARLY * best) {
            return Said.of("charts.picture.steps.hardly");
        }
        return sweep.schemes().stream().allMatch(s -> s.best() == 0)
                ? Said.of("charts.picture.steps.smallest")
                : Said.of("charts.picture.steps.depends");
    }

    /** Whether a step below the best one is clearly worse. */
    private static boolean risesAgain(StepSweep.ErrorCurve scheme) {
        for (int i = 0; i < scheme.best(); i++) {
            double error = scheme.errors().get(i);
            if (error > 0 && error >= CLEARLY * scheme.errors().get(scheme.best())) {
                return true;
            }
        }
        return false;
    }

    private static boolean noStepIsAsGoodAsAutomatic(StepSweep sweep, double best) {
        return sweep.stepless().stream()
                .filter(m -> m.id().family() == MethodId.Family.AUTODIFF)
                .allMatch(m -> m.error() < best);
    }
}
