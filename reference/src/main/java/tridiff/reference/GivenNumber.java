package tridiff.reference;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.reference.enclosure.Enclosure;
import tridiff.wengert.ListBuilder;
import tridiff.wengert.OpKind;
import tridiff.wengert.WengertList;
import tridiff.wengert.run.Evaluator;

/** The double that a number, or a formula of numbers such as pi/4, stands for; never 0 or infinity for what is neither. */
public final class GivenNumber {

    /** Only to tell 0 from what is not. */
    private static final Reference.Effort EFFORT = new Reference.Effort(16, 100, 1);

    /** Why there is no such double. */
    public enum Lack {
        TOO_LARGE,
        TOO_SMALL,
        UNDEFINED
    }

    /** There is no such double. */
    public static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final Lack lack;

        Unfit(Lack lack) {
            super(lack.name());
            this.lack = lack;
        }

        /** In which way. */
        public Lack lack() {
            return lack;
        }
    }

    private GivenNumber() {}

    /** The double nearest to a decimal number, or {@link Unfit}. */
    public static double of(BigDecimal number) {
        double nearest = number.doubleValue(); // not by its digits, of which an exponent can promise a billion
        if (Double.isInfinite(nearest)) {
            throw new Unfit(Lack.TOO_LARGE);
        }
        if (nearest == 0 && number.signum() != 0) {
            throw new Unfit(Lack.TOO_SMALL);
        }
        return nearest + 0.0; // -0 is 0
    }

    /** The value of a formula without variables in doubles, or {@link Unfit}. */
    public static double of(Expr formula) {
        var list = WengertList.of(formula, List.of());
        double value = new Evaluator(list).run(new double[0]);
        if (Double.isFinite(value) && value != 0) {
            return value;
        }
        return exact(formula).map(GivenNumber::nearest).orElseGet(() -> proved(list, value)) + 0.0;
    }

    /** The rational number that a formula is, if it is one. */
    public static Optional<Rational> exact(Expr formula) {
        var writer = ListBuilder.folding();
        WengertList value = writer.finish(writer.write(List.of(formula)));
        int line = value.output(0);
        boolean folded = value.kind(line) == OpKind.CONSTANT && value.constant(line) instanceof Rational;
        return folded ? Optional.of((Rational) value.constant(line)) : Optional.empty();
    }

    /** The sign of the value of a formula without variables, where it can be proved. */
    public static OptionalInt sign(Expr formula) {
        Enclosure value = Reference.at(WengertList.of(formula, List.of()), List.of(), new boolean[0], EFFORT)
                .value();
        return value.isNumber() ? value.signum() : OptionalInt.empty();
    }

    private static double nearest(Rational exact) {
        double nearest = exact.doubleValue();
        if (Double.isInfinite(nearest)) {
            throw new Unfit(Lack.TOO_LARGE);
        }
        if (nearest == 0 && !exact.isZero()) {
            throw new Unfit(Lack.TOO_SMALL);
        }
        return nearest;
    }

    /** Doubles say 0, infinity or nothing; the proved value tells which of them is true. */
    private static double proved(WengertList list, double value) {
        Enclosure truth = Reference.at(list, List.of(), new boolean[0], EFFORT).value();
        if (!Double.isFinite(value)) {
            throw new Unfit(truth.isNumber() ? Lack.TOO_LARGE : Lack.UNDEFINED);
        }
        if (truth.isNumber() && truth.signum().orElse(0) != 0) {
            throw new Unfit(Lack.TOO_SMALL);
        }
        return value;
    }
}
