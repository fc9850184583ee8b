package tridiff.compare.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tridiff.compare.json.TextsInJson;
import tridiff.expr.said.Said;
import tridiff.expr.said.UnusableFile;
import tridiff.wengert.method.MethodId;

/**
 * Runs a corpus of any size in constant memory: entries are read, judged by several threads and written in their order, a few
 * hundred at a time on the way.
 *
 * <p>Results are appended to a file and synced; a run that was killed goes on where its file ends, if it is the same run: the file
 * begins with its {@link Heading}.
 */
public final class CorpusRun {

    private static final int WAITING_PER_THREAD = 64;
    private static final int SYNCED_AFTER = 256;
    private static final int BLOCK = 1 << 16;

    /** An entry is read from no longer a line, and written with its escapes and results. */
    private static final int LONGEST_LINE = 8 * TextEntries.LONGEST_LINE;

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new TextsInJson()).build();

    private final Examiner examiner;
    private final int threads;

    CorpusRun(Examiner examiner, int threads) {
        this.examiner = examiner;
        this.threads = threads;
    }

    /** A run with a comparer of one's own. */
    public static CorpusRun with(tridiff.compare.Comparer comparer, java.util.List<MethodId> methods, int threads) {
        return new CorpusRun(new Examiner(comparer, methods), threads);
    }

    /** The outcomes of a file of results; a last line that was cut off is left out. */
    public static void read(Path file, Consumer<Outcome> consumer) throws IOException {
        try (BufferedReader in = Lines.text(Files.newInputStream(file))) {
            var lines = new Lines(in, LONGEST_LINE);
            long number = 0;
            for (String text = lines.next(); text != null; text = lines.next()) {
                number++;
                Optional<Outcome> outcome = lines.isTooLong(text) ? Optional.empty() : outcome(text);
                outcome.ifPresent(consumer);
                boolean heading = number == 1 && Heading.isOne(text);
                if (outcome.isEmpty() && !heading && lines.isEnded()) {
                    throw new UnusableFile(Said.of("compare.file.results.line", number, file));
                }
            }
        }
    }

    private static Optional<Outcome> outcome(String text) {
        try {
            return Optional.ofNullable(JSON.readValue(text, Outcome.class)).filter(Outcome::isComplete);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Prepares a file to go on with: what a kill left of a last line is cut off; returns which entries are done. */
    static BitSet resume(Path file, Heading heading, Consumer<Outcome> consumer) throws IOException {
        var done = new BitSet();
        if (!Files.exists(file)) {
            return done;
        }
        heading.requireIn(file);
        cutLastLine(file);
        read(file, outcome -> {
            done.set(Math.toIntExact(outcome.number()));
            consumer.accept(outcome);
        });
        return done;
    }

    private static void cutLastLine(Path file) throws IOException {
        try (var raw = new RandomAccessFile(file.toFile(), "rw")) {
            long end = raw.length();
            byte[] block = new byte[BLOCK];
            while (end > 0) {
                int length = (int) Math.min(BLOCK, end);
                raw.seek(end - length);
                raw.readFully(block, 0, length);
                int kept = length;
                while (kept > 0 && block[kept - 1] != '\n') {
                    kept--;
                }
                end -= length - kept;
                if (kept > 0) {
                    break;
                }
            }
            raw.setLength(end);
        }
    }

    /** Judges all entries, and writes nothing. */
    public void run(Iterator<Entry> entries, Consumer<Outcome> consumer, LongConsumer progress) throws IOException {
        judge(entries, new BitSet(), null, consumer, progress);
    }

    /**
     * Judges all entries that are not done.
     *
     * @param results file to append to
     * @param heading what the run is of
     * @param consumer of every outcome, those of an earlier run first
     * @param progress told how many entries are done
     * @throws Heading.Other if the file has results of another run; nothing is changed then
     */
    public void run(
            Iterator<Entry> entries, Path results, Heading heading, Consumer<Outcome> consumer, LongConsumer progress)
            throws IOException {
        BitSet done = resume(results, heading, consumer);
        try (FileChannel out = FileChannel.open(results, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            if (out.size() == 0) {
                write(out, heading.line());
            }
            judge(entries, done, out, consumer, progress);
            out.force(false);
        }
    }

    private void judge(
            Iterator<Entry> entries, BitSet done, FileChannel out, Consumer<Outcome> consumer, LongConsumer progress)
            throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            var thread = new Thread(task, "tridiff-corpus");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Queue<Future<Outcome>> waiting = new ArrayDeque<>();
            long count = 0;
            int unsynced = 0;
            while (entries.hasNext() || !waiting.isEmpty()) {
                while (entries.hasNext() && waiting.size() < threads * WAITING_PER_THREAD) {
                    Entry entry = entries.next();
                    if (done.get(Math.toIntExact(entry.number()))) {
                        progress.accept(++count);
                    } else {
                        waiting.add(pool.submit(() -> examiner.of(entry)));
                    }
                }
                if (!waiting.isEmpty()) {
                    Outcome outcome = get(waiting.remove());
                    unsynced = append(out, outcome, unsynced);
                    consumer.accept(outcome);
                    progress.accept(++count);
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static int append(FileChannel out, Outcome outcome, int unsynced) throws IOException {
        if (out == null) {
            return 0;
        }
        write(out, JSON.writeValueAsString(outcome));
        if (unsynced + 1 >= SYNCED_AFTER) {
            out.force(false);
            return 0;
        }
        return unsynced + 1;
    }

    private static void write(FileChannel out, String line) throws IOException {
        var bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private static Outcome get(Future<Outcome> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
