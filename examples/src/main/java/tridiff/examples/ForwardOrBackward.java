package tridiff.examples;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tridiff.autodiff.ForwardMode;
import tridiff.autodiff.ReverseMode;
import tridiff.expr.Expr;
import tridiff.numerical.FiniteDifference;
import tridiff.wengert.method.Method;
import tridiff.wengert.method.Problem;

/**
 * One pass forward for each input, one pass back for all of them.
 *
 * <p>Forward mode asks what one input does to everything after it, reverse mode what everything does to the one result. With many
 * inputs and one result, reverse mode wins by as much as there are inputs.
 */
public final class ForwardOrBackward {

    private ForwardOrBackward() {}

    /** Operations of Speelpenning's product x1·x2·…·xn and of its gradient by three methods. */
    record Row(int n, long function, long central, long forward, long reverse) {}

    static Row row(int n) {
        List<Expr.Var> x = IntStream.rangeClosed(1, n)
                .mapToObj(i -> Expr.variable("x" + i))
                .toList();
        Expr product = x.stream().<Expr>map(v -> v).reduce(Expr::times).orElseThrow();
        var p = Problem.of(product, x, x);
        return new Row(
                n,
                p.list().operations(),
                operations(FiniteDifference.central(2), p),
                operations(new ForwardMode(), p),
                operations(new ReverseMode(), p));
    }

    private static long operations(Method method, Problem p) {
        return method.gradient(p).operations().orElseThrow();
    }

    static String page() {
        var page = new StringBuilder(
                """
                One pass forward for each input, one pass back for all of them

                operations of the product x1*x2*...*xn and of its gradient
                  n    product    central differences    forward mode    reverse mode
                """);
        IntStream.of(2, 3, 5, 10, 20, 50, 100).mapToObj(ForwardOrBackward::row).forEach(r -> page.append(line(r)));
        return page.append(
                        """

                Take away: differences cost 2n products and a little more, forward mode n/2 products: both grow as
                n squared. Reverse mode costs three products, whatever n is: the cheap gradient. It pays in
                memory, because the way back needs the values of the way forward.
                """)
                .toString();
    }

    private static String line(Row r) {
        return String.format(
                Locale.ROOT, "%3d  %9d  %21d  %14d  %14d\n", r.n, r.function, r.central, r.forward, r.reverse);
    }

    public static void main(String[] args) {
        System.out.print(page());
    }
}
