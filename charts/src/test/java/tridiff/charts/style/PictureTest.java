package tridiff.charts.style;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureTest {

    private final Picture picture = Picture.paint(30, 20, (g, say) -> g.drawLine(0, 0, 30, 20));

    @TempDir
    private Path folder;

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    @Test
    void it_has_twice_as_many_pixels_each_way() throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(picture.png()));
        assertEquals(60, image.getWidth());
        assertEquals(40, image.getHeight());
    }

    @Test
    void the_file_has_the_bytes_and_stands_alone() throws IOException {
        OutputFile.write(folder.resolve("a.png"), picture.png());
        assertArrayEquals(picture.png(), Files.readAllBytes(folder.resolve("a.png")));
        assertEquals(1, files());
    }

    @Test
    void an_older_file_is_replaced() throws IOException {
        Files.writeString(folder.resolve("a.png"), "old");
        OutputFile.write(folder.resolve("a.png"), picture.png());
        assertArrayEquals(picture.png(), Files.readAllBytes(folder.resolve("a.png")));
    }

    @Test
    void without_its_folder_it_fails_and_leaves_nothing() throws IOException {
        Path file = folder.resolve("missing").resolve("a.png");
        assertThrows(IOException.class, () -> OutputFile.write(file, picture.png()));
        assertEquals(0, files());
    }

    @Test
    void a_folder_in_its_place_stays_and_nothing_is_left_beside_it() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("a.png")).resolve("kept");
        Files.writeString(inside, "kept");
        assertThrows(IOException.class, () -> OutputFile.write(folder.resolve("a.png"), picture.png()));
        assertEquals("kept", Files.readString(inside));
        assertEquals(1, files());
    }

    @Test
    void svg_is_the_same_picture_with_text_as_text() throws Exception {
        String svg = Picture.paint(30, 20, (g, say) -> {
                    g.drawLine(0, 0, 30, 20);
                    g.drawString("h < 1 & λ", 1, 10);
                })
                .svg();
        var document = javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        svg.replaceFirst("<!DOCTYPE[^>]*>", "").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertEquals("30", document.getDocumentElement().getAttribute("width"));
        assertEquals("h < 1 & λ", document.getElementsByTagName("text").item(0).getTextContent());
        assertEquals(
                svg,
                Picture.paint(30, 20, (g, say) -> {
                            g.drawLine(0, 0, 30, 20);
                            g.drawString("h < 1 & λ", 1, 10);
                        })
                        .svg());
    }
}
