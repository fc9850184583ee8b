package tridiff.charts.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.FontMetrics;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class FittedTextTest {

    private final FontMetrics font =
            new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics().getFontMetrics(Theme.SUBTITLE);

    @Test
    void control_characters_do_not_pass() {
        assertEquals("a b�c", FittedText.clean("a\nb\u202Ec\u0007"));
    }

    @Test
    void what_is_too_wide_is_cut_and_fits() {
        String cut = FittedText.cut("sin(x) + ".repeat(1000), font, 300);
        assertTrue(cut.endsWith("…"));
        assertTrue(font.stringWidth(cut) <= 300);
        assertTrue(font.stringWidth(cut) > 270);
    }

    @Test
    void what_fits_stays() {
        assertEquals("sin(x)", FittedText.cut("sin(x)", font, 300));
    }

    @Test
    void a_pair_of_surrogates_is_not_torn() {
        String cut = FittedText.cut("𝒙".repeat(100), font, 100);
        assertEquals(cut, new String(cut.codePoints().toArray(), 0, (int)
                cut.codePoints().count()));
    }
}
