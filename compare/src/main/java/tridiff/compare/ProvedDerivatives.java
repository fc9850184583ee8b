package tridiff.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tridiff.autodiff.forward.Duals;
import tridiff.autodiff.forward.Duals.Dual;
import tridiff.autodiff.reverse.Adjoints;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.reference.Reference;
import tridiff.reference.enclosure.DomainEnds;
import tridiff.reference.enclosure.Enclosure;
import tridiff.reference.enclosure.Enclosures;
import tridiff.symbolic.SymbolicDerivative;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.Operator;
import tridiff.wengert.method.Problem;

/**
 * What an operator should compute, in enclosures whose precision is raised until they are as narrow as wanted.
 *
 * @param point and behind it a vector, where there is one
 */
record ProvedDerivatives(Problem problem, List<Enclosure> point, Enclosures k) {

    /**
     * The results of an operator at exactly this point.
     *
     * @param point what the operator is given, the vector of {@link Operator#HESSIAN_VECTOR} included
     * @return one for each result; what the rules do not give is undefined, and where f may end at the point all but values are undecided
     */
    static List<Enclosure> of(Problem p, Operator what, List<Rational> point, Reference.Effort effort) {
        if (what == Operator.GRADIENT) {
            return gradient(p, point, effort);
        }
        if (what == Operator.JACOBIAN) {
            return IntStream.range(0, p.functions().size())
                    .mapToObj(i -> gradient(p.function(i), point, effort))
                    .flatMap(List::stream)
                    .toList();
        }
        List<Enclosure> inputs = point.stream().map(Enclosure::of).toList();
        List<Enclosure> results = settled(effort, k -> new ProvedDerivatives(p, inputs, k).results(what));
        boolean isOfHigherOrder = what != Operator.VALUE_AND_GRADIENT;
        return isOfHigherOrder && results.stream().anyMatch(Enclosure::isUndefined)
                ? withoutFirst(p, what, point, effort, results)
                : results;
    }

    /**
     * A rule without a value proves nothing: only where a derivative of first order is proved to be missing are those of higher order;
     * of any other that the rules do not give it is not known.
     */
    private static List<Enclosure> withoutFirst(
            Problem p, Operator what, List<Rational> point, Reference.Effort effort, List<Enclosure> results) {
        int n = p.wanted().size();
        List<Enclosure> first = gradient(p, point.subList(0, p.inputs().size()), effort);
        boolean anyMissing = first.stream().anyMatch(Enclosure::isUndefined);
        return IntStream.range(0, results.size())
                .mapToObj(i -> {
                    boolean isMissing = what == Operator.HESSIAN
                            ? first.get(i / n).isUndefined() || first.get(i % n).isUndefined()
                            : anyMissing;
                    return results.get(i).isUndefined() && !isMissing ? Enclosure.undecided() : results.get(i);
                })
                .toList();
    }

    /** The judge of gradients also looks at both sides of the point; it answers in the order of the inputs. */
    private static List<Enclosure> gradient(Problem p, List<Rational> point, Reference.Effort effort) {
        boolean[] active = p.active();
        Reference truth = Reference.at(p.list(), point, active, effort);
        int[] places = Reference.indices(active);
        return IntStream.of(p.directions())
                .mapToObj(input -> truth.gradient().isEmpty()
                        ? truth.value()
                        : truth.gradient().get(Arrays.binarySearch(places, input)))
                .toList();
    }

    private static List<Enclosure> settled(Reference.Effort effort, Function<Enclosures, List<Enclosure>> compute) {
        long start = System.nanoTime();
        int precision = effort.digits() + Reference.GUARD_DIGITS;
        while (true) {
            List<Enclosure> results = compute.apply(new Enclosures(precision));
            boolean settled =
                    results.stream().allMatch(r -> r.isUndefined() || r.isNumber() && r.accurateTo(effort.digits()));
            boolean last =
                    2 * precision > effort.mostDigits() || (System.nanoTime() - start) / 1e9 > effort.mostSeconds();
            if (settled || last) {
                return results;
            }
            precision *= 2;
        }
    }

    private List<Enclosure> results(Operator what) {
        var ends = new DomainEnds(k, problem.list().mayJump());
        Enclosure value = problem.listOfOne().in(ends, point).get(0);
        List<Enclosure> derivatives =
                switch (what) {
                    case VALUE_AND_GRADIENT, GRADIENT, JACOBIAN -> partials();
                    case HESSIAN ->
                        IntStream.of(problem.directions())
                                .mapToObj(i -> alongVector(input -> input == i ? k.constant(1) : null))
                                .flatMap(List::stream)
                                .toList();
                    case HESSIAN_VECTOR -> alongVector(this::component);
                    case DERIVATIVE -> List.of(formula());
                };
        List<Enclosure> proved =
                ends.isMet() ? Collections.nCopies(derivatives.size(), Enclosure.undecided()) : derivatives;
        return what == Operator.VALUE_AND_GRADIENT
                ? Stream.concat(proved.stream(), Stream.of(value)).toList()
                : proved;
    }

    private List<Enclosure> partials() {
        List<Enclosure> gradient = Adjoints.gradient(problem.list(), k, point, problem.active());
        return IntStream.of(problem.directions()).mapToObj(gradient::get).toList();
    }

    /** The component of the given vector that moves an input; null for inputs that are not wanted. */
    private Enclosure component(int input) {
        int inputs = problem.inputs().size();
        int[] directions = problem.directions();
        return IntStream.range(0, directions.length)
                .filter(i -> directions[i] == input)
                .mapToObj(i -> point.get(inputs + i))
                .findFirst()
                .orElse(null);
    }

    /** How the gradient changes along a vector: forward over reverse mode. */
    private List<Enclosure> alongVector(IntFunction<Enclosure> vector) {
        var duals = new Duals<>(k);
        var inputs = new ArrayList<Dual<Enclosure>>();
        for (int i = 0; i < problem.inputs().size(); i++) {
            inputs.add(new Dual<>(point.get(i), vector.apply(i)));
        }
        List<Dual<Enclosure>> gradient = Adjoints.gradient(problem.list(), duals, inputs, problem.active());
        return IntStream.of(problem.directions())
                .mapToObj(i -> duals.derivative(gradient.get(i)))
                .map(d -> d == null ? k.constant(0) : d)
                .toList();
    }

    /** The textbook's formula, as it comes from the rules. */
    private Enclosure formula() {
        Expr derivative = SymbolicDerivative.raw()
                .differentiate(problem.f(), problem.wanted())
                .expr();
        return WengertList.of(derivative, problem.inputs()).in(k, point).get(0);
    }
}
