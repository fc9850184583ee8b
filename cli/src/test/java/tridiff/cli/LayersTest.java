package tridiff.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The house as docs/architecture.md draws it: arrows between packages and modules point one way, rooms are small, files short. */
class LayersTest {

    private static final int MOST_TYPES = 25;
    private static final int MOST_LINES = 400;
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern TYPE = Pattern.compile("tridiff(/\\w+)+/[A-Z]\\w*");

    /** The top-level types that each top-level type mentions, of all modules on the class path. */
    private static final Map<String, Set<String>> MENTIONED = new TreeMap<>();

    @BeforeAll
    static void readTheClassPath() throws IOException {
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path) && path.endsWith(Path.of("target", "classes"))) {
                readFrom(path);
            } else if (path.getFileName().toString().matches("tridiff-.*\\.jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(path)) {
                    readFrom(jar.getPath("/"));
                }
            }
        }
    }

    private static void readFrom(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                String name = root.relativize(file).toString().replace(".class", "");
                Set<String> mentioned = MENTIONED.computeIfAbsent(topLevel(name), t -> new TreeSet<>());
                for (String text : texts(file)) {
                    TYPE.matcher(text).results().forEach(r -> mentioned.add(topLevel(r.group())));
                }
                mentioned.remove(topLevel(name));
            }
        }
    }

    /** The texts in the constant pool of a class file, among them the names and descriptors of all types (JVM specification, 4.4). */
    private static List<String> texts(Path file) throws IOException {
        var texts = new ArrayList<String>();
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            in.skipNBytes(8);
            int count = in.readUnsignedShort();
            for (int i = 1; i < count; i++) {
                switch (in.readUnsignedByte()) {
                    case 1 -> texts.add(in.readUTF());
                    case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                    case 15 -> in.skipNBytes(3);
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                    case 5, 6 -> {
                        in.skipNBytes(8);
                        i++;
                    }
                    default -> throw new IOException("unknown constant in " + file);
                }
            }
        }
        return texts;
    }

    private static String topLevel(String internalName) {
        return internalName.replaceFirst("\\$.*", "").replace('/', '.');
    }

    private static String packageOf(String type) {
        return type.substring(0, type.lastIndexOf('.'));
    }

    private static Map<String, Set<String>> packages() {
        var arrows = new TreeMap<String, Set<String>>();
        MENTIONED.forEach((type, others) -> others.stream()
                .filter(MENTIONED::containsKey) // and no text that looks like one
                .map(LayersTest::packageOf)
                .filter(p -> !p.equals(packageOf(type)))
                .forEach(p -> arrows.computeIfAbsent(packageOf(type), k -> new TreeSet<>())
                        .add(p)));
        return arrows;
    }

    @Test
    void no_packages_depend_on_each_other_in_a_circle() {
        Map<String, Set<String>> left = packages();
        boolean found = true;
        while (found) {
            var below = new TreeSet<String>();
            left.values().forEach(below::addAll);
            // neither what stands on nothing that is left, nor what nothing left stands on, lies on a circle
            found = left.entrySet()
                    .removeIf(e -> e.getValue().stream().noneMatch(left::containsKey) || !below.contains(e.getKey()));
        }
        assertEquals(Map.of(), left, "packages on a circle");
    }

    @Test
    void no_package_is_crowded() {
        Map<String, Long> crowded = MENTIONED.keySet().stream()
                .filter(type -> !type.endsWith("package-info"))
                .collect(Collectors.groupingBy(LayersTest::packageOf, TreeMap::new, Collectors.counting()));
        crowded.values().removeIf(types -> types <= MOST_TYPES);
        assertEquals(Map.of(), crowded);
    }

    /** What runs lists is behind one door. */
    @Test
    void other_modules_see_only_the_doors_of_what_runs_lists() {
        Set<String> doors = MENTIONED.entrySet().stream()
                .filter(e -> !e.getKey().startsWith("tridiff.wengert."))
                .flatMap(e -> e.getValue().stream())
                .filter(type -> packageOf(type).equals("tridiff.wengert.run"))
                .map(type -> type.substring(type.lastIndexOf('.') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("Evaluator"), doors);
    }

    @Test
    void no_file_is_long() throws IOException {
        var long_ = new ArrayList<String>();
        for (Path source : sources()) {
            long lines;
            try (Stream<String> all = Files.lines(source)) {
                lines = all.count();
            }
            if (lines > MOST_LINES) {
                long_.add(ROOT.relativize(source) + ": " + lines);
            }
        }
        assertEquals(List.of(), long_);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(f -> f.toString().endsWith(".java")
                            && f.toString().contains(File.separator + "src" + File.separator + "main"))
                    .toList();
        }
    }

    /** The lines {@code symbolic → wengert} of the document are the dependencies in the poms, no more and no less. */
    @Test
    void the_drawing_of_the_modules_is_true() throws IOException {
        Map<String, Set<String>> drawn = new TreeMap<>();
        for (String line : Files.readAllLines(ROOT.resolve("docs/architecture.md"))) {
            String[] sides = line.strip().split(" → ");
            if (line.startsWith("    ") && sides.length == 2) {
                drawn.put(
                        sides[0].strip(),
                        new TreeSet<>(Arrays.asList(sides[1].strip().split(", "))));
            }
        }
        assertTrue(drawn.size() > 5, drawn.toString());
        drawn.forEach((module, others) -> assertEquals(others, dependencies(module), module));
    }

    private static Set<String> dependencies(String module) {
        try {
            String pom = Files.readString(ROOT.resolve(module).resolve("pom.xml"));
            return Pattern.compile(
                            "<artifactId>tridiff-([\\w-]+)</artifactId>(?!\\s*<name>)(?!\\s*<scope>(?:test|runtime))")
                    .matcher(pom)
                    .results()
                    .map(r -> r.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Classes and tests that the document names are there. */
    @Test
    void what_the_drawing_names_exists() throws IOException {
        Set<String> names;
        try (Stream<Path> all = Files.walk(ROOT)) {
            names = all.map(f -> f.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        String document = Files.readString(ROOT.resolve("docs/architecture.md"));
        Set<String> named = Pattern.compile("`([A-Z]\\w+)`")
                .matcher(document)
                .results()
                .map(r -> r.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        named.removeAll(names);
        assertEquals(Set.of(), named);
    }
}
