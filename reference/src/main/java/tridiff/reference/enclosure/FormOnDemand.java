package tridiff.reference.enclosure;

import java.util.function.Supplier;

/** The {@link Closed} form of a number that is none of a rational one, found when it is first asked for: most are never used. */
final class FormOnDemand {

    private static final int DEEPEST = 16; // forms in wait of one another

    private volatile Supplier<Closed> source; // null when it is found
    private Closed found;
    private final int depth;

    private FormOnDemand(Supplier<Closed> source, int depth) {
        this.source = source;
        this.depth = depth;
    }

    /** A form that is known, or null. */
    static FormOnDemand of(Closed found) {
        if (found == null) {
            return null;
        }
        var form = new FormOnDemand(null, 0);
        form.found = found;
        return form;
    }

    /**
     * A form to be found from those of the operands.
     *
     * @param source the form, or null where none is known; the same in every thread
     */
    static FormOnDemand later(Supplier<Closed> source, Enclosure... operands) {
        int depth = 1;
        for (Enclosure operand : operands) {
            depth = Math.max(depth, 1 + operand.formDepth());
        }
        return depth > DEEPEST ? of(source.get()) : new FormOnDemand(source, depth);
    }

    int depth() {
        return source == null ? 0 : depth;
    }

    /** The form, or null where none is known. */
    Closed get() {
        Supplier<Closed> open = source;
        if (open != null) {
            found = open.get();
            source = null; // after the result, for other threads
        }
        return found;
    }
}
