package tridiff.compare;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.text.Parser;
import tridiff.reference.Reference;
import tridiff.wengert.WengertList;

/** Expressions at points with published or certified derivatives, as test cases. */
public final class Corpus {

    /**
     * An expression at a point.
     *
     * @param value of the function, as the file writes it
     * @param gradient by all variables, as the file writes it
     */
    record Case(String id, String text, List<String> names, double[] point, String value, List<String> gradient) {

        Expr expr() {
            return new Parser(tridiff.expr.FunctionTable.standard(), Parser.Limits.DEFAULT, java.util.Set.copyOf(names))
                    .withDoubleLiterals()
                    .read(text)
                    .expr();
        }

        List<Expr.Var> variables(Expr f) {
            List<Expr.Var> own = f.variables();
            return names.stream()
                    .map(n -> own.stream()
                            .filter(v -> v.name().equals(n))
                            .findFirst()
                            .orElseGet(() -> Expr.variable(n)))
                    .toList();
        }

        List<Rational> exactPoint() {
            return Arrays.stream(point).mapToObj(Rational::of).toList();
        }

        Reference reference(int digits) {
            Expr f = expr();
            boolean[] all = new boolean[names.size()];
            Arrays.fill(all, true);
            return Reference.at(
                    WengertList.of(f, variables(f)), exactPoint(), all, new Reference.Effort(digits, 1000, 10));
        }

        @Override
        public String toString() {
            return id;
        }
    }

    /** A line of a table. */
    public record Row(String... cells) {
        @Override
        public String toString() {
            return cells[0];
        }
    }

    private Corpus() {}

    private static List<String> lines(String name) {
        try (InputStream in = Corpus.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Case> json(String name) {
        var mapper = JsonMapper.builder().build();
        return lines(name).stream().map(mapper::readTree).map(Corpus::fromJson);
    }

    private static Case fromJson(JsonNode node) {
        var names = new ArrayList<String>();
        node.get("vars").forEach(v -> names.add(v.asString()));
        var gradient = new ArrayList<String>();
        node.get("grad").forEach(g -> gradient.add(g.asString()));
        double[] point = names.stream()
                .mapToDouble(n -> node.get("point").get(n).asDouble())
                .toArray();
        return new Case(
                node.get("id").asString(),
                node.get("expr").asString(),
                names,
                point,
                node.get("value").asString(),
                gradient);
    }

    static Stream<Case> feynmanCertified() {
        return json("feynman-certified.jsonl");
    }

    static Stream<Case> nistCertified() {
        return json("nist-certified.jsonl");
    }

    static Stream<Case> edgePoints() {
        return json("edge-points.jsonl");
    }

    /** The columns of the reference table: name, source, expression, x, x in hexadecimal, f, d1 ... d4. */
    static Stream<Row> referenceRows() {
        return lines("reference_values.csv").stream().skip(1).map(line -> new Row(line.split(",", -1)));
    }

    static Stream<Case> referenceValues() {
        return referenceRows()
                .map(Row::cells)
                .map(row -> new Case(
                        row[0],
                        row[2],
                        List.of("x"),
                        new double[] {Double.parseDouble(row[4])},
                        row[5],
                        List.of(row[6])));
    }

    /** The columns of the table of Feynman's formulas: name, formula, ranges. */
    static Stream<Row> feynmanFormulas() {
        return lines("feynman.csv").stream()
                .skip(1)
                .map(line -> new Row(line.replace("\"", "").split(",", 3)));
    }

    /** The columns of the pairs of Rubi: chapter, file, integrand, variable, antiderivative. */
    public static Stream<Row> rubiPairs() {
        return lines("rubi_sample.tsv").stream()
                .skip(1)
                .map(line -> new Row(
                        line.replace("%pi", "pi").replace("%e", "e").split("\t"))); // Maxima's names of the constants
    }

    static BigDecimal decimal(String digits) {
        return new BigDecimal(digits);
    }
}
