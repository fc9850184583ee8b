package tridiff.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.compare.ComparisonReport;
import tridiff.compare.Methods;
import tridiff.compare.OperatorComparison;
import tridiff.compare.json.JsonReport;
import tridiff.expr.FunctionTable;
import tridiff.expr.Operation;
import tridiff.numerical.complex.ComplexStep;
import tridiff.wengert.method.MethodId;

class MainTest {

    @Test
    void compare_prints_every_method_with_its_errors_sizes_and_time_and_a_verdict() {
        Run run = Run.of("compare", "exp(sin(x))/(1+x^2)", "--at", "x=0.7");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("df/dx = -0.223369487202230047626795137901"), run.out());
        for (String id : List.of(
                "numerical.forward",
                "numerical.central2",
                "numerical.central4",
                "symbolic.raw",
                "symbolic.simplified",
                "symbolic.dag",
                "autodiff.forward",
                "autodiff.reverse",
                "Verdict",
                "ULPS",
                "EVALS",
                "TREE",
                "DAG",
                "TIME")) {
            assertTrue(run.out().contains(id), id);
        }
        assertFalse(run.out().contains("symja") || run.out().contains("commons"));
        assertEquals("", run.err());
    }

    @Test
    void json_has_every_number_of_the_table_and_doubles_survive() {
        Run run = Run.of("compare", "log(x1) + x1*x2 - sin(x2)", "--at", "x1=2,x2=5", "--format", "json");
        ComparisonReport report = JsonReport.read(run.out());
        assertEquals("tridiff/1", report.schema());
        assertEquals(List.of("x1", "x2"), report.input().wrt());
        for (var result : report.results()) {
            for (var partial : result.partials()) {
                assertEquals(Double.parseDouble(partial.hex()), partial.value());
                assertTrue(Double.isFinite(partial.ulps()));
            }
            assertTrue(result.time().medianNanos() > 0);
            assertTrue(result.time().lowNanos() <= result.time().medianNanos());
            assertTrue(
                    result.operations() == null
                            ? result.id().equals(ComplexStep.ID)
                            : result.operations() > 0 || result.id().equals(MethodId.symbolic("simplified")));
        }
        assertEquals(report, JsonReport.read(JsonReport.of(report)));
    }

    /** x²y has the Hessian (2y, 2x; 2x, 0). */
    @Test
    void hessians_stand_beside_each_other_and_survive_json() {
        String[] command = {"compare", "x^2*y", "--at", "x=1,y=2", "--operator", "hessian"};
        Run run = Run.of(command);
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("d^2f/dx dy = 2 "), run.out());
        assertTrue(run.out().matches("(?s).*autodiff.reverse +0 +17 +0.0 .*"), run.out());
        Run json = Run.of(
                Stream.concat(Stream.of(command), Stream.of("--format", "json")).toArray(String[]::new));
        var read = (OperatorComparison) JsonReport.readAll(json.out()).get(0);
        assertEquals(
                List.of(4.0, 2.0, 2.0, 0.0),
                read.truth().stream().map(OperatorComparison.Entry::nearest).toList());
        Run csv = Run.of(
                Stream.concat(Stream.of(command), Stream.of("--format", "csv")).toArray(String[]::new));
        assertTrue(csv.out().contains("autodiff.reverse,d^2f/dx^2,4.0,4,"), csv.out());
    }

    @Test
    void higher_derivatives_and_products_with_a_vector_are_compared() {
        Run third = Run.of(
                "compare", "sin(x*y)", "--at", "x=0,y=2", "--operator", "derivative", "--wrt", "x", "--order", "3");
        assertTrue(third.out().contains("d^3f/dx^3 = -8 "), third.out() + third.err());
        Run product = Run.of("compare", "x^2*y", "--at", "x=1,y=2", "--operator", "hessian-vector", "--vector", "1,-1");
        assertTrue(product.out().contains("(Hv)x = 2 ") && product.out().contains("(Hv)y = 2 "), product.out());
        assertEquals(
                4,
                Run.of("compare", "abs(x)", "--at", "x=0", "--operator", "hessian")
                        .code());
    }

    @Test
    void an_undefined_number_survives_json_too() {
        Run run = Run.of("compare", "abs(x)", "--at", "x=0", "--format", "json");
        assertEquals(4, run.code());
        assertTrue(run.out().contains("\"NaN\""));
        assertTrue(JsonReport.read(run.out()).results().stream()
                .filter(r -> r.id().isSymbolic())
                .allMatch(r -> Double.isNaN(r.partials().get(0).value())));
    }

    @Test
    void methods_are_chosen_by_id_or_pattern_and_peers_by_their_flag() {
        Run run = Run.of("compare", "x*y", "--at", "x=1,y=2", "--wrt", "y", "--methods", "auto*,numerical.central2");
        assertTrue(run.out().contains("autodiff.reverse") && run.out().contains("numerical.central2"));
        assertFalse(run.out().contains("symbolic") && run.out().contains("df/dx"));
        Run peers = Run.of("compare", "x*y", "--at", "x=1,y=2", "--peers");
        if (Methods.hasPeers()) {
            assertTrue(
                    peers.out().contains("symbolic.symja") && peers.out().contains("numerical.commons"), peers.out());
        } else {
            assertEquals(2, peers.code());
            assertTrue(peers.err().contains("tridiff-peers is not on the class path"), peers.err());
        }
        assertEquals(
                2, Run.of("compare", "x", "--at", "x=1", "--methods", "foo").code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "diff x^x | x^x*(log(x) + 1)",
                "diff x^x --simplify basic | x^x*(log(x) + 1)",
                "diff x^2*exp(y) --wrt x,y | 2*x*exp(y)",
                "diff x^2 --order 2 | 2",
                "diff sin(x)*y --wrt x --format java | y*Math.cos(x)",
                "diff x^3 --format latex | 3 \\cdot {x}^{2}",
                "diff x^2*x --simplify none | 2*x^1*1*x + x^2*1",
                "diff -x^2 | -(2*x)",
                "diff sin(x) --order 4 | sin(x)"
            })
    void diff_prints_derivatives(String command, String expected) {
        Run run = Run.of(command.split(" "));
        assertEquals(0, run.code(), run.err());
        assertEquals(expected, run.out().strip());
    }

    @Test
    void diff_prints_gradients_and_hessians() {
        assertEquals(
                List.of("df/dx = 2*x*y", "df/dy = x^2"),
                Run.of("diff", "x*x*y", "--what", "gradient").out().lines().toList());
        assertEquals(
                List.of("d^2f/dx^2 = 2*y", "d^2f/dx dy = 2*x", "d^2f/dy^2 = 0"),
                Run.of("diff", "x*x*y", "--what", "hessian").out().lines().toList());
    }

    @Test
    void diff_prints_its_steps_and_ends_with_the_result() {
        String steps = Run.of("diff", "x*sin(x)", "--steps").out();
        assertTrue(steps.contains("product rule"), steps);
        assertTrue(steps.strip().endsWith("result: sin(x) + x*cos(x)"), steps);
        String latex =
                Run.of("diff", "x*sin(x)", "--steps", "--format", "latex").out();
        assertTrue(latex.startsWith("\\begin{align*}") && latex.strip().endsWith("\\end{align*}"), latex);
        assertEquals(2, Run.of("diff", "x*sin(x)", "--steps", "--format", "dot").code());
    }

    @Test
    void diff_says_what_it_assumes() {
        Run run = Run.of("diff", "x^2/x");
        assertEquals("1", run.out().strip());
        assertEquals("note: where x != 0", run.err().strip());
    }

    @Test
    void sweeps_of_sizes_are_tables_spreadsheets_or_pictures(@TempDir Path folder) {
        assertTrue(Run.of("sweep", "depth", "logistic", "--to", "4").out().contains("217"));
        assertTrue(Run.of("sweep", "order", "x*sin(x)", "--to", "2", "--format", "csv")
                .out()
                .startsWith("n,formula,measure,value\n0,f,tree,4\n"));
        Path picture = folder.resolve("growth.png");
        assertEquals(
                0,
                Run.of("sweep", "depth", "sin(x*f)", "--to", "4", "-o", picture.toString())
                        .code());
        assertTrue(Files.exists(picture));
        assertEquals(2, Run.of("sweep", "depth", "sin(x)").code());
        assertEquals(3, Run.of("sweep", "depth", "sin(f").code());
    }

    @Test
    void a_sweep_over_variables_has_costs_and_sizes_or_one_of_them(@TempDir Path folder) {
        String both = Run.of("sweep", "vars", "product", "--to", "5").out();
        assertTrue(both.contains("time of the gradient over that of f") && both.contains("SIMPLIFIED"), both);
        assertTrue(Run.of("sweep", "vars", "product", "--to", "3", "--only", "sizes", "--format", "csv")
                .out()
                .startsWith("n,formula,measure,value\n"));
        assertTrue(Run.of("sweep", "vars", "product", "--to", "3", "--only", "costs", "--format", "csv")
                .out()
                .startsWith("variables,method,"));
        Path saved = folder.resolve("both.json");
        Run.of("sweep", "vars", "product", "--to", "4", "-o", saved.toString());
        assertTrue(Run.of("show", saved.toString()).out().contains("FITTED"));
        assertEquals(
                0,
                Run.of(
                                "show",
                                saved.toString(),
                                "-o",
                                folder.resolve("both.svg").toString())
                        .code());
        assertEquals(2, Run.of("sweep", "vars", "nothing").code());
        assertEquals(
                7,
                Run.of("sweep", "vars", "helmholtz", "--from", "20000", "--to", "30000")
                        .code());
        Run nothing = Run.of("sweep", "vars", "product", "--to", "1");
        assertTrue(nothing.code() == 7 && nothing.err().contains("--only sizes"), nothing.err());
    }

    @Test
    void diff_draws_graphs_in_dot() {
        String dot = Run.of("diff", "exp(x)*sin(x)", "--format", "dot").out();
        assertTrue(dot.startsWith("digraph")
                && dot.contains("label=\"cos\"")
                && dot.strip().endsWith("}"));
    }

    @Test
    void functions_lists_the_whole_table() {
        String list = Run.of("functions").out();
        for (Operation f : FunctionTable.standard().rows()) {
            assertTrue(list.contains("\n" + f.symbol() + " "), f.symbol());
        }
    }

    @Test
    void help_is_everywhere_and_begins_with_examples() {
        for (String command : List.of("compare", "diff", "charts", "functions")) {
            String help = Run.of(command, "--help").out();
            assertTrue(help.indexOf("Example") >= 0 && help.indexOf("Example") < help.indexOf("Usage:"), help);
        }
        assertTrue(Run.of("--help").out().indexOf("Examples")
                < Run.of("--help").out().indexOf("Usage:"));
        assertTrue(Run.of("--version").out().startsWith("tridiff "));
        assertEquals(Run.of("--help").out(), Run.of().out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compare x | 2 | there is no value for x",
                "compare x*y --at x=1 | 2 | there is no value for y",
                "compare x --at x=abc | 2 | not a number",
                "compare x --at x=NaN | 2 | not a number",
                "compare x --at x=1,z=2 | 2 | 'z' does not occur",
                "compare x --at x | 2 | is not a coordinate",
                "compare x --at x=1,x=2 | 2 | given twice",
                "compare x --at x=1/0 | 2 | not a number",
                "compare x --at x=1e400 | 2 | too large for a double: 1e400",
                "compare x --at x=-2*1e400 | 2 | too large for a double",
                "compare x --at x=1 --h -1e-5 | 2 | --h must be a positive number, not -1e-5",
                "compare x --at x=1 --h -pi | 2 | --h must be a positive number, not -pi",
                "compare x --at x=1 --h NaN | 2 | help: for example --h 0.7",
                "compare 2x --at x=1,y=3 | 2 | help: its variables are x",
                "compare 2x --at y=3 | 2 | no value for x",
                "sweep h abs(x) --at x=0 | 4 | a kink: slope -1 from the left, 1 from the right in abs(x)",
                "lesson 2 --expr abs(x) --at x=0 | 4 | a kink: slope -1 from the left, 1 from the right in abs(x)",
                "charts stepsize | 2 | did you mean step-size? the pictures are step-size, error-over-x",
                "charts step-zise | 2 | did you mean step-size?",
                "charts something | 2 | there is no picture 'something'",
                "compare x --at x=1 -o /no/such/x.json | 6 | cannot write /no/such/x.json: there is no such file or folder",
                "corpus run papers -o /no/such/r.jsonl | 6 | cannot write /no/such/r.jsonl: there is no such file or folder",
                "compare x --at x=1 --wrt y | 2 | 'y' does not occur",
                "compare x --at x=1 --format xml | 2 | TEXT, JSON",
                "compare | 2 | Missing required",
                "comprae x | 2 | Unmatched",
                "compare x --at x=1 --digits 0 | 2 | --digits",
                "compare 3 | 2 | no variable to",
                "diff x --order 2.5 | 2 | 2.5",
                "diff x*y | 2 | by which variable",
                "diff x --wrt z | 2 | does not occur",
                "diff x --order -1 | 2 | negative",
                "compare x(x+1) --at x=1 | 3 | not a function",
                "compare xy --at x=1,y=2 | 3 | unknown name 'xy'",
                "compare sin( --at x=1 | 3 | ends too early",
                "compare 1/0 | 4 | undefined",
                "compare 0^0 | 4 | undefined",
                "compare log(-1) | 4 | undefined",
                "compare log(x) --at x=-1 | 4 | log(x) is undefined",
                "compare 1/x --at x=-0.0 | 4 | undefined",
                "compare sqrt(x) --at x=0 | 4 | does not exist",
                "compare abs(x-1)*y --at x=1,y=2 | 4 | abs(x - 1)",
                "compare sum(i,1,1000000,x/i) --at x=1 | 5 | a loop of 1000000 repetitions",
                "compare sum(i,1,100000000,x) --at x=1 | 7 | more than 10000000 repetitions",
                "compare iterate(1000000000,s,x,s+1) --at x=1 | 7 | more than 10000000 repetitions",
                "compare sin(sin(sin(x))) --at x=1 --max-nesting 2 | 7 | nested more than 2 deep",
                "compare x+x+x --at x=1 --max-length 4 | 7 | --max-length",
                "compare sum(i,1,10000,sum(j,1,10000,x)) --at x=1 | 7 | more than 10000000 repetitions",
                "compare sum(i,1,n,x) --at x=1 | 3 | whole numbers that are known",
                "compare sum(2,1,3,x) --at x=1 | 3 | the name of a variable of its own",
                "compare iterate(3,z,x) --at x=1 | 3 | takes 4 arguments",
                "compare iterate(3,z,x,z,w,v) --at x=1 | 3 | its name, its start and its next value",
                "compare sum(i,1,3,x) --at x=1 --data nowhere.csv | 6 | there is no file nowhere.csv",
                "trace 3 | 2 | no variable to",
                "trace sum(i,1,3,x) --at x=1 | 2 | write its terms out",
                "corpus run nowhere.txt | 6 | there is no file 'nowhere.txt'",
                "corpus run papers --fail-if speed>3 | 2 | none of bad, contradicted, unsettled",
                "corpus diff nowhere.jsonl nothing.jsonl | 6 | there is no file nowhere.jsonl",
                "compare exp(exp(exp(exp(x)))) --at x=9 | 5 | not settled with 1000 digits",
                "diff sin(exp(x)*tan(x)+x^2) --order 40 --max-nodes 500 | 7 | --max-nodes",
                "diff x^3 --order 2 --max-seconds 0 | 7 | --max-seconds",
                "diff x^2^x --order 60 --simplify none --max-nodes 2000 | 7 | more than 2000"
            })
    void every_failure_is_one_clear_message_and_a_distinct_code(String command, int code, String message) {
        Run run = Run.of(command.split(" "));
        assertEquals(code, run.code(), run.err());
        assertTrue(run.err().startsWith("error: "), run.err());
        assertTrue(run.err().contains(message), run.err());
        assertFalse(run.err().contains("\tat ") || run.err().contains("Exception"), run.err());
        assertFalse(run.err().contains(".part"), "a name that the user has not chosen");
        assertTrue(run.err().codePoints().noneMatch(c -> c == 0xFFFD), "a character that the user has not typed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-x^2", "-x", "-sin(x)", "-2"})
    void an_expression_may_begin_with_a_minus_sign(String text) {
        assertEquals(0, Run.of("diff", text, "--wrt", "x").code() * (text.equals("-2") ? 0 : 1));
        assertFalse(Run.of("diff", text, "--wrt", "x").err().contains("Unknown option"));
    }

    @Test
    void numbers_of_the_point_may_be_formulas_and_names_may_be_greek() {
        Run run = Run.of("compare", "sin(θ)*α1", "--at", "θ=pi/2, α1=sqrt(4)");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("df/dα1 = 1 ") || run.out().contains("df/dα1 = 0.99999999"), run.out());
    }

    @Test
    void the_point_is_the_nearest_double_unless_asked_for_as_written() {
        assertTrue(Run.of("compare", "x^2", "--at", "x=0.1")
                .out()
                .contains("df/dx = 0.200000000000000011102230246251565"));
        String exact = Run.of("compare", "x^2", "--at", "x=1/10", "--exact").out();
        assertTrue(exact.contains("df/dx = 0.2  (proved"), exact);
        assertEquals(2, Run.of("compare", "x^2", "--at", "x=pi", "--exact").code());
    }

    @Test
    void literals_are_exact_unless_asked_for_as_doubles() {
        String[] command = {"compare", "0.1*x", "--at", "x=1"};
        assertTrue(Run.of(command).out().contains("df/dx = 0.1  (proved"));
        String rounded =
                Run.of("compare", "0.1*x", "--at", "x=1", "--double-literals").out();
        assertTrue(rounded.contains("df/dx = 0.1000000000000000055511151231257827021182"), rounded);
    }
}
