package tridiff.charts;

import java.util.OptionalDouble;
import tridiff.compare.StepSweep;

/** What a sweep over the step shows, as the title of its picture: only what is true of its numbers. */
final class StepSizeMessage {

    private static final double CLEARLY = 10;
    private static final double NOT_A_DIGIT = 0.3;

    private StepSizeMessage() {}

    static String of(StepSweep sweep) {
        OptionalDouble best = sweep.bestError();
        if (best.isEmpty()) {
            return "No difference has a value here";
        }
        double worst = sweep.schemes().stream()
                .flatMap(s -> s.errors().stream())
                .filter(e -> !e.isNaN())
                .max(Double::compare)
                .orElse(0.0);
        if (worst == 0) {
            return "Every difference is exact here, whatever the step";
        }
        if (!sweep.absolute() && best.getAsDouble() > NOT_A_DIGIT) {
            return "No difference has a single digit right here";
        }
        if (sweep.schemes().stream().anyMatch(StepSizeMessage::risesAgain)) {
            return noStepIsAsGoodAsAutomatic(sweep, best.getAsDouble())
                    ? "Smaller h is not better, and no h tried is as good as automatic differentiation"
                    : "Smaller h is not better";
        }
        return withoutRise(sweep, best.getAsDouble(), worst);
    }

    private static String withoutRise(StepSweep sweep, double best, double worst) {
        if (sweep.schemes().stream().allMatch(s -> s.errors().get(0) == 0)) {
            return "Small steps are exact here; not every large one is";
        }
        if (worst < CLEARLY * best) {
            return "The error hardly depends on the step h";
        }
        return sweep.schemes().stream().allMatch(s -> s.best() == 0)
                ? "In this range the smallest step is the best"
                : "The error depends on the step h";
    }

    /** Whether a step below the best one is clearly worse. */
    private static boolean risesAgain(StepSweep.Scheme scheme) {
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
                .filter(m -> m.id().startsWith("autodiff"))
                .allMatch(m -> m.error() < best);
    }
}
