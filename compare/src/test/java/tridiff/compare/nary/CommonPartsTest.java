package tridiff.compare.nary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tridiff.compare.Corpus;
import tridiff.expr.text.Parser;

/** Common parts as SymPy 1.14's {@code cse} names them; rational functions are in {@link SympyRationalFunctionsTest}. */
class CommonPartsTest {

    private final NaryForms k = new NaryForms();
    private final WrittenOrder order = new WrittenOrder(k);

    static String written(NaryText text, CommonParts parts) {
        String named = parts.named().stream()
                .map(part -> text.of(part.name()) + " = " + text.of(part.value()) + "; ")
                .collect(Collectors.joining());
        return named + text.of(parts.rest());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            x0*(x1 + y)^2 + sin(x1 + y)                                    | x2 = x1 + y; x0*x2**2 + sin(x2)                                    | 5
            exp(a*b)*(a*b + c) + a*b*c                                     | x0 = a*b; c*x0 + (c + x0)*exp(x0)                                  | 6
            sqrt(1 - x^2)/x + (x^2 - 1)*sin(x^2)                           | x0 = x**2; x1 = x0 - 1; x1*sin(x0) + sqrt(-x1)/x                   | 9
            (a + b + c)*(b + c)                                            | x0 = b + c; x0*(a + x0)                                            | 3
            log(a*b - x*y - z*w) + log(x*y + z*w - a*b) + sin(a*b)         | x0 = -a*b + w*z + x*y; log(-x0) + log(x0) + sin(a*b)               | 12
            log(a*b*c - x*y - z*w) + log(x*y + z*w - a*b*c) + sin(a*b)*x*b | x0 = a*b; x1 = -c*x0 + w*z + x*y; b*x*sin(x0) + log(-x1) + log(x1) | 14
            x + y                                                          | x + y                                                              | 1
            sin(x)                                                         | sin(x)                                                             | 1
            """)
    void names_are_new_and_parts_of_functions_are_found(String f, String named, BigInteger operations) {
        CommonParts parts = CommonParts.of(k, order, k.of(Parser.parse(f))).orElseThrow();
        assertEquals(named, written(new NaryText(order), parts));
        assertEquals(operations, parts.operations());
    }

    private static Stream<Corpus.Row> pairs() {
        return Corpus.rubiPairs();
    }

    /** Of the antiderivatives of the Rubi suite, with functions, roots and powers of all kinds. */
    @ParameterizedTest
    @MethodSource("pairs")
    void parts_put_back_for_their_names_are_the_formula(Corpus.Row row) {
        NaryForm form = k.of(Parser.parse(row.cells()[4]));
        CommonParts parts = CommonParts.of(k, order, form).orElseThrow();
        var whole = new HashMap<NaryForm, NaryForm>();
        parts.named().forEach(part -> whole.put(part.name(), whole(part.value(), whole)));
        assertEquals(form, whole(parts.rest(), whole));
    }

    /** The form with what is known put in for its parts. */
    private NaryForm whole(NaryForm form, Map<NaryForm, NaryForm> known) {
        var whole = new HashMap<>(known);
        for (NaryForm part : form.partsWithout(known.keySet())) {
            whole.put(
                    part, k.again(part, part.arguments.stream().map(whole::get).toList()));
        }
        return whole.get(form);
    }

    @Test
    void the_largest_formulas_are_not_searched() {
        List<NaryForm> variables = IntStream.rangeClosed(0, CommonParts.MOST_ARGUMENTS)
                .mapToObj(i -> k.variable("v" + i))
                .toList();
        NaryForm most = k.sum(variables.subList(1, variables.size()));
        assertEquals(most, CommonParts.of(k, order, most).orElseThrow().rest());
        assertTrue(CommonParts.of(k, order, k.sum(variables)).isEmpty());
    }
}
