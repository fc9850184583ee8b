package tridiff.peers;

import java.util.Optional;
import tridiff.wengert.method.Prepared;

/** A run of f in numbers of a library that carry derivatives along: one evaluation, of operations that nobody counts. */
interface LibraryRun extends Prepared {

    @Override
    default int evaluations() {
        return 1;
    }

    @Override
    default Optional<Long> operations() {
        return Optional.empty();
    }
}
