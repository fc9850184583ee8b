package tridiff.teaching.paper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.util.Pair;
import tools.jackson.databind.json.JsonMapper;
import tridiff.compare.Methods;
import tridiff.expr.Expr;
import tridiff.expr.said.Said;
import tridiff.expr.text.Parser;
import tridiff.teaching.paper.Paper.Row;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.Prepared;
import tridiff.wengert.method.Problem;
import tridiff.wengert.run.Evaluator;

/**
 * Nonlinear least squares on the Statistical Reference Datasets of NIST: what a method's Jacobian is worth to a user.
 *
 * <p>Commons Math's Levenberg-Marquardt runs from both published starts with the Jacobian of each method and nothing else changed. The
 * certified parameters have 11 digits; a fit is as good as its worst parameter.
 */
final class NistFits {

    /** As the columns of OURS are in order. */
    static final String METHODS =
            "numerical.forward, numerical.central2, autodiff.forward, autodiff.reverse, symbolic.simplified";

    /** Digits that NIST certifies. */
    private static final int CERTIFIED = 11;

    /** A fit with fewer ended somewhere else. */
    private static final int FOUND = 4;

    private static final int MOST_EVALUATIONS = 5_000;

    /** As fine as doubles allow: the digits lost are then the Jacobian's. */
    private static final double TOLERANCE = 1e-15;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * A data set with its model.
     *
     * @param variables of the data; each row has their values, then y
     * @param response the function of y that is fitted
     * @param certified the parameters b1, b2, …
     */
    record DataSet(
            String name,
            String level,
            String model,
            List<String> variables,
            String response,
            List<String> start1,
            List<String> start2,
            List<String> certified,
            String sumOfSquares,
            List<List<Double>> data) {

        /** The parameters, then the variables of the data. */
        private List<Expr.Var> inputs() {
            var inputs = new ArrayList<Expr.Var>();
            for (int i = 1; i <= certified.size(); i++) {
                inputs.add(Expr.variable("b" + i));
            }
            variables.forEach(name -> inputs.add(Expr.variable(name)));
            return inputs;
        }

        private double[] target() {
            Expr f = Parser.parse(response);
            var program = new Evaluator(WengertList.of(f, List.of(Expr.variable("y"))));
            return data.stream()
                    .mapToDouble(row -> program.run(new double[] {row.get(row.size() - 1)}))
                    .toArray();
        }
    }

    private NistFits() {}

    static List<DataSet> dataSets() {
        var in = NistFits.class.getResourceAsStream("/tridiff/compare/nist-strd.jsonl");
        try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> JSON.readValue(line, DataSet.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (DataSet set : dataSets()) {
            rows.add(row(set, 1, set.start1));
            rows.add(row(set, 2, set.start2));
        }
        return rows;
    }

    private static Row row(DataSet set, int which, List<String> start) {
        List<Integer> digits = List.of(METHODS.split(", ")).stream()
                .map(id -> (int) digits(set, start, id))
                .toList();
        String published = digits.stream().map(d -> Integer.toString(CERTIFIED)).collect(Collectors.joining(" "));
        return Row.of(
                Said.of("papers.nist.from", set.name, which),
                published,
                digits.stream().map(d -> Integer.toString(d)).collect(Collectors.joining(" ")),
                why(digits, which));
    }

    private static Said why(List<Integer> digits, int which) {
        long elsewhere = digits.stream().filter(d -> d < FOUND).count();
        return elsewhere == digits.size()
                ? Said.of("papers.nist.elsewhere", which)
                : elsewhere > 0 ? Said.of("papers.nist.lost") : Said.of("papers.nist.flat");
    }

    /** Digits of the worst parameter that agree with the certified ones, up to the 11 certified; 0 where there is no fit. */
    static double digits(DataSet set, List<String> start, String method) {
        double[] fitted = fit(set, numbers(start), method);
        double[] certified = numbers(set.certified);
        double fewest = CERTIFIED;
        for (int i = 0; i < certified.length; i++) {
            double error = Math.abs(fitted[i] - certified[i]) / Math.abs(certified[i]);
            fewest = Double.isNaN(error) ? 0 : Math.min(fewest, -Math.log10(error));
        }
        return Math.max(0, fewest);
    }

    /** Of the residuals at the certified parameters. */
    static double sumOfSquares(DataSet set) {
        var certified = new ArrayRealVector(numbers(set.certified));
        double residual = new Model(set, "autodiff.forward")
                .at(certified)
                .getFirst()
                .getDistance(new ArrayRealVector(set.target()));
        return residual * residual;
    }

    private static double[] numbers(List<String> text) {
        return text.stream().mapToDouble(Double::parseDouble).toArray();
    }

    /** The parameters where the fit ends; NaN where it ends without any. */
    private static double[] fit(DataSet set, double[] start, String method) {
        var problem = new LeastSquaresBuilder()
                .start(start)
                .model(new Model(set, method)::at)
                .target(set.target())
                .maxEvaluations(MOST_EVALUATIONS)
                .maxIterations(MOST_EVALUATIONS)
                .build();
        try {
            LeastSquaresOptimizer.Optimum optimum = new LevenbergMarquardtOptimizer()
                    .withCostRelativeTolerance(TOLERANCE)
                    .withParameterRelativeTolerance(TOLERANCE)
                    .optimize(problem);
            return optimum.getPoint().toArray();
        } catch (MathIllegalStateException notConverged) {
            double[] nowhere = new double[start.length];
            Arrays.fill(nowhere, Double.NaN);
            return nowhere;
        }
    }

    /** The model at all points of the data and its Jacobian by a method. */
    private static final class Model {
        private final DataSet set;
        private final Evaluator value;
        private final Prepared gradient;

        Model(DataSet set, String method) {
            Expr f = Parser.parse(set.model);
            this.set = set;
            List<Expr.Var> inputs = set.inputs();
            var problem = Problem.of(f, inputs, inputs.subList(0, set.certified.size()));
            this.value = new Evaluator(problem.list());
            this.gradient = Methods.of(method).gradient(problem);
        }

        Pair<RealVector, RealMatrix> at(RealVector parameters) {
            int n = parameters.getDimension();
            double[] values = new double[set.data.size()];
            double[][] jacobian = new double[set.data.size()][n];
            double[] x = Arrays.copyOf(parameters.toArray(), n + set.variables.size());
            for (int row = 0; row < values.length; row++) {
                for (int j = n; j < x.length; j++) {
                    x[j] = set.data.get(row).get(j - n);
                }
                values[row] = value.run(x);
                gradient.at(x, jacobian[row]);
            }
            return Pair.create(new ArrayRealVector(values, false), MatrixUtils.createRealMatrix(jacobian));
        }
    }
}
