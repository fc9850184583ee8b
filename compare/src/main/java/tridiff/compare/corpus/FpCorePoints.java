package tridiff.compare.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tridiff.expr.Expr;
import tridiff.expr.said.Said;
import tridiff.wengert.WengertList;
import tridiff.wengert.run.Evaluator;

/**
 * Points at which the precondition of a core holds. What it says of single variables, as in {@code (and (<= 0 x 1) (< y 5))}, bounds
 * where they are drawn; what it makes equal is set equal; and what it says beyond that must hold at the point that is taken.
 */
final class FpCorePoints {

    private static final int NEAR_TRIES = 1000;
    private static final int FAR_TRIES = 4000;
    private static final int MOST_EXPONENT = 300;

    /** Where a variable lies that nothing is said of. */
    private static final EntryReading.Range USUAL = new EntryReading.Range(1e-3, 1e3);

    private static final String LESS = "<";
    private static final String GREATER = ">";

    private record Bounds(Double from, Double to) {
        private static final Bounds NONE = new Bounds(null, null);

        Bounds narrowed(Double low, Double high) {
            return new Bounds(
                    from == null || low == null ? from == null ? low : from : Double.valueOf(Math.max(from, low)),
                    to == null || high == null ? to == null ? high : to : Double.valueOf(Math.min(to, high)));
        }

        boolean contain(double x) {
            return (from == null || from <= x) && (to == null || x <= to);
        }

        /** As wide as the bounds, or some decades beyond the one there is. */
        EntryReading.Range range() {
            if (from == null && to == null) {
                return USUAL;
            }
            double low = from != null ? from : to > 0 ? Math.min(1e-3, to / 1e6) : to * 1e6 - 1;
            double high = to != null ? to : low > 0 ? low * 1e6 : Math.max(1e3, low);
            return new EntryReading.Range(Math.max(low, -Double.MAX_VALUE), Math.min(high, Double.MAX_VALUE));
        }
    }

    /** A variable that is what a formula is. */
    private record Equal(int variable, Evaluator formula) {}

    private final EntryReading reading;
    private final FpCoreFormula formula;
    private final Map<String, Expr> names;
    private final List<Expr.Var> variables;
    private final Map<String, Bounds> bounds = new LinkedHashMap<>();
    private final List<Equal> equal = new ArrayList<>();
    private final List<Double> mentioned = new ArrayList<>();
    private Evaluator condition;

    /**
     * Points for a core.
     *
     * @param names its arguments, each a variable
     */
    FpCorePoints(EntryReading reading, FpCoreFormula formula, Map<String, Expr> names) {
        this.reading = reading;
        this.formula = formula;
        this.names = names;
        this.variables = names.values().stream().map(Expr.Var.class::cast).toList();
        names.keySet().forEach(name -> bounds.put(name, Bounds.NONE));
    }

    /** Takes points only where this holds. */
    void restrict(Object pre) {
        condition = evaluator(formula.of(pre, names));
        FpCoreFormula.symbols(pre).forEach(symbol -> {
            Double number = constant(symbol);
            if (number != null && number != 0) {
                mentioned.add(number);
            }
        });
        mentioned.sort(null);
        narrow(pre);
    }

    private Evaluator evaluator(Expr e) {
        return new Evaluator(WengertList.of(e, variables));
    }

    private void narrow(Object pre) {
        if (!(pre instanceof List<?> form) || form.isEmpty()) {
            return;
        }
        switch (form.get(0).toString()) {
            case "and" -> form.subList(1, form.size()).forEach(this::narrow);
            case LESS, "<=" -> bound(form, LESS);
            case GREATER, ">=" -> bound(form, GREATER);
            case "==" -> equate(form);
            default -> {
                // holds or does not at a point
            }
        }
    }

    private void bound(List<?> form, String sign) {
        for (int i = 1; i < form.size(); i++) {
            Bounds old = bounds.get(form.get(i).toString());
            if (old != null) {
                Double before = nearest(form.subList(1, i), true);
                Double after = nearest(form.subList(i + 1, form.size()), false);
                boolean less = sign.equals(LESS);
                bounds.put(form.get(i).toString(), old.narrowed(less ? before : after, less ? after : before));
            }
        }
    }

    /** The constant nearest to a variable on one side of it in a chain. */
    private Double nearest(List<?> chain, boolean last) {
        Double found = null;
        for (Object part : chain) {
            Double here = constant(part);
            if (here != null && (last || found == null)) {
                found = here;
            }
        }
        return found;
    }

    private Double constant(Object form) {
        try {
            return reading.value(formula.of(form, Map.of()));
        } catch (EntryReading.Fault notAConstant) {
            return null;
        }
    }

    private void equate(List<?> form) {
        List<String> symbols = List.copyOf(names.keySet());
        for (int i = form.size() - 1; i > 1; i--) {
            int left = symbols.indexOf(form.get(i - 1).toString());
            int right = symbols.indexOf(form.get(i).toString());
            if (left >= 0) {
                equal.add(new Equal(left, evaluator(formula.of(form.get(i), names))));
            } else if (right >= 0) {
                equal.add(new Equal(right, evaluator(formula.of(form.get(i - 1), names))));
            }
        }
    }

    /** The point of that number, or a {@link EntryReading.Fault} if none is found. */
    Map<String, Double> draw(long entry, int number) {
        Random random = reading.random(entry, number);
        for (int i = 0; i < NEAR_TRIES + FAR_TRIES; i++) {
            double[] x = candidate(random, i >= NEAR_TRIES);
            for (Equal e : equal) {
                x[e.variable] = e.formula.run(x) + 0.0;
            }
            if (holds(x)) {
                return named(x);
            }
            if (condition == null) {
                break;
            }
        }
        throw new EntryReading.Fault(Said.of("compare.entry.pre"));
    }

    private boolean holds(double[] x) {
        return Arrays.stream(x).allMatch(Double::isFinite) && (condition == null || condition.run(x) == 1);
    }

    private Map<String, Double> named(double[] x) {
        var point = new LinkedHashMap<String, Double>();
        for (int i = 0; i < x.length; i++) {
            point.put(variables.get(i).name(), x[i]);
        }
        return point;
    }

    private double[] candidate(Random random, boolean far) {
        return bounds.values().stream()
                .mapToDouble(b ->
                        far && random.nextBoolean() ? far(b, random) : b.range().draw(random))
                .toArray();
    }

    /** Of any magnitude, or near to a number that the precondition mentions. */
    private double far(Bounds b, Random random) {
        double sign = random.nextBoolean() ? 1 : -1;
        double x = mentioned.isEmpty() || random.nextBoolean()
                ? sign * Math.pow(10, MOST_EXPONENT * (2 * random.nextDouble() - 1))
                : sign * mentioned.get(random.nextInt(mentioned.size())) * Math.pow(2, 2 * random.nextDouble() - 1);
        return b.contain(x) ? x : b.range().draw(random);
    }
}
