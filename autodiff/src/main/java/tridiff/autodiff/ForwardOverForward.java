package tridiff.autodiff;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tridiff.autodiff.forward.Duals;
import tridiff.autodiff.forward.Duals.Dual;
import tridiff.wengert.ListBuilder;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.Problem;
import tridiff.wengert.method.UpperTriangle;

/** The Hessian by dual numbers whose parts are dual numbers: a sweep for each pair of variables. What sweeps share is written once. */
final class ForwardOverForward {

    private final WengertList f;
    private final ListBuilder writer = ListBuilder.folding();
    private final Duals<Integer> inner = new Duals<>(writer);
    private final Duals<Dual<Integer>> outer = new Duals<>(inner);
    private final List<Integer> inputs;

    private ForwardOverForward(WengertList f) {
        this.f = f;
        this.inputs = f.inputs().stream().map(writer::input).toList();
    }

    /** A program with n² results, row by row; those on both sides of the diagonal are the same lines. */
    static WengertList hessian(Problem p) {
        var sweeps = new ForwardOverForward(p.listOfOne());
        int[] wanted = p.directions();
        int n = wanted.length;
        var lines = new ArrayList<Integer>();
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                lines.add(sweeps.second(wanted[i], wanted[j]));
            }
        }
        return sweeps.writer.finish(
                IntStream.of(UpperTriangle.places(n)).map(lines::get).toArray());
    }

    /** The line of the second derivative by two inputs. */
    private int second(int i, int j) {
        List<Dual<Dual<Integer>>> seeded = IntStream.range(0, inputs.size())
                .mapToObj(input -> {
                    Dual<Integer> x = input == j ? inner.seeded(inputs.get(input)) : inner.parameter(inputs.get(input));
                    return input == i ? outer.seeded(x) : outer.parameter(x);
                })
                .toList();
        Dual<Integer> first = outer.derivative(f.in(outer, seeded).get(0));
        Integer second = first == null ? null : inner.derivative(first);
        return second == null ? writer.constant(0) : second;
    }
}
