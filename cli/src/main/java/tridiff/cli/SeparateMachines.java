package tridiff.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import tridiff.cli.output.Failure;
import tridiff.compare.ComparisonReport;
import tridiff.compare.RepeatedComparison;
import tridiff.compare.json.JsonReport;
import tridiff.expr.said.Said;

/** Runs the same comparison in Java machines of their own, one after the other, so that none disturbs another. */
final class SeparateMachines {

    /** Tells a machine that it is one of them: it writes its result as one line of JSON, whatever its arguments say. */
    private static final String PROPERTY = "tridiff.machine";

    private SeparateMachines() {}

    /** Whether this is one of the machines. */
    static boolean isOne() {
        return Boolean.getBoolean(PROPERTY);
    }

    /** A report with their times. */
    static ComparisonReport time(ComparisonReport own, List<String> arguments, IntConsumer progress) {
        var reports = new ArrayList<ComparisonReport>();
        for (int i = 0; i < RepeatedComparison.MACHINES; i++) {
            reports.add(JsonReport.read(output(arguments)));
            progress.accept(i + 1);
        }
        return RepeatedComparison.of(own, reports);
    }

    private static List<String> command(List<String> arguments) {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(
                List.of("-D" + PROPERTY + "=true", "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(arguments);
        return command;
    }

    private static String output(List<String> arguments) {
        try {
            Process process = new ProcessBuilder(command(arguments))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var end = new Thread(process::destroyForcibly);
            Runtime.getRuntime().addShutdownHook(end);
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(end);
            if (code != 0 || text.isBlank()) {
                throw Failure.of(Failure.OUTPUT, Said.of("cli.machine.times", code), Said.of("cli.help.quick"));
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
