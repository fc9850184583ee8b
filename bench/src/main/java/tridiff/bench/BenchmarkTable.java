package tridiff.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints the tables of docs/benchmarks.md from the JSON of one run of {@link GradientBenchmark} (times, ratios, geometric means), and
 * writes the times with the machine, the JDK and the spread as docs/benchmarks.json.
 *
 * <p>{@code java -cp 'bench/target/benchmarks.jar:bench/target/lib/*' tridiff.bench.BenchmarkTable docs/benchmarks.json
 * jmh-result.json}
 */
public final class BenchmarkTable {

    private static final String REVERSE = "autodiff.reverse";
    private static final List<String> OTHERS = List.of(
            "autodiff.forward", "numerical.central2", "autodiff.commons", "autodiff.hipparchus", "autodiff.finmath");

    /** Microseconds of a problem by what was measured: the fastest iteration, since noise only adds. */
    private final Map<String, Map<String, Double>> fastest = new LinkedHashMap<>();

    private final List<Double> spreads = new ArrayList<>();

    private String jdk = "";

    private BenchmarkTable() {}

    public static void main(String[] args) throws IOException {
        var table = new BenchmarkTable();
        JsonMapper json = JsonMapper.builder().build();
        for (String file : Arrays.asList(args).subList(1, args.length)) {
            table.read(json.readTree(Files.readString(Path.of(file))));
        }
        System.out.print(table.markdown());
        Files.writeString(
                Path.of(args[0]), json.writerWithDefaultPrettyPrinter().writeValueAsString(table.record()) + "\n");
    }

    /** What was measured and where. */
    private Map<String, Object> record() {
        spreads.sort(null);
        var record = new LinkedHashMap<String, Object>();
        record.put("benchmark", "GradientBenchmark");
        record.put("jdk", jdk);
        record.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        record.put("processors", Runtime.getRuntime().availableProcessors());
        record.put("unit", "microseconds, fastest iteration");
        record.put("medianOverFastestTypical", spreads.get(spreads.size() / 2));
        record.put("medianOverFastestWorst", spreads.get(spreads.size() - 1));
        record.put("times", fastest);
        return record;
    }

    private void read(JsonNode results) {
        for (JsonNode result : results) {
            String benchmark = result.get("benchmark").asString();
            JsonNode parameters = result.path("params");
            jdk = result.get("vmName").asString() + " "
                    + result.get("vmVersion").asString();
            if (!benchmark.contains("GradientBenchmark") || !parameters.has("problem")) {
                continue;
            }
            String what = parameters.has("method")
                    ? parameters.get("method").asString()
                    : benchmark.substring(benchmark.lastIndexOf('.') + 1);
            var times = new ArrayList<Double>();
            for (JsonNode fork : result.get("primaryMetric").get("rawData")) {
                fork.forEach(time -> times.add(time.asDouble()));
            }
            times.sort(null);
            spreads.add(times.get(times.size() / 2) / times.get(0));
            fastest.computeIfAbsent(parameters.get("problem").asString(), p -> new LinkedHashMap<>())
                    .merge(what, times.get(0), Math::min);
        }
    }

    private String markdown() {
        var text = new StringBuilder();
        spreads.sort(null);
        text.append(String.format(
                Locale.ROOT,
                "Spread: the median of the iterations is typically %.2f times the fastest, at worst %.1f times.%n%n",
                spreads.get(spreads.size() / 2),
                spreads.get(spreads.size() - 1)));
        text.append(
                "| function | value µs | reverse µs | by hand: value | gradient | reverse / value | value / by hand |"
                        + " reverse / gradient by hand | value and gradient / gradient |\n"
                        + "|---|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        var ratios = new ArrayList<double[]>();
        fastest.forEach((problem, times) -> {
            if (times.containsKey("value") && times.containsKey(REVERSE) && times.containsKey("gradientByHand")) {
                double value = times.get("value");
                double reverse = times.get(REVERSE);
                double handValue = times.get("valueByHand");
                double handGradient = times.get("gradientByHand");
                double both = times.getOrDefault("valueAndGradient", Double.NaN);
                double[] ratio = {reverse / value, value / handValue, reverse / handGradient, both / reverse};
                ratios.add(ratio);
                text.append(
                        row(problem, value, reverse, handValue, handGradient, ratio[0], ratio[1], ratio[2], ratio[3]));
            }
        });
        text.append(row(
                "geometric mean",
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                mean(ratios, 0),
                mean(ratios, 1),
                mean(ratios, 2),
                mean(ratios, 3)));
        text.append(
                "\n| function | reverse | forward | central2 | Commons Math | Hipparchus | finmath |\n|---|---:|---:|---:|---:|---:|---:|\n");
        fastest.forEach((problem, times) -> {
            if (times.containsKey(REVERSE) && OTHERS.stream().anyMatch(times::containsKey)) {
                double reverse = times.get(REVERSE);
                text.append("| ").append(problem).append(" | 1");
                OTHERS.forEach(
                        m -> text.append(" | ").append(times.containsKey(m) ? figure(times.get(m) / reverse) : "–"));
                text.append(" |\n");
            }
        });
        return text.toString();
    }

    private static double mean(List<double[]> ratios, int i) {
        return Math.exp(
                ratios.stream().mapToDouble(r -> Math.log(r[i])).average().orElse(Double.NaN));
    }

    /** A row of a table: numbers to three digits, empty for NaN. */
    static String row(String name, double... numbers) {
        var row = new StringBuilder("| " + name);
        for (double x : numbers) {
            row.append(" | ").append(Double.isNaN(x) ? "" : figure(x));
        }
        return row.append(" |\n").toString();
    }

    /** Three significant digits. */
    private static String figure(double x) {
        int digits = (int) Math.max(0, 2 - Math.floor(Math.log10(x)));
        return String.format(Locale.ROOT, "%." + Math.min(digits, 6) + "f", x);
    }
}
