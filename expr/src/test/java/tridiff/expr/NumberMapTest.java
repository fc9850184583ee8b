package tridiff.expr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NumberMapTest {

    private static void assertLikeAHashMap(LongStream keys) {
        var map = new NumberMap();
        var known = new HashMap<Long, Integer>();
        keys.forEach(key -> {
            int value = known.size();
            Integer earlier = known.put(key, value);
            assertEquals(earlier == null ? -1 : earlier, map.put(key, value));
        });
        known.forEach((key, value) -> {
            assertEquals(value, map.get(key));
            assertEquals(known.getOrDefault(key + 1, -1), map.get(key + 1));
        });
    }

    @Test
    void numbers_in_a_row_are_found_again() {
        assertLikeAHashMap(LongStream.range(1_000_000_007, 1_000_100_007));
    }

    @Test
    void numbers_far_apart_are_found_again() {
        assertLikeAHashMap(new Random(1).longs(100_000, 0, Long.MAX_VALUE));
        assertLikeAHashMap(LongStream.range(0, 10_000).map(i -> i << 20));
    }

    @Test
    void numbers_of_a_range_are_found_again_whether_it_is_dense_or_not() {
        for (int step : new int[] {1, 7, 1000}) {
            long first = 1_000_000_007;
            var map = NumberMap.between(first, first + 999L * step, 1000);
            for (int i = 0; i < 1000; i++) {
                assertEquals(-1, map.get(first + (long) i * step));
                assertEquals(-1, map.put(first + (long) i * step, i));
            }
            for (int i = 0; i < 1000; i++) {
                assertEquals(i, map.put(first + (long) i * step, 2 * i));
                assertEquals(2 * i, map.get(first + (long) i * step));
            }
        }
    }

    @Test
    void a_later_value_replaces_an_earlier_one() {
        assertLikeAHashMap(new Random(1).longs(100_000, 0, 1000));
    }
}
