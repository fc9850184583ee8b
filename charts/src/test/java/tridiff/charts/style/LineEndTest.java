package tridiff.charts.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tridiff.expr.said.Said;

class LineEndTest {

    private static LineEnd at(double y) {
        return new LineEnd(List.of(Said.words("name")), Theme.look("any"), 0, y);
    }

    @Test
    void a_label_alone_stays_where_its_series_ends() {
        assertEquals(List.of(50.0, 100.0), LineEnd.spread(List.of(at(50), at(100)), 0, 200));
    }

    @Test
    void labels_that_would_overlap_move_apart_evenly() {
        assertEquals(List.of(90.5, 109.5), LineEnd.spread(List.of(at(100), at(100)), 0, 200));
    }

    @Test
    void labels_never_overlap_nor_leave_the_plot() {
        var random = new Random(7);
        for (int run = 0; run < 200; run++) {
            List<LineEnd> ends =
                    IntStream.range(0, 6).mapToObj(i -> at(random.nextInt(420))).toList();
            List<Double> places = LineEnd.spread(ends, 0, 420).stream().sorted().toList();
            assertTrue(places.get(0) >= 9.5 && places.get(5) <= 410.5, places.toString());
            for (int i = 1; i < 6; i++) {
                assertTrue(places.get(i) - places.get(i - 1) > 18.99, places.toString());
            }
        }
    }
}
