package tridiff.wengert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.expr.DataColumn;
import tridiff.expr.Expr;
import tridiff.expr.FunctionTable;
import tridiff.expr.text.Parser;
import tridiff.expr.text.SyntaxError;

class MissingRowTest {

    private static final FunctionTable TABLE =
            FunctionTable.standard().with(new DataColumn("t", 1, 2, 3), new DataColumn("i", 4, 5, 6));

    private static Expr parse(String text) {
        return new Parser(TABLE, Parser.Limits.DEFAULT, Set.of("x")).read(text).expr();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sum(k, 0, 9, t(k)*x) | 9",
                "sum(k, 1, 3, t(k)*x) | 3",
                "sum(k, -1, 2, t(k)*x) | -1",
                "sum(k, 0, 2, t(k + 1)*x) | 3",
                "sum(k, 0, 2, sum(j, 0, 2, t(k + j)*x)) | 4",
                "prod(k, 0, 2, x - t(2*k)) | 4",
                "x*t(3) | 3",
                "x + sum(i, 0, 3, i(i)) | 3"
            })
    void a_row_that_is_not_there_is_named(String formula, long row) {
        assertEquals(row, MissingRow.in(parse(formula)).orElseThrow().row());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum(k, 0, 2, t(k)*x)",
                "sum(i, 0, 2, t(i)*x)",
                "sum(i, 0, 2, i(i)*i*x)",
                "sum(i, 1, 3, i(i-1)*x)",
                "sum(i, 5, 2, t(i)*x)",
                "t(x)",
                "i + x*t(0)",
                "2 i(0)"
            })
    void rows_that_are_there_are_not_missed_and_a_column_may_be_called_as_an_index(String formula) {
        assertEquals(Optional.empty(), MissingRow.in(parse(formula)));
    }

    @Test
    void a_column_that_is_not_there_is_no_product() {
        var error = assertThrows(SyntaxError.class, () -> parse("sum(k, 0, 2, y(k)*x)"));
        assertEquals("there is no function and no column 'y'", error.getMessage());
        assertEquals("the columns are t, i", error.help().toString());
        assertTrue(assertThrows(SyntaxError.class, () -> parse("x(1)"))
                .help()
                .toString()
                .startsWith("write x*"));
    }
}
