package tridiff.peers;

import edu.jas.kern.PreemptStatus;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.matheclipse.core.basic.Config;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import tridiff.expr.Expr;
import tridiff.expr.Refusal;
import tridiff.expr.said.Said;
import tridiff.symbolic.PreparedFormulas;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.Method;
import tridiff.wengert.method.MethodId;
import tridiff.wengert.method.Operator;
import tridiff.wengert.method.Prepared;
import tridiff.wengert.method.Problem;
import tridiff.wengert.method.UpperTriangle;

/**
 * Symbolic differentiation by a computer algebra system: symja's {@code D}, then its {@code Simplify}, of the same formula.
 *
 * <p>It is here to be compared with, so its answers are taken as they are, wrong ones too. Symja is loaded by the first derivative
 * asked for, which takes a second or more that does not count against the time limit. It may not stop when told to: each formula is
 * worked on by a thread of its own, which is left behind when the time is over.
 */
public final class SymjaDerivative implements Method {

    private static final double DEFAULT_SECONDS = 10;
    private static final int SECONDS_TO_START = 60;
    private static final long STACK_BYTES = 1L << 27;
    private static final BigInteger LARGEST_TREE = BigInteger.valueOf(200_000);

    private final double seconds;

    /** With 10 seconds for each formula, all its partial derivatives together. */
    public SymjaDerivative() {
        this(DEFAULT_SECONDS);
    }

    /** With that many seconds for each formula, all its partial derivatives together. */
    public SymjaDerivative(double seconds) {
        this.seconds = seconds;
    }

    @Override
    public MethodId id() {
        return Symja.DERIVATIVE;
    }

    @Override
    public Prepared gradient(Problem p) {
        return prepared(p, derivatives(p.f(), p.wanted(), 1));
    }

    /** The derivatives of its first derivatives. */
    @Override
    public Prepared hessian(Problem p) {
        List<Expr.Var> wanted = p.wanted();
        List<Expr> gradient = derivatives(p.f(), wanted, 1);
        var triangle = new ArrayList<Expr>();
        for (int i = 0; i < wanted.size(); i++) {
            triangle.addAll(derivatives(gradient.get(i), wanted.subList(i, wanted.size()), 1));
        }
        int[] places = UpperTriangle.places(wanted.size());
        return PreparedFormulas.asWritten(
                WengertList.of(triangle, p.inputs()).withResults(places),
                WengertList.asWritten(triangle, p.inputs()).withResults(places),
                List.of(),
                p.inputs());
    }

    /** Simplified once at the end. */
    @Override
    public Prepared derivative(Problem p) {
        List<Expr.Var> by = p.wanted().stream().distinct().toList();
        return by.size() == 1 ? prepared(p, derivatives(p.f(), by, p.wanted().size())) : Method.super.derivative(p);
    }

    @Override
    public Set<Operator> operators() {
        return Operator.ALL;
    }

    private static Prepared prepared(Problem p, List<Expr> formulas) {
        return PreparedFormulas.asWritten(
                WengertList.of(formulas, p.inputs()),
                WengertList.asWritten(formulas, p.inputs()),
                List.of(),
                p.inputs());
    }

    /** The derivative by one variable as a formula. */
    public Expr derivative(Expr f, Expr.Var x) {
        return derivative(f, x, 1);
    }

    /** The derivative of the given order by one variable as a formula, simplified once at the end. */
    public Expr derivative(Expr f, Expr.Var x, int order) {
        return derivatives(f, List.of(x), order).get(0);
    }

    private List<Expr> derivatives(Expr f, List<Expr.Var> wanted, int order) {
        var list = WengertList.of(f, wanted);
        if (list.treeSize().compareTo(LARGEST_TREE) > 0) {
            throw new Refusal(Said.of("peers.symja.tree", LARGEST_TREE));
        }
        await(Start.DONE, SECONDS_TO_START, "peers.symja.start");
        var session = new Session(list, wanted, order);
        var answer = new FutureTask<>(session);
        try {
            daemon(answer).start();
            return await(answer, seconds, "peers.symja.long");
        } finally {
            session.engine.stopRequest();
            answer.cancel(true);
        }
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(null, task, "symja", STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }

    /** The answer of another thread, if it comes in time; the clock decides. */
    private static <T> T await(FutureTask<T> answer, double seconds, String purpose) {
        try {
            return answer.get((long) (seconds * 1e9), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            String limit = BigDecimal.valueOf(seconds).stripTrailingZeros().toPlainString();
            throw new Refusal(Said.of(purpose, limit));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Refusal refusal ? refusal : missing(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(Said.of("peers.symja.interrupted"));
        }
    }

    /** What symja needs and does not find: itself, or one of its libraries. */
    private static Refusal missing(Throwable cause) {
        boolean itself = cause.getMessage() == null || cause.getMessage().contains("matheclipse");
        return new Refusal(itself ? Said.of("peers.symja.missing") : Said.of("peers.symja.misses", cause.getMessage()));
    }

    /** The start of symja: once, and never interrupted, since a class whose loading is cut short stays unusable. */
    private static final class Start {

        static final FutureTask<Void> DONE = new FutureTask<>(Start::start);

        static {
            daemon(DONE).start();
        }

        private static Void start() throws InterruptedException {
            Config.JAS_NO_THREADS = true; // idle threads that nobody asked for, and half of the time to start
            F.await();
            PreemptStatus.setAllow(); // symja's polynomials heed interrupts
            return null;
        }
    }

    /** One formula and one engine of symja's, on one thread. */
    private static final class Session implements Callable<List<Expr>> {

        private static final int RECURSION_LIMIT = 512; // symja's own

        final EvalEngine engine = new EvalEngine("", RECURSION_LIMIT, silence(), true);
        private final WengertList list;
        private final List<Expr.Var> wanted;
        private final int order;

        Session(WengertList list, List<Expr.Var> wanted, int order) {
            this.list = list;
            this.wanted = wanted;
            this.order = order;
        }

        private static PrintStream silence() {
            return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        }

        /** Failures are named here: outside, printing one of symja's exceptions may fail for want of a class. */
        @Override
        public List<Expr> call() {
            try {
                return partials();
            } catch (Refusal refusal) {
                throw refusal;
            } catch (StackOverflowError e) {
                throw new Refusal(Said.of("peers.symja.nested"));
            } catch (Throwable e) {
                throw new Refusal(Said.of("peers.symja.failed", e.getClass().getSimpleName()));
            }
        }

        private List<Expr> partials() {
            EvalEngine.set(engine);
            engine.setQuietMode(true);
            List<IExpr> symbols = symbols();
            IExpr formula = list.in(new SymjaWriter(), symbols).get(0);
            var variables = list.inputs().stream().map(Expr::variable).toList();
            var reader = new SymjaReader(symbols, variables);
            var partials = new ArrayList<Expr>();
            for (Expr.Var x : wanted) {
                IExpr symbol = symbols.get(list.inputs().indexOf(x.name()));
                partials.add(reader.read(engine.evaluate(F.Simplify(derivative(formula, symbol)))));
            }
            return partials;
        }

        /** One symbol for each input, under names of ours: symja gives a meaning to names such as I, E and D. */
        private List<IExpr> symbols() {
            return IntStream.range(0, list.inputCount())
                    .<IExpr>mapToObj(i -> F.Dummy("v" + i))
                    .toList();
        }

        /** One order after the other: asked for the fourth derivative at once, symja may recurse without end. */
        private IExpr derivative(IExpr formula, IExpr symbol) {
            IExpr derivative = formula;
            for (int k = 0; k < order; k++) {
                derivative = engine.evaluate(F.D(derivative, symbol));
            }
            return derivative;
        }
    }
}
