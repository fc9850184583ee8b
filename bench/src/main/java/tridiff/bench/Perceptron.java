package tridiff.bench;

import static tridiff.expr.Functions.tanh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import tridiff.expr.DataColumn;
import tridiff.expr.Expr;

/** The squared error of a network 10-20-20-1 with tanh over some samples: 661 weights, a sum whose body is matrix products. */
final class Perceptron extends Problem {

    private static final int[] LAYERS = {10, 20, 20, 1};
    private static final int WEIGHTS = 661;

    private final int samples;
    private final double[][] data = new double[LAYERS[0] + 1][]; // the inputs, then the target
    private final List<Expr.Var> x = variables(WEIGHTS);

    Perceptron(int samples) {
        this.samples = samples;
        var random = new Random(5);
        Arrays.setAll(data, i -> random.doubles(samples, -1, 1).toArray());
    }

    @Override
    List<Expr.Var> variables() {
        return x;
    }

    @Override
    Expr expression() {
        List<DataColumn> columns = IntStream.range(0, data.length)
                .mapToObj(i -> new DataColumn("d" + i, data[i]))
                .toList();
        return Expr.sum("i", 0, samples - 1, i -> {
            List<Expr> values = columns.subList(0, LAYERS[0]).stream()
                    .<Expr>map(c -> c.at(i))
                    .toList();
            int next = 0;
            for (int layer = 1; layer < LAYERS.length; layer++) {
                var outputs = new ArrayList<Expr>();
                for (int row = 0; row < LAYERS[layer]; row++) {
                    Expr sum = x.get(next++);
                    for (Expr value : values) {
                        sum = sum.plus(x.get(next++).times(value));
                    }
                    outputs.add(layer == LAYERS.length - 1 ? sum : tanh(sum));
                }
                values = outputs;
            }
            Expr error = values.get(0).minus(columns.get(LAYERS[0]).at(i));
            return error.times(error);
        });
    }

    @Override
    double[] point() {
        return new Random(6).doubles(WEIGHTS, -0.4, 0.4).toArray();
    }

    @Override
    double[] data() {
        return Arrays.stream(data).flatMapToDouble(Arrays::stream).toArray();
    }

    @Override
    double value(double[] w) {
        return run(w, null);
    }

    @Override
    double gradient(double[] w, double[] g) {
        Arrays.fill(g, 0);
        return run(w, g);
    }

    private double run(double[] w, double[] g) {
        double[][] values = Arrays.stream(LAYERS).mapToObj(double[]::new).toArray(double[][]::new);
        double[][] adjoints = Arrays.stream(LAYERS).mapToObj(double[]::new).toArray(double[][]::new);
        double total = 0;
        for (int i = 0; i < samples; i++) {
            for (int j = 0; j < LAYERS[0]; j++) {
                values[0][j] = data[j][i];
            }
            int next = 0;
            for (int layer = 1; layer < LAYERS.length; layer++) {
                for (int row = 0; row < LAYERS[layer]; row++) {
                    double sum = w[next++];
                    for (double value : values[layer - 1]) {
                        sum += w[next++] * value;
                    }
                    values[layer][row] = layer == LAYERS.length - 1 ? sum : Math.tanh(sum);
                }
            }
            double error = values[LAYERS.length - 1][0] - data[LAYERS[0]][i];
            total += error * error;
            if (g != null) {
                back(w, g, values, adjoints, 2 * error);
            }
        }
        return total;
    }

    private static void back(double[] w, double[] g, double[][] values, double[][] adjoints, double seed) {
        adjoints[LAYERS.length - 1][0] = seed;
        int end = WEIGHTS;
        for (int layer = LAYERS.length - 1; layer > 0; layer--) {
            int width = LAYERS[layer - 1];
            int next = end - LAYERS[layer] * (width + 1);
            end = next;
            Arrays.fill(adjoints[layer - 1], 0);
            for (int row = 0; row < LAYERS[layer]; row++) {
                double y = values[layer][row];
                double a = layer == LAYERS.length - 1 ? adjoints[layer][row] : adjoints[layer][row] * (1 - y * y);
                g[next++] += a;
                for (int j = 0; j < width; j++) {
                    g[next] += a * values[layer - 1][j];
                    adjoints[layer - 1][j] += a * w[next++];
                }
            }
        }
    }
}
