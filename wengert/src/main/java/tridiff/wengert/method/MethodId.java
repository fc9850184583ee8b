package tridiff.wengert.method;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import tridiff.expr.said.IllegalInput;
import tridiff.expr.said.Said;

/**
 * The name of a method, such as {@code autodiff.reverse} or {@code numerical.forward@1e-8}.
 *
 * @param family what it is an instance of
 * @param name unique in its family
 * @param step the step that it is fixed to; empty where it has none or chooses its own
 */
public record MethodId(Family family, String name, OptionalDouble step) {

    /** The three ways to differentiate. */
    public enum Family {
        NUMERICAL,
        SYMBOLIC,
        AUTODIFF;

        private final String text = name().toLowerCase(Locale.ROOT);

        /** As in ids. */
        @Override
        public String toString() {
            return text;
        }
    }

    private static final String STEP = "@";

    /** A difference, or what is one by another name. */
    public static MethodId numerical(String name) {
        return new MethodId(Family.NUMERICAL, name, OptionalDouble.empty());
    }

    /** A formula. */
    public static MethodId symbolic(String name) {
        return new MethodId(Family.SYMBOLIC, name, OptionalDouble.empty());
    }

    /** A program derived from a program. */
    public static MethodId autodiff(String name) {
        return new MethodId(Family.AUTODIFF, name, OptionalDouble.empty());
    }

    /**
     * The id that is written like this: the inverse of {@link #toString}.
     *
     * @throws IllegalInput with that text, if it is not the id of any method that might be
     */
    public static MethodId parse(String text) {
        String whole = withoutStep(text);
        int dot = whole.indexOf('.');
        for (Family family : Family.values()) {
            if (dot >= 0 && family.text.equals(whole.substring(0, dot))) {
                return new MethodId(family, whole.substring(dot + 1), stepOf(text));
            }
        }
        throw new IllegalInput(Said.words(text));
    }

    /** The ids that are written like these, in this order. */
    public static List<MethodId> listOf(String... texts) {
        return Arrays.stream(texts).map(MethodId::parse).toList();
    }

    /** What stands before the step, of an id or of a pattern of ids. */
    public static String withoutStep(String text) {
        return text.contains(STEP) ? text.substring(0, text.indexOf(STEP)) : text;
    }

    /**
     * The step that an id or a pattern of ids ends with.
     *
     * @throws IllegalInput with that text, if something else follows where a positive number should
     */
    public static OptionalDouble stepOf(String text) {
        if (!text.contains(STEP)) {
            return OptionalDouble.empty();
        }
        try {
            double h = Double.parseDouble(text.substring(text.indexOf(STEP) + 1));
            if (h > 0 && h < Double.POSITIVE_INFINITY) {
                return OptionalDouble.of(h);
            }
        } catch (NumberFormatException e) {
            throw new IllegalInput(Said.words(text));
        }
        throw new IllegalInput(Said.words(text));
    }

    /** The same method with this step everywhere. */
    public MethodId withStep(double h) {
        return new MethodId(family, name, OptionalDouble.of(h));
    }

    /** The method that chooses its step. */
    public MethodId withoutStep() {
        return step.isEmpty() ? this : new MethodId(family, name, OptionalDouble.empty());
    }

    public boolean isNumerical() {
        return family == Family.NUMERICAL;
    }

    public boolean isSymbolic() {
        return family == Family.SYMBOLIC;
    }

    /** Without the family, for a heading. */
    public String nameAndStep() {
        return step.isEmpty() ? name : name + STEP + shortest(step.getAsDouble());
    }

    @Override
    public String toString() {
        return family + "." + nameAndStep();
    }

    private static String shortest(double h) {
        return Double.toString(h).replace(".0E", "e").replace('E', 'e');
    }
}
