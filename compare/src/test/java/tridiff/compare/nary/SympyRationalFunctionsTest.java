package tridiff.compare.nary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tridiff.expr.text.Parser;

/** Random rational functions are written, derived and split into common parts character by character as by SymPy 1.14. */
class SympyRationalFunctionsTest {

    /** A line of the file: a function and what SymPy makes of it. */
    private record Row(String function, String text, String derivative, String named, BigInteger operations) {

        static Row of(String line) {
            String[] cells = line.split("\t");
            return new Row(cells[0], cells[1], cells[2], cells[3], new BigInteger(cells[4]));
        }

        @Override
        public String toString() {
            return function;
        }
    }

    private static Stream<Row> rows() {
        try (InputStream in = SympyRationalFunctionsTest.class.getResourceAsStream("sympy-rational-functions.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Row::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void texts_and_common_parts_are_those_of_sympy(Row row) {
        var k = new NaryForms();
        var order = new WrittenOrder(k);
        var text = new NaryText(order);
        NaryForm f = k.of(Parser.parse(row.function));
        NaryForm derivative = NaryDerivative.of(k, f, k.variable("x"));
        assertEquals(row.text, text.of(f));
        assertEquals(row.derivative, text.of(derivative));
        assertEquals(BigInteger.valueOf(row.derivative.length()), text.length(derivative));
        CommonParts parts = CommonParts.of(k, order, derivative).orElseThrow();
        assertEquals(row.named, CommonPartsTest.written(text, parts));
        assertEquals(row.operations, parts.operations());
    }
}
