package tridiff.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The C++ of this module, compiled into a folder of its own that goes when it is closed. */
final class CppProgram implements AutoCloseable {

    static final List<String> COMPILER = List.of("g++", "-O3", "-march=native", "-std=c++17");

    /** Nanoseconds of one value and of one gradient. */
    record Times(double value, double gradient) {

        Times fastest(Times that) {
            return new Times(Math.min(value, that.value), Math.min(gradient, that.gradient));
        }
    }

    /** A function's value, the value that its gradient comes with, and the gradient. */
    record Values(double value, double valueBeside, double[] gradient) {}

    private final Path folder;
    private final Path program;

    private CppProgram(Path folder) {
        this.folder = folder;
        this.program = folder.resolve("adjoints");
    }

    /** The first line in which the compiler names itself; empty if there is none. */
    static Optional<String> compiler() throws InterruptedException {
        try {
            return Optional.of(output(List.of(COMPILER.get(0), "--version"))
                    .lines()
                    .findFirst()
                    .orElseThrow());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static CppProgram compiled() throws IOException, InterruptedException {
        var program = new CppProgram(Files.createTempDirectory("adjoints"));
        try {
            for (String file : List.of("problems.hpp", "adjoints.cpp")) {
                try (InputStream source = CppProgram.class.getResourceAsStream(file)) {
                    Files.copy(source, program.folder.resolve(file));
                }
            }
            var command = new ArrayList<>(COMPILER);
            command.addAll(List.of(
                    "-o",
                    program.program.toString(),
                    program.folder.resolve("adjoints.cpp").toString()));
            output(command);
            return program;
        } catch (IOException | InterruptedException e) {
            program.close();
            throw e;
        }
    }

    /** The problem of that name at its point. */
    Values values(String name, Problem problem) throws IOException, InterruptedException {
        Path result = folder.resolve("result");
        run("check", name, problem, result.toString());
        double[] numbers = new double[2 + problem.point().length];
        ByteBuffer.wrap(Files.readAllBytes(result))
                .order(ByteOrder.nativeOrder())
                .asDoubleBuffer()
                .get(numbers);
        double[] gradient = new double[numbers.length - 2];
        System.arraycopy(numbers, 2, gradient, 0, gradient.length);
        return new Values(numbers[0], numbers[1], gradient);
    }

    /** The fastest of several batches of so many milliseconds. */
    Times times(String name, Problem problem, double millis) throws IOException, InterruptedException {
        String[] nanos =
                run("time", name, problem, Double.toString(millis)).strip().split(" ");
        return new Times(Double.parseDouble(nanos[0]), Double.parseDouble(nanos[1]));
    }

    private String run(String what, String name, Problem problem, String last)
            throws IOException, InterruptedException {
        Path input = folder.resolve("input");
        Files.write(input, input(problem.point(), problem.data()));
        String[] parts = name.split(":", 2);
        return output(List.of(program.toString(), what, parts[0], parts[1], input.toString(), last));
    }

    /** Arrays with their lengths before them, as the program reads them. */
    private static byte[] input(double[]... arrays) {
        int length = Stream.of(arrays)
                .mapToInt(a -> Long.BYTES + a.length * Double.BYTES)
                .sum();
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
        for (double[] array : arrays) {
            bytes.putLong(array.length);
            for (double x : array) {
                bytes.putDouble(x);
            }
        }
        return bytes.array();
    }

    /** What a command prints; an exception with it if it fails. */
    private static String output(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + code + ": " + printed.strip());
        }
        return printed;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
