package tridiff.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.text.Parser;
import tridiff.reference.Reference;
import tridiff.wengert.WengertList;

/** Reports of wrong derivatives in other tools, and in earlier versions of this one: kinks, jumps, ends, branches, with the truth. */
class FieldCaseTest {

    private static final int DIGITS = 38; // the file has 40, the last ones rounded

    private record FieldCase(String id, String text, List<String> names, List<Rational> point, JsonNode gradient) {
        @Override
        public String toString() {
            return id + ": " + text + " at " + names + " = " + point;
        }
    }

    private static Stream<FieldCase> cases() throws IOException {
        try (var in = FieldCaseTest.class.getResourceAsStream("field-cases.jsonl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().map(FieldCaseTest::read).toList().stream();
        }
    }

    private static FieldCase read(String line) {
        JsonNode tree = JsonMapper.shared().readTree(line);
        var names = new ArrayList<String>();
        var point = new ArrayList<Rational>();
        tree.get("point").properties().forEach(e -> {
            names.add(e.getKey());
            point.add(Rational.of(new BigDecimal(e.getValue().asString())));
        });
        return new FieldCase(tree.get("id").asString(), tree.get("expr").asString(), names, point, tree.get("grad"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_reference_says_the_truth(FieldCase c) {
        Expr f = Parser.parse(c.text());
        List<Expr.Var> variables = c.names().stream().map(Expr::variable).toList();
        boolean[] wanted = new boolean[variables.size()];
        java.util.Arrays.fill(wanted, true);
        Reference found =
                Reference.at(WengertList.of(f, variables), c.point(), wanted, new Reference.Effort(40, 1000, 10));
        for (int i = 0; i < wanted.length; i++) {
            String truth = c.gradient().get(c.names().get(i)).asString();
            if (!found.value().isNumber()) {
                assertTrue(found.value().isUndefined(), found.value().toString());
                assertEquals("undefined", truth);
                continue;
            }
            var partial = found.gradient().get(i);
            switch (truth) {
                case "kink", "undefined", "inf" -> {
                    assertTrue(partial.isUndefined(), c.names().get(i) + ": " + partial);
                    assertFalse(found.beside(i).isEmpty(), "no reason");
                }
                default -> assertClose(new BigDecimal(truth), partial);
            }
        }
    }

    private static void assertClose(BigDecimal truth, tridiff.reference.enclosure.Enclosure partial) {
        assertTrue(partial.isNumber(), "not a number: " + partial);
        var off = partial.midpoint(45).subtract(truth).abs();
        var allowed = truth.abs().scaleByPowerOfTen(-DIGITS);
        assertTrue(off.compareTo(allowed) <= 0, truth + " expected, " + partial.toString(40) + " found");
    }
}
