package tridiff.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium, if there is one on this machine. */
record Browser(Path program, Path scratch) {

    /** What a page became and what the console and the network layer said meanwhile. */
    record Visit(String dom, String log) {}

    static Optional<Path> installed() {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Opens the page, lets its scripts run, and returns the document. */
    Visit open(Path page, String... more) throws IOException, InterruptedException {
        Path log = scratch.resolve("log.txt");
        Path dom = scratch.resolve("dom.html");
        var command = new ArrayList<>(List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--enable-logging=stderr",
                "--user-data-dir=" + scratch.resolve("profile"),
                "--dump-dom"));
        command.addAll(List.of(more));
        command.add(page.toUri().toString());
        Process process = new ProcessBuilder(command)
                .redirectOutput(dom.toFile())
                .redirectError(log.toFile())
                .start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("the browser does not come to an end");
        }
        return new Visit(Files.readString(dom), Files.readString(log, StandardCharsets.ISO_8859_1));
    }
}
