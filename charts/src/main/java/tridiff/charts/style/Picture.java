package tridiff.charts.style;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BiConsumer;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import tridiff.expr.said.Language;

/** A finished picture in a language, as PNG and as SVG. The same data give the same bytes. */
public final class Picture {

    private static final int SCALE = 2;

    private final int width;
    private final int height;
    private final BiConsumer<Graphics2D, Language> painter;
    private final Language say;

    private Picture(int width, int height, BiConsumer<Graphics2D, Language> painter, Language say) {
        this.width = width;
        this.height = height;
        this.painter = painter;
        this.say = say;
    }

    /** Paints on white paper of that size, in English. */
    public static Picture paint(int width, int height, BiConsumer<Graphics2D, Language> painter) {
        return new Picture(width, height, painter, Language.ENGLISH);
    }

    /** Whether this machine has a font with the letters of a language. */
    public static boolean canBeDrawnIn(Language language) {
        return Theme.TITLE.canDisplayUpTo(language.name()) < 0;
    }

    /** The same picture in another language. */
    public Picture in(Language other) {
        return new Picture(width, height, painter, other);
    }

    private static void smooth(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Paints the picture once more, as large as fits into a rectangle at the origin, in the middle of it. */
    void paintWithin(Graphics2D g, int mostWidth, int mostHeight) {
        double scale = Math.min((double) mostWidth / width, (double) mostHeight / height);
        Graphics2D scaled = (Graphics2D) g.create();
        smooth(scaled);
        scaled.translate((mostWidth - scale * width) / 2, (mostHeight - scale * height) / 2);
        scaled.scale(scale, scale);
        painter.accept(scaled, say);
        scaled.dispose();
    }

    private static byte[] encode(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", stream)) {
                throw new IllegalStateException("this Java cannot write PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The bytes of the PNG file; the image has twice as many pixels each way. */
    public byte[] png() {
        var image = new BufferedImage(SCALE * width, SCALE * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        smooth(g);
        g.scale(SCALE, SCALE);
        g.setColor(Theme.PAPER);
        g.fillRect(0, 0, width, height);
        painter.accept(g, say);
        g.dispose();
        return encode(image);
    }

    /** The same picture as SVG, text as text. */
    public String svg() {
        return Svg.of(width, height, g -> painter.accept(g, say));
    }
}
