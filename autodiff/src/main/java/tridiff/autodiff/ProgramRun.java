package tridiff.autodiff;

import java.util.List;
import java.util.Optional;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.Prepared;
import tridiff.wengert.run.Evaluator;

/** Derivatives that one run of a program computes. */
abstract class ProgramRun implements Prepared {

    private final WengertList program; // as it is run
    private final Evaluator evaluator;

    ProgramRun(WengertList written) {
        this.program = written.withSumsFused();
        this.evaluator = new Evaluator(program);
    }

    final Evaluator evaluator() {
        return evaluator;
    }

    @Override
    public final List<Evaluator> evaluators() {
        return List.of(evaluator);
    }

    @Override
    public final int evaluations() {
        return 1;
    }

    @Override
    public final Optional<Long> operations() {
        return Optional.of(program.operations());
    }

    /** The program as it is run. */
    @Override
    public Optional<WengertList> program() {
        return Optional.of(program);
    }
}
