package tridiff.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.expr.Expr;
import tridiff.expr.FunctionTable;
import tridiff.expr.Rational;
import tridiff.expr.text.Parser;
import tridiff.reference.RoundOff;
import tridiff.reference.enclosure.Enclosure;
import tridiff.reference.enclosure.Enclosures;
import tridiff.symbolic.Simplifier;
import tridiff.symbolic.SymbolicDerivative;
import tridiff.symbolic.form.Simplification;
import tridiff.wengert.WengertList;
import tridiff.wengert.run.Evaluator;

/** Symbolic derivatives of Feynman's formulas and of Rubi's integrals: right, small, and not less accurate than the rules alone. */
class SymbolicCorpusTest {

    private static final SymbolicDerivative SIMPLIFIED = SymbolicDerivative.simplified();

    private record Task(String corpus, String id, Expr f, Expr.Var x) {
        @Override
        public String toString() {
            return corpus + " " + id + " by " + x.name();
        }
    }

    private static List<Task> feynman() {
        var tasks = new ArrayList<Task>();
        Corpus.feynmanFormulas().forEach(row -> {
            Set<String> names = new HashSet<>();
            for (String range : row.cells()[2].split(";")) {
                names.add(range.strip().split(" ")[0]);
            }
            Expr f = new Parser(FunctionTable.standard(), Parser.Limits.DEFAULT, names)
                    .read(row.cells()[1])
                    .expr();
            f.variables().forEach(x -> tasks.add(new Task("feynman", row.cells()[0], f, x)));
        });
        return tasks;
    }

    private static List<Task> rubi() {
        var tasks = new ArrayList<Task>();
        Corpus.rubiPairs()
                .forEach(row -> tasks.add(new Task(
                        "rubi",
                        Integer.toString(tasks.size() + 1),
                        Parser.parse(row.cells()[4]),
                        Expr.variable(row.cells()[3]))));
        return tasks;
    }

    private static Stream<Task> tasks() {
        return Stream.concat(feynman().stream(), rubi().stream());
    }

    private static long size(Expr e) {
        return WengertList.of(e, List.of()).treeSize().longValueExact();
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void a_simplified_derivative_is_right_final_no_larger_and_no_less_accurate(Task task) {
        Expr raw = SymbolicDerivative.raw().derivative(task.f, task.x);
        Simplification simplified = SIMPLIFIED.differentiate(task.f, List.of(task.x));
        Expr simple = simplified.expr();
        assertTrue(simplified.complete(), "the limit is never met here");
        assertTrue(size(simple) <= size(raw));
        assertTrue(Simplifier.simplify(simple).sameAs(simple), () -> simple + " -> " + Simplifier.simplify(simple));
        var random = new Random(1);
        for (int i = 0; i < 8; i++) {
            double span = i < 4 ? 2 : 6;
            double[] point = task.f.variables().stream()
                    .mapToDouble(v -> 0.1 + span * random.nextDouble())
                    .toArray();
            assertAgree(task, raw, simple, point);
        }
    }

    /** Enclosures overlap; and the error in doubles is within what the roundings of the unsimplified formula may do. */
    private static void assertAgree(Task task, Expr raw, Expr simple, double[] point) {
        List<Expr.Var> variables = task.f.variables();
        var k = new Enclosures(60);
        List<Enclosure> inputs =
                Arrays.stream(point).mapToObj(v -> Enclosure.of(Rational.of(v))).toList();
        var rawList = WengertList.of(raw, variables);
        var simpleList = WengertList.of(simple, variables);
        Enclosure truth = rawList.in(k, inputs).get(0);
        boolean there = WengertList.of(task.f, variables).in(k, inputs).get(0).isNumber();
        if (!there || !truth.isNumber()) {
            return;
        }
        Enclosure value = simpleList.in(k, inputs).get(0);
        assertTrue(
                value.isUndecided() || value.isNumber() && value.overlaps(truth),
                () -> simple + " at " + Arrays.toString(point));
        double rawError = truth.absoluteError(new Evaluator(rawList).run(point));
        double error = truth.absoluteError(new Evaluator(simpleList).run(point));
        double bound = new RoundOff(rawList, point).bound(0);
        if (truth.accurateTo(20) && Double.isFinite(rawError) && Double.isFinite(bound)) {
            double fewUlps = 4 * Math.ulp(truth.nearest().orElse(0));
            assertTrue(
                    error <= 2 * Math.max(rawError, bound) + fewUlps, error + ", raw " + rawError + ", bound " + bound);
        }
    }

    private record Peer(String corpus, String id, String variable, String result) {}

    /** Written by the benchmark SymjaComparison; a test of the peers asks symja itself for some. */
    private static List<Peer> symja() throws IOException {
        try (InputStream in = SymbolicCorpusTest.class.getResourceAsStream("symja-sizes.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .map(c -> new Peer(c[0], c[1], c[2], c[3]))
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"feynman", "rubi"})
    void all_derivatives_together_have_no_more_nodes_than_those_of_symja(String corpus) throws IOException {
        long ours = 0;
        long theirs = 0;
        List<Peer> rows = symja().stream().filter(p -> p.corpus.equals(corpus)).toList();
        List<Task> tasks = tasks().filter(t -> t.corpus.equals(corpus)).toList();
        assertEquals(tasks.size(), rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Task task = tasks.get(i);
            assertEquals(rows.get(i).id + rows.get(i).variable, task.id + task.x.name());
            if (rows.get(i).result.chars().allMatch(Character::isDigit)) {
                ours += size(SIMPLIFIED.derivative(task.f, task.x));
                theirs += Long.parseLong(rows.get(i).result);
            }
        }
        assertTrue(ours <= theirs, ours + " nodes, symja " + theirs);
    }
}
