package tridiff.symbolic.form;

import tridiff.expr.Comparison;
import tridiff.expr.Expr;
import tridiff.expr.said.Said;

/**
 * What a simplification assumes of the variables: where it does not hold, the original is undefined and the result may have a value.
 *
 * @param subject the formula that it is about
 * @param kind what must be true of it
 */
public record Condition(Expr subject, Kind kind) {

    /** What may be assumed of a formula. */
    public enum Kind {
        NONZERO(Comparison.UNEQUAL, 0),
        NONNEGATIVE(Comparison.GREATER_OR_EQUAL, 0),
        POSITIVE(Comparison.GREATER, 0),
        AT_MOST_ONE(Comparison.LESS_OR_EQUAL, 1),
        BELOW_ONE(Comparison.LESS, 1),
        AT_LEAST_ONE(Comparison.GREATER_OR_EQUAL, 1),
        DEFINED(null, 0);

        private final Comparison comparison;
        private final int bound;

        Kind(Comparison comparison, int bound) {
            this.comparison = comparison;
            this.bound = bound;
        }
    }

    /** The condition as a formula: 1 where it holds, 0 or undefined where it does not. */
    public Expr test() {
        if (kind == Kind.NONZERO && isComparison(subject)) {
            return subject;
        }
        return kind == Kind.DEFINED
                ? Expr.apply(Comparison.EQUAL, subject, subject)
                : Expr.apply(kind.comparison, subject, Expr.constant(kind.bound));
    }

    private static boolean isComparison(Expr e) {
        return e instanceof Expr.BinaryCall call && call.operation() instanceof Comparison;
    }

    /** In words, such as {@code x != 0}. */
    public Said said() {
        return kind == Kind.DEFINED ? Said.of("symbolic.derivation.defined", subject) : Said.words(test().toString());
    }

    @Override
    public String toString() {
        return said().toString();
    }

    /** Whether the other one says the same of the same formula. */
    boolean sameAs(Condition that) {
        return kind == that.kind && subject.sameAs(that.subject);
    }
}
