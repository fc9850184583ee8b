package tridiff.compare.corpus;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tridiff.expr.Expr;
import tridiff.expr.said.Said;

/**
 * An entry as a line of JSON: {@code {"id": "a", "expr": "x*y", "point": {"x": 1, "y": 2}, "grad": {"x": "2"}}}.
 *
 * <p>"expr" may be called "expression". Numbers may be texts, of which those of the point may be formulas. "vars" lists the
 * variables; "grad" may be a list in that order. What has another shape is refused, and not taken for what it might mean.
 */
record JsonEntry(EntryReading reading) {

    private static final int MOST_DIGITS = 2_000;
    private static final int DEEPEST = 50;
    private static final Set<String> KEYS = Set.of("id", "expr", "expression", "vars", "point", "grad");
    private static final int MOST_UNREAD = 30;
    private static final int LONGEST_KEY = 100;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(MOST_DIGITS)
                            .maxStringLength(TextEntries.LONGEST_LINE)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    Entry read(String text, long number, long line, String lineId) {
        String id = lineId;
        try {
            JsonNode node = tree(text);
            id = id(node, lineId);
            return entry(node, number, line, id);
        } catch (RuntimeException e) {
            return new Entry.Bad(number, line, id, EntryReading.reason(e));
        }
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (StreamConstraintsException e) {
            throw new EntryReading.Fault(Said.of("compare.entry.json.limit", DEEPEST, MOST_DIGITS));
        } catch (JacksonException e) {
            boolean twice = e.getOriginalMessage().startsWith("Duplicate");
            throw new EntryReading.Fault(Said.of(
                    twice ? "compare.entry.json.twice" : "compare.entry.json",
                    e.getLocation().getColumnNr()));
        }
    }

    private static String id(JsonNode node, String lineId) {
        JsonNode id = node.get("id");
        if (id != null && !id.isString() && !id.isNumber()) {
            throw new EntryReading.Fault(Said.of("compare.entry.id"));
        }
        return id == null ? lineId : id.asString();
    }

    private Entry entry(JsonNode node, long number, long line, String id) {
        JsonNode formula = node.has("expr") ? node.get("expr") : node.get("expression");
        if (formula == null || !formula.isString()) {
            throw new EntryReading.Fault(Said.of("compare.entry.expr"));
        }
        Expr f = reading.parse(formula.asString());
        List<String> names = names(node.get("vars"), f);
        Map<String, Double> point = point(node.get("point"), names);
        EntryReading.requireComplete(f, point.keySet());
        return new Entry.Case(
                number, line, id, formula.asString(), f, point, gradient(node.get("grad"), names), unread(node));
    }

    private static List<String> names(JsonNode listed, Expr f) {
        if (listed == null) {
            return f.variables().stream().map(Expr.Var::name).toList();
        }
        var names = new LinkedHashMap<String, String>();
        if (!listed.isArray()) {
            throw new EntryReading.Fault(Said.of("compare.entry.vars"));
        }
        for (JsonNode name : listed) {
            if (!name.isString()) {
                throw new EntryReading.Fault(Said.of("compare.entry.vars"));
            }
            EntryReading.put(names, name.asString(), name.asString());
        }
        return List.copyOf(names.keySet());
    }

    /** In the order of the names, and after them what else is given. */
    private Map<String, Double> point(JsonNode given, List<String> names) {
        if (given == null || !given.isObject()) {
            throw new EntryReading.Fault(Said.of("compare.entry.point"));
        }
        var all = new LinkedHashSet<>(names);
        all.retainAll(given.propertyNames());
        all.addAll(given.propertyNames());
        var point = new LinkedHashMap<String, Double>();
        for (String name : all) {
            EntryReading.put(point, name, coordinate(name, given.get(name)));
        }
        return point;
    }

    private double coordinate(String name, JsonNode value) {
        if (value.isNumber()) {
            return EntryReading.number(value.decimalValue());
        }
        if (value.isString()) {
            return reading.number(value.asString());
        }
        throw new EntryReading.Fault(Said.of("compare.entry.point.value", name));
    }

    private static Map<String, BigDecimal> gradient(JsonNode said, List<String> names) {
        var gradient = new LinkedHashMap<String, BigDecimal>();
        if (said == null) {
            return gradient;
        }
        if (said.isArray() && said.size() != names.size()) {
            throw new EntryReading.Fault(Said.of("compare.entry.grad.count", said.size(), names.size()));
        }
        if (!said.isArray() && !said.isObject()) {
            throw new EntryReading.Fault(Said.of("compare.entry.grad"));
        }
        List<String> of = said.isArray() ? names : new ArrayList<>(said.propertyNames());
        for (int i = 0; i < of.size(); i++) {
            String name = of.get(i);
            if (!names.contains(name)) {
                throw new EntryReading.Fault(Said.of("compare.entry.grad.by", name));
            }
            gradient.put(name, derivative(name, said.isArray() ? said.get(i) : said.get(name)));
        }
        return gradient;
    }

    private static BigDecimal derivative(String name, JsonNode said) {
        if (said.isNumber()) {
            return EntryReading.derivative(name, said.decimalValue());
        }
        if (said.isString()) {
            return EntryReading.derivative(name, said.asString());
        }
        throw new EntryReading.Fault(Said.of("compare.entry.grad.value", name));
    }

    private static List<String> unread(JsonNode node) {
        return node.propertyNames().stream()
                .filter(key -> !KEYS.contains(key))
                .limit(MOST_UNREAD)
                .map(key -> key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) + "…" : key)
                .sorted()
                .toList();
    }
}
