package tridiff.charts.page;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tridiff.charts.style.Picture;
import tridiff.charts.style.Theme;
import tridiff.expr.said.Language;

/** Pictures as parts of one page: all languages in one, names of their own, and colours that the page turns round in the dark. */
final class InlineSvg {

    private static final Pattern RGB = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)");
    private static final Pattern NAMED = Pattern.compile("(fill|stroke):(white|black)");
    private static final Pattern PAPER =
            Pattern.compile("<g style=\"fill:white; stroke:white;[^>]*>\\s*<rect[^>]*/></g>", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("<text[^>]*>[^<]*</text>");
    private static final Pattern AROUND_TEXT = Pattern.compile("(?=<text)|(?<=</text>)");

    /** As in report.css. */
    private static final Color DARK_PAGE = new Color(0x15181C);

    private final Map<String, String> dark = new TreeMap<>(); // from a colour to what it is in the dark

    /**
     * The picture without paper of its own, in all languages: what is the same in all of them stands there once.
     *
     * @param labels attributes that say by what it is named
     */
    String of(Picture picture, String id, String labels) {
        List<String> painted = Language.all().stream()
                .map(l -> ofPage(picture.in(l).svg(), id))
                .toList();
        String first = painted.get(0);
        String start = String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" %s"
                        + " style=\"%s\">",
                picture.width(),
                picture.height(),
                picture.width(),
                picture.height(),
                labels,
                first.substring(first.indexOf("style=\"") + 7, first.indexOf(';', first.indexOf("stroke-width"))));
        List<List<String>> pieces = pieces(painted);
        var svg = new StringBuilder(start);
        for (int i = 0; i < pieces.get(0).size(); i++) {
            int at = i;
            svg.append(PageTexts.each(
                    "g", say -> pieces.get(Language.all().indexOf(say)).get(at)));
        }
        return svg + "</svg>";
    }

    /** Texts and what is between them, piece by piece if only texts differ; else each picture as one piece. */
    private static List<List<String>> pieces(List<String> painted) {
        List<String> insides = painted.stream()
                .map(p -> p.substring(p.indexOf('>') + 1, p.lastIndexOf("</svg>")))
                .toList();
        boolean alike = insides.stream()
                        .map(i -> TEXT.matcher(i).replaceAll("·"))
                        .distinct()
                        .count()
                == 1;
        return insides.stream()
                .map(i -> alike ? List.of(AROUND_TEXT.split(i)) : List.of(i))
                .toList();
    }

    /** From its start tag on, without paper, its names and colours those of the page. */
    private String ofPage(String file, String id) {
        String svg = file.substring(file.indexOf("<svg"))
                .replaceAll("\\s*\\n\\s*(?=/?>)", "")
                .replaceAll("\\s*\\n\\s*", " ")
                .replaceAll("text-rendering:optimizeLegibility; ?", "")
                .replace(" xml:space=\"preserve\"", "")
                .replace("<!--tridiff-->", "");
        svg = PAPER.matcher(svg).replaceFirst("");
        svg = svg.replaceAll("\\bid=\"(\\w+)\"", "id=\"" + id + "-$1\"").replace("url(#", "url(#" + id + "-");
        svg = RGB.matcher(svg).replaceAll(m -> variable(new Color(number(m, 1), number(m, 2), number(m, 3))));
        return NAMED.matcher(svg)
                .replaceAll(m -> m.group(1) + ":" + variable(m.group(2).equals("white") ? Color.WHITE : Color.BLACK));
    }

    private static int number(java.util.regex.MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private String variable(Color color) {
        String hex = hex(color);
        dark.computeIfAbsent(hex, h -> hex(inTheDark(color)));
        return "var(--c" + hex + ")";
    }

    private static String hex(Color color) {
        return String.format(Locale.ROOT, "%06x", color.getRGB() & 0xFFFFFF);
    }

    /** The same hue, as much darker as it was lighter; white becomes the dark page. */
    private static Color inTheDark(Color color) {
        if (color.equals(Theme.PAPER)) {
            return DARK_PAGE;
        }
        float[] rgb = color.getRGBColorComponents(null);
        float high = Math.max(rgb[0], Math.max(rgb[1], rgb[2]));
        float low = Math.min(rgb[0], Math.min(rgb[1], rgb[2]));
        float lightness = (high + low) / 2;
        float turned = 0.1f + 0.84f * (1 - lightness);
        float[] result = new float[3];
        for (int i = 0; i < 3; i++) {
            float chroma = rgb[i] - lightness;
            float room = Math.min(turned, 1 - turned) / Math.max(0.01f, Math.min(lightness, 1 - lightness));
            result[i] = Math.max(0, Math.min(1, turned + chroma * Math.min(1, room)));
        }
        return new Color(result[0], result[1], result[2]);
    }

    /** The colours as custom properties; asked for after all pictures are written. */
    String style() {
        var css = new StringBuilder(":root{");
        dark.forEach((light, other) -> css.append("--c" + light + ":light-dark(#" + light + ",#" + other + ");"));
        return css.append("}\n").toString();
    }
}
