package tridiff.bench;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.text.Parser;
import tridiff.reference.Reference;
import tridiff.wengert.WengertList;

/** The time of the judge: the proved value and all partial derivatives of one formula at one point, to 40 digits. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class ReferenceBenchmark {

    /** A point of a sweep by one variable; a law of gravity and a wave of ten variables, as long as the formulas of physics are. */
    @Param({
        "exp(sin(x))/(1+x^2)",
        "log(x1) + x1*x2 - sin(x2)",
        "G*m1*m2/((x2-x1)^2+(y2-y1)^2+(z2-z1)^2)",
        "A*exp(-g*t)*cos(k*x+l*y+m*z-w*t)"
    })
    String formula;

    private WengertList f;
    private List<Rational> point;
    private boolean[] wanted;

    @Setup
    public void prepare() {
        Expr parsed = Parser.parse(formula);
        List<Expr.Var> variables = parsed.variables();
        f = WengertList.of(parsed, variables);
        point = java.util.stream.IntStream.range(0, variables.size())
                .mapToObj(i -> Rational.of(0.7 + 0.3 * i))
                .toList();
        wanted = new boolean[variables.size()];
        Arrays.fill(wanted, true);
        if (!valueAndGradient().isComplete(Reference.Effort.DEFAULT.digits())) {
            throw new IllegalStateException(formula + " is not settled");
        }
    }

    @Benchmark
    public Reference valueAndGradient() {
        return Reference.at(f, point, wanted, Reference.Effort.DEFAULT);
    }
}
