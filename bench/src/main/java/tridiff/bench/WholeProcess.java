package tridiff.bench;

import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a user waits for at the command line, and how much memory a long corpus takes: whole processes, from outside.
 *
 * <p>{@code java -cp 'bench/target/benchmarks.jar:bench/target/lib/*' tridiff.bench.WholeProcess} takes the median of ten starts; with
 * {@code corpus} it runs a corpus of 10^5 lines and one of 10^6, in a heap of 300 MB, in some minutes. It ends with 1 where a limit is
 * not kept.
 */
public final class WholeProcess {

    private static final int STARTS = 10;
    private static final double MOST_SECONDS_COMPARE = 0.5;
    private static final double MOST_SECONDS_HELP = 0.25;
    private static final String HEAP = "-Xmx300m";

    private WholeProcess() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        boolean ofCorpora = args.length > 0 && args[0].equals("corpus");
        boolean kept = ofCorpora ? corpora() : starts();
        System.exit(kept ? 0 : 1);
    }

    private static boolean starts() throws IOException, InterruptedException {
        System.out.println("| command | median s | fastest | slowest | at most |\n|---|---:|---:|---:|---:|");
        boolean help = start(MOST_SECONDS_HELP, "--help");
        boolean compare = start(MOST_SECONDS_COMPARE, "compare", "exp(sin(x))/(1+x^2)", "--at", "x=0.7");
        return help && compare;
    }

    private static boolean start(double most, String... arguments) throws IOException, InterruptedException {
        run("", arguments); // the first reads files that the others find in memory
        var seconds = new ArrayList<Double>();
        for (int i = 0; i < STARTS; i++) {
            seconds.add(run("", arguments));
        }
        seconds.sort(null);
        double median = (seconds.get(STARTS / 2 - 1) + seconds.get(STARTS / 2)) / 2;
        System.out.printf(
                Locale.ROOT,
                "| `%s` | %.2f | %.2f | %.2f | %.2f |%n",
                String.join(" ", arguments),
                median,
                seconds.get(0),
                seconds.get(STARTS - 1),
                most);
        return median <= most;
    }

    /** Ten times the lines in the same heap: what grows with them would not fit. */
    private static boolean corpora() throws IOException, InterruptedException {
        System.out.println("| lines | seconds | results |\n|---:|---:|---:|");
        boolean complete = true;
        for (int lines : new int[] {100_000, 1_000_000}) {
            Path corpus = Files.createTempFile("corpus", ".txt");
            Path results = Files.createTempFile("results", ".jsonl");
            Files.delete(results);
            write(corpus, lines);
            double seconds =
                    run(HEAP, "corpus", "run", corpus.toString(), "--methods", "autodiff.*", "-o", results.toString());
            long found;
            try (var rows = Files.lines(results)) {
                found = rows.count() - 1; // without the heading
            }
            System.out.printf(Locale.ROOT, "| %d | %.0f | %d |%n", lines, seconds, found);
            complete &= found == lines;
            Files.delete(corpus);
            Files.delete(results);
        }
        return complete;
    }

    private static void write(Path corpus, int lines) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(corpus)) {
            for (int i = 0; i < lines; i++) {
                out.write("line" + i + ": sin(x*" + (i % 97) + ") + x*y @ x=0." + (1 + i % 8) + ", y=2\n");
            }
        }
    }

    /** Seconds until the launcher of this folder has ended. */
    private static double run(String options, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("./tridiff"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectErrorStream(true)
                .directory(new File("."));
        process.environment().put("TRIDIFF_JAVA_OPTS", options);
        long start = System.nanoTime();
        int code = process.start().waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (code != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + code);
        }
        return seconds;
    }
}
