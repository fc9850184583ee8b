package tridiff.reference;

import java.util.ArrayList;
import java.util.List;
import tridiff.autodiff.forward.Duals;
import tridiff.autodiff.forward.Duals.Dual;
import tridiff.autodiff.reverse.Adjoints;
import tridiff.expr.Elementary;
import tridiff.expr.Rational;
import tridiff.expr.Refusal;
import tridiff.reference.enclosure.Enclosure;
import tridiff.reference.enclosure.Enclosures;
import tridiff.wengert.WengertList;

/**
 * How a partial derivative by x(i) answers to its inputs: sizes to a few digits, NaN where they are not known.
 *
 * @param moved Σ |x(j) ∂²f/∂x(i)∂x(j)|
 * @param relative the same over |∂f/∂x(i)|, also where both are outside the range of doubles
 * @param largest the largest |∂²f/∂x(i)∂x(j)|
 */
record SecondDerivatives(double moved, double relative, double largest) {

    static final SecondDerivatives UNKNOWN = new SecondDerivatives(Double.NaN, Double.NaN, Double.NaN);

    private static final int FIRST_PRECISION = 30;
    private static final int DIGITS = 2;

    /** Below that nobody asks for digits. */
    private static final double NEGLIGIBLE = 1e-3;

    /** By forward over reverse mode in enclosures, a row of the Hessian, the precision raised until the sizes are known. */
    static SecondDerivatives of(WengertList f, List<Rational> point, int input, Enclosure partial, int mostDigits) {
        SecondDerivatives found = UNKNOWN;
        for (int digits = FIRST_PRECISION; digits <= mostDigits && Double.isNaN(found.relative); digits *= 2) {
            var k = new Enclosures(digits);
            List<Enclosure> row;
            try {
                row = row(f, point, input, k);
            } catch (Refusal tooLong) {
                return UNKNOWN;
            }
            if (row.stream().anyMatch(Enclosure::isUndefined)) {
                return UNKNOWN;
            }
            found = sizes(k, row, point, partial);
        }
        return found;
    }

    private static SecondDerivatives sizes(Enclosures k, List<Enclosure> row, List<Rational> point, Enclosure partial) {
        Enclosure sum = k.constant(0);
        double largest = 0;
        for (int j = 0; j < row.size(); j++) {
            Enclosure second = row.get(j);
            sum = k.plus(sum, k.apply(Elementary.ABS, k.times(Enclosure.of(point.get(j)), second)));
            largest = Math.max(largest, size(second));
        }
        Enclosure relative = partial.isZero() || sum.isZero() ? sum : k.over(sum, k.apply(Elementary.ABS, partial));
        return new SecondDerivatives(size(sum), size(relative), largest);
    }

    private static List<Enclosure> row(WengertList f, List<Rational> point, int input, Enclosures k) {
        var duals = new Duals<>(k);
        var inputs = new ArrayList<Dual<Enclosure>>();
        for (int j = 0; j < point.size(); j++) {
            Enclosure x = Enclosure.of(point.get(j));
            inputs.add(j == input ? duals.seeded(x) : duals.parameter(x));
        }
        var row = new ArrayList<Enclosure>();
        for (Dual<Enclosure> partial : Adjoints.gradient(f, duals, inputs)) {
            Enclosure second = duals.derivative(partial);
            row.add(second == null ? k.constant(0) : second);
        }
        return row;
    }

    private static double size(Enclosure x) {
        boolean known = x.isNumber() && (x.isZero() || x.accurateTo(DIGITS) || x.isBelow(NEGLIGIBLE));
        return known ? x.absoluteError(0) : Double.NaN;
    }
}
