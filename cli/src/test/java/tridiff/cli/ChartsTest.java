package tridiff.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.compare.Family;
import tridiff.compare.GradientCost;

class ChartsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "step-size",
                "error-over-x",
                "expression-size",
                "work-precision",
                "timing",
                "size-depth",
                "form-error",
                "gradient-cost",
                "digits"
            })
    void every_picture_is_drawn_as_light_svg(String name) throws Exception {
        Run run = Run.of("charts", name, "-o", folder.toString(), "--as", "svg", "--order", "3");
        assertEquals(0, run.code(), run.err());
        String svg = Files.readString(folder.resolve(name + ".svg"));
        assertTrue(svg.contains("<text") && svg.length() < 500_000, name + " " + svg.length());
    }

    @Test
    void a_function_of_ones_own_has_its_pictures_as_png() throws Exception {
        Run run = Run.of("charts", "work-precision", "--expr", "x*sin(y)", "--at", "x=1,y=2", "-o", folder.toString());
        assertEquals(0, run.code(), run.err());
        var image = ImageIO.read(folder.resolve("work-precision.png").toFile());
        assertTrue(image.getWidth() >= 1600);
    }

    @Test
    void where_there_is_nothing_to_draw_one_line_says_so() {
        String to = folder.toString();
        assertEquals(
                Failure.UNDEFINED,
                Run.of("charts", "work-precision", "--expr", "abs(x)", "--at", "x=0", "-o", to)
                        .code());
        assertEquals(
                Failure.UNDEFINED,
                Run.of("charts", "step-size", "--expr", "abs(x)", "--at", "x=0", "-o", to)
                        .code());
        Run outside = Run.of(
                "charts", "error-over-x", "--expr", "log(x)", "--at", "x=1", "--from", "-2", "--to", "-1", "-o", to);
        assertEquals(Failure.UNDEFINED, outside.code(), outside.err());
        assertEquals(
                Failure.USAGE,
                Run.of("charts", "error-over-x", "--from", "2", "--to", "1", "-o", to)
                        .code());
    }

    /** Speelpenning's product: one reverse sweep takes 3n - 5 multiplications for f and the whole gradient together. */
    @Test
    void the_cost_of_a_product_s_gradient_is_the_known_one() {
        var family = Family.named("product", Family.By.VARS).orElseThrow();
        GradientCost.Row row = GradientCost.of(family, List.of(50)).rows().get(0);
        assertEquals(49, row.operations());
        assertTrue(row.ratios().get("autodiff.reverse") * 49 <= 3 * 50 - 5, row.toString());
        assertTrue(row.ratios().get("numerical.central2") >= 2 * 50, row.toString());
    }
}
