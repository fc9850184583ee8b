package tridiff.charts.style;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.io.StringWriter;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.w3c.dom.Document;

/** Paints as SVG by Apache Batik: what is painted on an image can be painted here, and text stays text. */
final class Svg {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    /** As wide as what was measured, then fonts with Hangul. */
    private static final String FAMILIES =
            "'DejaVu Sans',Verdana,'Noto Sans KR','Noto Sans CJK KR','Apple SD Gothic Neo','Malgun Gothic',sans-serif";

    /** Digits of coordinates after the point: a hundredth of a pixel. */
    private static final int PRECISION = 2;

    private Svg() {}

    static String of(int width, int height, Consumer<Graphics2D> painter) {
        Document document = empty();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setPrecision(PRECISION);
        context.setComment("tridiff");
        var g = new SVGGraphics2D(context, false);
        g.setSVGCanvasSize(new Dimension(width, height));
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(Theme.PAPER);
        g.fillRect(0, 0, width, height);
        painter.accept(g);
        var text = new StringWriter();
        try {
            g.stream(text, true);
        } catch (SVGGraphics2DIOException e) {
            throw new IllegalStateException("the picture cannot be written as SVG", e);
        }
        return text.toString().replace("font-family:sans-serif", "font-family:" + FAMILIES);
    }

    private static Document empty() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(NAMESPACE, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java has no XML", e);
        }
    }
}
