package tridiff.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import tridiff.autodiff.reverse.Adjoints;
import tridiff.expr.Expr;
import tridiff.expr.FunctionTable;
import tridiff.expr.Rational;
import tridiff.expr.Refusal;
import tridiff.expr.text.Parser;
import tridiff.expr.text.Printer;
import tridiff.peers.SymjaDerivative;
import tridiff.reference.enclosure.Enclosure;
import tridiff.reference.enclosure.Enclosures;
import tridiff.symbolic.SymbolicDerivative;
import tridiff.wengert.WengertList;

/**
 * Our simplified derivatives beside symja's {@code Simplify(D(…))}: tree nodes, wrong answers, time; both warm, in one JVM.
 *
 * <p>Arguments: {@code feynman.csv}, {@code rubi_sample.tsv}, and optionally a file for symja's sizes, one row a partial derivative.
 */
public final class SymjaComparison {

    private static final double SECONDS = 20;
    private static final int POINTS = 4;
    private static final int LISTED = 25;

    private record Task(String corpus, String id, Expr f, Expr.Var x) {}

    private record Answer(
            Task task, Expr ours, Expr symja, String refusal, long ourNanos, long symjaNanos, boolean wrong) {
        long nodes() {
            return size(ours);
        }

        long symjaNodes() {
            return size(symja);
        }
    }

    private SymjaComparison() {}

    public static void main(String[] args) throws IOException {
        List<Task> tasks = new ArrayList<>(feynman(Path.of(args[0])));
        tasks.addAll(rubi(Path.of(args[1])));
        List<Answer> answers = answers(tasks);
        for (String corpus : List.of("feynman", "rubi")) {
            report(
                    corpus,
                    answers.stream().filter(a -> a.task.corpus.equals(corpus)).toList());
        }
        if (args.length > 2) {
            Files.write(Path.of(args[2]), rows(answers));
        }
        System.exit(0); // symja may have left threads behind
    }

    private static List<Task> feynman(Path file) throws IOException {
        var tasks = new ArrayList<Task>();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.replace("\"", "").split(",", 3);
            Set<String> names = new HashSet<>();
            for (String range : cells[2].split(";")) {
                names.add(range.strip().split(" ")[0]);
            }
            Expr f = new Parser(FunctionTable.standard(), Parser.Limits.DEFAULT, names)
                    .read(cells[1])
                    .expr();
            f.variables().forEach(x -> tasks.add(new Task("feynman", cells[0], f, x)));
        }
        return tasks;
    }

    private static List<Task> rubi(Path file) throws IOException {
        var tasks = new ArrayList<Task>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 1; i < lines.size(); i++) {
            String[] cells =
                    lines.get(i).replace("%pi", "pi").replace("%e", "e").split("\t");
            tasks.add(new Task("rubi", Integer.toString(i), Parser.parse(cells[4]), Expr.variable(cells[3])));
        }
        return tasks;
    }

    private record Timed(Expr expr, String refusal, long nanos) {}

    /** Each method does all tasks again and again, ours twenty times, symja's twice, which takes longer; its fastest pass counts. */
    private static List<Answer> answers(List<Task> tasks) {
        var simplified = SymbolicDerivative.simplified();
        var symja = new SymjaDerivative(SECONDS);
        List<Timed> ours = fastest(20, tasks, task -> simplified.derivative(task.f, task.x));
        List<Timed> theirs = fastest(2, tasks, task -> symja.derivative(task.f, task.x));
        var answers = new ArrayList<Answer>();
        for (int i = 0; i < tasks.size(); i++) {
            Task task = tasks.get(i);
            Timed our = ours.get(i);
            Timed their = theirs.get(i);
            boolean wrong = their.expr != null && differs(task, their.expr);
            answers.add(new Answer(task, our.expr, their.expr, their.refusal, our.nanos, their.nanos, wrong));
        }
        return answers;
    }

    private static List<Timed> fastest(int passes, List<Task> tasks, Function<Task, Expr> method) {
        return IntStream.range(0, passes)
                .mapToObj(pass -> timed(tasks, method))
                .min(Comparator.comparingLong(
                        all -> all.stream().mapToLong(Timed::nanos).sum()))
                .orElseThrow();
    }

    private static List<Timed> timed(List<Task> tasks, Function<Task, Expr> method) {
        var all = new ArrayList<Timed>();
        for (Task task : tasks) {
            Expr expr = null;
            String refusal = "";
            long start = System.nanoTime();
            try {
                expr = method.apply(task);
            } catch (Refusal e) {
                refusal = e.getMessage();
            }
            all.add(new Timed(expr, refusal, System.nanoTime() - start));
        }
        return all;
    }

    /** Whether an answer is proved to be another number, or none, where the derivative by the rules has a value. */
    private static boolean differs(Task task, Expr answer) {
        var k = new Enclosures(60);
        List<Expr.Var> variables = task.f.variables();
        var f = WengertList.of(task.f, variables);
        int i = f.inputs().indexOf(task.x.name());
        var list = WengertList.of(answer, variables);
        var random = new Random(1);
        for (int n = 0; n < POINTS; n++) {
            List<Enclosure> point = variables.stream()
                    .map(v -> Enclosure.of(Rational.of(Math.rint(1000 * random.nextDouble() + 200) / 1000)))
                    .toList();
            boolean there = f.in(k, point).get(0).isNumber();
            Enclosure truth = there && i >= 0 ? Adjoints.gradient(f, k, point).get(i) : null;
            if (truth != null && truth.isNumber()) {
                Enclosure value = list.in(k, point).get(0);
                if (value.isUndefined() || value.isNumber() && !value.overlaps(truth)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static long size(Expr e) {
        return WengertList.of(e, List.of()).treeSize().longValueExact();
    }

    private static void report(String corpus, List<Answer> all) {
        List<Answer> answered = all.stream().filter(a -> a.symja != null).toList();
        List<Answer> right = answered.stream().filter(a -> !a.wrong).toList();
        long ourNanos = answered.stream().mapToLong(Answer::ourNanos).sum();
        long symjaNanos = answered.stream().mapToLong(Answer::symjaNanos).sum();
        print(
                "%n%s: %d derivatives, refused by symja %d, wrong by symja %d%n",
                corpus, all.size(), all.size() - answered.size(), answered.size() - right.size());
        print("tree nodes  ours %d  symja %d%n", nodes(answered), symjaNodes(answered));
        print("where symja is right  ours %d  symja %d%n", nodes(right), symjaNodes(right));
        print(
                "smaller: ours %d, symja %d, equal %d%n",
                right.stream().filter(a -> a.nodes() < a.symjaNodes()).count(),
                right.stream().filter(a -> a.nodes() > a.symjaNodes()).count(),
                right.stream().filter(a -> a.nodes() == a.symjaNodes()).count());
        print(
                "time  ours %.1f ms  symja %.1f ms  ratio %.0f%n",
                ourNanos / 1e6, symjaNanos / 1e6, (double) symjaNanos / ourNanos);
        right.stream()
                .sorted(Comparator.comparingLong(a -> a.symjaNodes() - a.nodes()))
                .limit(LISTED)
                .filter(a -> a.nodes() > a.symjaNodes())
                .forEach(a -> print(
                        "  %4d : %4d  %s by %s: %s%n",
                        a.nodes(), a.symjaNodes(), a.task.id, a.task.x.name(), Printer.PLAIN.printUpTo(100, a.symja)));
    }

    private static long nodes(List<Answer> answers) {
        return answers.stream().mapToLong(Answer::nodes).sum();
    }

    private static long symjaNodes(List<Answer> answers) {
        return answers.stream().mapToLong(Answer::symjaNodes).sum();
    }

    private static List<String> rows(List<Answer> answers) {
        var rows = new ArrayList<String>();
        rows.add("corpus\tid\tvariable\tsymja 3.0.0: tree nodes, wrong, or refused");
        for (Answer a : answers) {
            String result = a.symja == null ? a.refusal : a.wrong ? "wrong" : Long.toString(a.symjaNodes());
            rows.add(String.join("\t", a.task.corpus, a.task.id, a.task.x.name(), result));
        }
        return rows;
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
