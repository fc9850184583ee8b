package tridiff.compare;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.autodiff.ReverseMode;
import tridiff.compare.time.TimingMode;
import tridiff.expr.Expr;
import tridiff.expr.FunctionTable;
import tridiff.expr.Functions;
import tridiff.expr.text.Parser;
import tridiff.expr.text.Printer;
import tridiff.reference.Reference;
import tridiff.symbolic.Simplifier;
import tridiff.symbolic.SymbolicDerivative;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.MethodId;
import tridiff.wengert.method.Problem;

/**
 * What is done with a function takes work in proportion to its size: counted in bytes allocated, which grow as the steps do, and in
 * reads of the lists of variables, which allocate nothing.
 */
class GrowthTest {

    /** Ten times the size, and what logarithms, hash tables that double and the first use of a class add. */
    private static final double TENFOLD = 14;

    /** Reads of a variable for each of them. */
    private static final int READS = 60;

    /** x1·sin(x2) + x2·sin(x3) + …: so many terms, as many variables. */
    private static Expr chain(int terms) {
        Expr sum = Expr.constant(1);
        for (int i = 1; i <= terms; i++) {
            sum = sum.plus(Expr.variable("x" + i).times(Functions.sin(Expr.variable("x" + (i + 1)))));
        }
        return sum;
    }

    private static String text(int terms) {
        var text = new StringBuilder("1");
        for (int i = 1; i <= terms; i++) {
            text.append(" + x").append(i).append("*sin(x").append(i + 1).append(')');
        }
        return text.toString();
    }

    private static Map<String, Consumer<Integer>> work() {
        var work = new LinkedHashMap<String, Consumer<Integer>>();
        var parser =
                new Parser(FunctionTable.standard(), new Parser.Limits(10_000_000, 1_000, 1_000, 1_000_000), Set.of());
        work.put("parsing", n -> parser.read(text(n)));
        work.put("plain text", n -> Printer.PLAIN.print(chain(n)));
        work.put("LaTeX", n -> Printer.LATEX.print(chain(n)));
        work.put("MathML", n -> Printer.MATHML.print(chain(n)));
        work.put("variables", n -> chain(n).variables());
        work.put("list", n -> WengertList.of(chain(n), chain(n).variables()));
        work.put("reverse mode", n -> new ReverseMode().gradient(Problem.of(chain(n))));
        work.put("one derivative", n -> SymbolicDerivative.raw().derivative(chain(n), Expr.variable("x1")));
        work.put("simplifying", n -> Simplifier.simplify(chain(n)));
        work.put("states of an iteration", GrowthTest::iterate);
        return work;
    }

    /** Each state moves by its neighbours, as the discretised heat equation does. */
    private static void iterate(int states) {
        List<String> names = IntStream.range(0, states).mapToObj(i -> "s" + i).toList();
        List<Expr> starts = IntStream.range(0, states)
                .<Expr>mapToObj(i -> Expr.variable("x" + i))
                .toList();
        Expr.iterate(100, names, starts, s -> IntStream.range(0, states)
                .mapToObj(i ->
                        s.get(i).plus(s.get((i + 1) % states).minus(s.get(i)).times(Expr.constant(0.1))))
                .toList());
    }

    private static long allocated(Consumer<Integer> work, int n) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        work.accept(n);
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }

    @Test
    void ten_times_the_size_takes_about_ten_times_the_memory() {
        work().forEach((name, work) -> {
            work.accept(100);
            long before = allocated(work, 1_000);
            int largest = name.equals("simplifying") ? 10_000 : 100_000; // four seconds more
            for (int n = 10_000; n <= largest; n *= 10) {
                long now = allocated(work, n);
                assertTrue(now <= TENFOLD * before, name + " of " + n + ": " + now + " bytes after " + before);
                before = now;
            }
        });
    }

    /** A list that counts how often it is read. */
    private static final class Counted<T> extends AbstractList<T> {
        private final List<T> items;
        private long reads;

        Counted(List<T> items) {
            this.items = items;
        }

        @Override
        public T get(int i) {
            reads++;
            return items.get(i);
        }

        @Override
        public int size() {
            return items.size();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1_000})
    void no_variable_is_looked_for_among_all(int terms) {
        Expr f = chain(terms);
        var variables = new Counted<>(f.variables());
        var wanted = new Counted<>(f.variables());
        double[] point = new double[variables.size()];
        Arrays.fill(point, 0.5);
        var question = new Comparer.Question(
                "f",
                f,
                variables,
                point,
                wanted,
                MethodId.listOf("autodiff.reverse", "autodiff.directional"),
                List.of());
        ComparisonReport report = new Comparer(new Reference.Effort(20, 100, 10), TimingMode.NONE).compare(question);
        report.csv();
        report.text();
        long reads = Math.max(variables.reads, wanted.reads);
        assertTrue(reads <= (long) READS * terms, reads + " reads of " + terms + " variables");
    }
}
