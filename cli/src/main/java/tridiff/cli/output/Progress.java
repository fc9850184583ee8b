package tridiff.cli.output;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import picocli.CommandLine;
import tridiff.expr.said.Language;
import tridiff.expr.text.DisplayWidth;

/** A bar on the error stream while a long command works; on a terminal only, and gone when it is closed. */
public final class Progress implements IntConsumer, AutoCloseable {

    /** The total where nobody knows it. */
    public static final int UNKNOWN = 0;

    private static final int WIDTH = 30;
    private static final long EVERY_NANOS = 100_000_000;

    private final Language say;
    private final String label;
    private final int total;
    private final PrintWriter err;
    private final boolean shown;
    private final AtomicLong next = new AtomicLong(System.nanoTime() + 5 * EVERY_NANOS);

    public Progress(CommandLine commandLine, String name, int total) {
        this.say = LanguageArgument.of(commandLine);
        this.label = say.text("cli.progress." + name);
        this.total = total;
        this.err = commandLine.getErr();
        this.shown = Boolean.getBoolean("tridiff.terminal"); // set by the launcher
    }

    /** Shows how much is done, from any thread, not more often than ten times a second. */
    @Override
    public void accept(int done) {
        long now = System.nanoTime();
        long due = next.get();
        if (shown && now >= due && next.compareAndSet(due, now + EVERY_NANOS)) {
            int full = total == UNKNOWN ? 0 : (int) ((long) WIDTH * done / total);
            String bar = total == UNKNOWN
                    ? say.text("cli.progress.done", done)
                    : "█".repeat(full) + "░".repeat(WIDTH - full) + " " + done + "/" + total;
            err.print("\r" + label + " " + bar);
            err.flush();
        }
    }

    @Override
    public void close() {
        if (shown) {
            err.print("\r" + " ".repeat(DisplayWidth.of(label) + WIDTH + 24) + "\r");
            err.flush();
        }
    }
}
