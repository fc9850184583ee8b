package tridiff.compare;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tridiff.compare.ComparisonReport.TruePartial;
import tridiff.compare.table.Result;
import tridiff.compare.table.Result.Nullable;
import tridiff.compare.table.Table;
import tridiff.compare.time.Stopwatch;
import tridiff.compare.time.Timing;
import tridiff.compare.time.TimingMode;
import tridiff.expr.Expr;
import tridiff.expr.said.Language;
import tridiff.expr.said.Said;
import tridiff.reference.Conditioning;
import tridiff.wengert.method.MethodId;

/**
 * One function at one point by several methods, each judged by the reference: what every table and picture is drawn from.
 *
 * <p>Its JSON form is stable: fields may be added, never renamed or removed, within one schema. Doubles stand in it as numbers that
 * read back as the same doubles, beside their hexadecimal form.
 *
 * @param schema version of this form, {@value #SCHEMA}
 * @param clock how the times were taken; null in results without times
 * @param notes what the reader should know about how the input was understood
 * @param verdict which method to take for this function, and why
 */
public record ComparisonReport(
        String schema,
        Input input,
        Environment environment,
        Function function,
        Truth reference,
        List<MethodResult> results,
        List<Said> verdict,
        List<Said> notes,
        @Nullable Clock clock)
        implements Result {

    public static final String SCHEMA = "tridiff/1";

    /**
     * What was asked.
     *
     * @param expression as typed
     * @param understood as printed back
     * @param point the inputs
     * @param wrt the variables to differentiate by
     * @param withValue whether each method computed the value of f beside the gradient; null in older files: some did
     */
    public record Input(
            String expression,
            String understood,
            List<Coordinate> point,
            List<String> wrt,
            @Nullable Boolean withValue) {}

    /** One input and its value, exactly this double. */
    public record Coordinate(String name, double value, String hex) {

        public static Coordinate of(String name, double value) {
            return new Coordinate(name, value, Double.toHexString(value));
        }

        /** A whole point; what stands behind it is left out. */
        public static List<Coordinate> of(List<Expr.Var> variables, double[] point) {
            return IntStream.range(0, variables.size())
                    .mapToObj(i -> of(variables.get(i).name(), point[i]))
                    .toList();
        }
    }

    /**
     * Where it was measured.
     *
     * @param compilers HotSpot's that were at work: both, or the quick one alone
     */
    public record Environment(
            String tridiff, String java, String os, String arch, int processors, @Nullable Compilers compilers) {

        /** HotSpot's compilers: C1 is quick to start and soon steady, C2 makes faster code. */
        public enum Compilers {
            C1,
            C1_AND_C2
        }

        /** Of this Java machine. */
        static Environment here() {
            String version = Optional.ofNullable(Environment.class.getPackage().getImplementationVersion())
                    .orElse("development");
            return new Environment(
                    version,
                    System.getProperty("java.version"),
                    System.getProperty("os.name"),
                    System.getProperty("os.arch"),
                    Runtime.getRuntime().availableProcessors(),
                    Stopwatch.hasQuickCompilerOnly() ? Compilers.C1 : Compilers.C1_AND_C2);
        }
    }

    /**
     * How the times were taken.
     *
     * @param machines Java machines that took them, one after the other
     * @param byteCode whether programs had been compiled to byte code; else they began in the interpreter
     */
    public record Clock(TimingMode care, int machines, boolean byteCode) {}

    /**
     * The function itself.
     *
     * @param value in doubles
     * @param ulps error of that value
     * @param simplifiedTree tree nodes of the simplified function
     * @param time of one evaluation
     */
    public record Function(
            double value,
            String hex,
            double ulps,
            NodeCounts sizes,
            BigInteger simplifiedTree,
            long operations,
            @Nullable Timing time) {

        Function with(Timing other) {
            return new Function(value, hex, ulps, sizes, simplifiedTree, operations, other);
        }
    }

    /**
     * Nodes of an expression.
     *
     * @param tree with shared parts repeated
     * @param dag with shared parts counted once
     */
    public record NodeCounts(BigInteger tree, int dag) {}

    /**
     * The proved values.
     *
     * @param digits how many digits were asked for
     * @param value of the function
     */
    public record Truth(int digits, String value, List<TruePartial> partials) {

        /** The partial derivatives by their variables, for whoever looks up more than one. */
        public Map<String, TruePartial> byVariable() {
            return partials.stream().collect(Collectors.toMap(TruePartial::variable, p -> p, (first, again) -> first));
        }
    }

    /**
     * A proved partial derivative.
     *
     * @param value its digits; null if it does not exist or is not settled
     * @param kind of point along this variable: a {@link tridiff.reference.limit.Neighbourhood.Kind} in lower case
     * @param reason what f does on both sides of the point, or why there is no value, with the sub-expression to blame; else null
     * @param conditioning what accuracy can be expected
     */
    public record TruePartial(
            String variable,
            @Nullable String value,
            State state,
            String kind,
            @Nullable Said reason,
            Conditioning conditioning) {

        /** What is known of it. */
        public enum State {
            @JsonProperty("proved")
            PROVED,
            /** It is proved not to exist. */
            @JsonProperty("undefined")
            UNDEFINED,
            @JsonProperty("unsettled")
            UNSETTLED
        }

        public boolean isUndefined() {
            return state == State.UNDEFINED;
        }
    }

    /**
     * What one method did.
     *
     * @param refusal why it could not; the other entries are then null or empty
     * @param remark what else it has to say; may be empty
     * @param preparationNanos time to prepare the gradient, again and again
     * @param time of one gradient
     * @param ratio that time over the time of one evaluation of f
     * @param evaluations of f in one gradient
     * @param operations scalar operations of one gradient; null where not known
     * @param sizes of the formulas or the program that it evaluates; null where there is none
     */
    public record MethodResult(
            MethodId id,
            boolean peer,
            @Nullable Said refusal,
            @Nullable Said remark,
            Double preparationNanos,
            @Nullable Timing time,
            Double ratio,
            Integer evaluations,
            Long operations,
            @Nullable NodeCounts sizes,
            List<Partial> partials) {

        static MethodResult refused(MethodId id, Said reason) {
            return new MethodResult(
                    id, Methods.isPeer(id), reason, Said.NOTHING, null, null, null, null, null, null, List.of());
        }

        MethodResult with(double preparation, Timing timing, Timing timeOfF) {
            double ratio = timing.medianNanos() / timeOfF.medianNanos();
            return new MethodResult(
                    id, peer, refusal, remark, preparation, timing, ratio, evaluations, operations, sizes, partials);
        }

        /** The largest error of its partials in ulps; NaN if one of them is not a number. */
        public double worstUlps() {
            return partials.stream().mapToDouble(Partial::ulps).reduce(0, Math::max);
        }

        /** The largest relative error of its partials; NaN if one of them is not a number. */
        public double worstRelativeError() {
            return partials.stream().mapToDouble(Partial::relativeError).reduce(0, Math::max);
        }
    }

    /**
     * One partial derivative by one method. Errors are NaN where the value is not finite or there is no true one.
     *
     * @param correctDigits significant decimal digits that are right, -log10 of the relative error, from 0 to 17
     * @param ulps error in units of the spacing of doubles at the true value
     * @param estimatedError the method's own estimate of its absolute error; null if it makes none
     * @param roundOffUlps the most that the roundings of the method's program can do, to first order; NaN if it has no program
     * @param assessment what the error says about the method
     */
    public record Partial(
            String variable,
            double value,
            String hex,
            double absoluteError,
            double relativeError,
            double correctDigits,
            double ulps,
            Double estimatedError,
            double roundOffUlps,
            Conditioning.Assessment assessment) {}

    private ComparisonReport with(List<Said> sentences) {
        return new ComparisonReport(schema, input, environment, function, reference, results, sentences, notes, clock);
    }

    /** The same with the verdict on it. */
    ComparisonReport judged() {
        return with(Verdict.of(this));
    }

    /** The same with other times. */
    ComparisonReport with(Function timed, List<MethodResult> others, Clock other) {
        return new ComparisonReport(schema, input, environment, timed, reference, others, List.of(), notes, other)
                .judged();
    }

    /** Whether every partial derivative asked for exists. */
    public boolean isDifferentiable() {
        return reference.partials.stream().noneMatch(TruePartial::isUndefined);
    }

    /** Whether everything about the true values is settled. */
    public boolean isSettled() {
        return reference.partials.stream().noneMatch(p -> p.state == TruePartial.State.UNSETTLED);
    }

    @Override
    public String text(Language say) {
        return ComparisonText.of(this, say);
    }

    @Override
    public List<Table> tables() {
        return List.of(ComparisonTables.accuracy(this), ComparisonTables.cost(this));
    }

    @Override
    public String csv() {
        return ComparisonTables.full(this).in(Table.Format.CSV);
    }
}
