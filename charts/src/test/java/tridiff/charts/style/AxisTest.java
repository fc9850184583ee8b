package tridiff.charts.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AxisTest {

    @Test
    void every_second_decade_has_a_tick() {
        Axis axis = Axis.decades(-16.3, -0.2, 13);
        assertEquals(-17, axis.low());
        assertEquals(0, axis.high());
        assertEquals(List.of(-16.0, -14.0, -12.0, -10.0, -8.0, -6.0, -4.0, -2.0, 0.0), axis.ticks());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 17, 50, 600})
    void there_are_some_ticks_and_never_too_many(int span) {
        for (Axis axis : List.of(Axis.decades(-span, 0, 13), Axis.sizes(0, span, 13), Axis.whole(span, 13))) {
            assertTrue(axis.low() < axis.high());
            int ticks = axis.ticks().size();
            assertTrue(ticks >= 1 && ticks <= 14, span + ": " + axis.ticks());
        }
    }

    @Test
    void sizes_within_two_decades_have_round_ticks() {
        Axis axis = Axis.sizes(Math.log10(4), Math.log10(60), 13);
        assertEquals(
                List.of("2", "5", "10", "20", "50", "100"),
                axis.ticks().stream().map(axis.label()::apply).toList());
    }
}
