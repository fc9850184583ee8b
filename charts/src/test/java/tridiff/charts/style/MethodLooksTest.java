package tridiff.charts.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tridiff.compare.Methods;
import tridiff.wengert.method.Method;
import tridiff.wengert.method.MethodId;

/** A method that was added is neither grey nor called by its id in pictures. */
class MethodLooksTest {

    private static Stream<MethodId> ids() {
        return Methods.own().stream().map(Method::id);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void every_method_has_a_name_and_a_look_in_pictures(MethodId id) {
        assertNotEquals(id.toString(), MethodNames.of(id).toString(), id + " has no row in MethodNames");
        assertNotEquals(Theme.look("none"), Theme.look(id), id + " has no row in Theme");
    }

    @Test
    void no_two_methods_look_the_same() {
        assertEquals(ids().count(), ids().map(Theme::look).distinct().count());
    }
}
