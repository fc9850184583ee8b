package tridiff.compare.json;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tridiff.compare.ComparisonReport;
import tridiff.compare.OperatorComparison;
import tridiff.compare.sweep.CostSweep;
import tridiff.compare.sweep.PointSweep;
import tridiff.compare.sweep.SizeSweep;
import tridiff.compare.sweep.StepSweep;
import tridiff.compare.sweep.VariableSweep;
import tridiff.compare.table.Result;
import tridiff.expr.said.IllegalInput;
import tridiff.expr.said.Said;

/** Results as JSON, and back. Numbers that are not finite are the strings NaN, Infinity and -Infinity. */
public final class JsonReport {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new TextsInJson())
            .addMixIn(Result.class, Kind.class)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** How a result says in JSON which kind it is. */
    @JsonTypeInfo(
            use = JsonTypeInfo.Id.NAME,
            property = "kind",
            requireTypeIdForSubtypes = OptBoolean.FALSE) // files saved earlier have none
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ComparisonReport.class, name = "comparison"),
        @JsonSubTypes.Type(value = OperatorComparison.class, name = "operator"),
        @JsonSubTypes.Type(value = PointSweep.class, name = "sweep x"),
        @JsonSubTypes.Type(value = StepSweep.class, name = "sweep h"),
        @JsonSubTypes.Type(value = SizeSweep.class, name = "sweep sizes"),
        @JsonSubTypes.Type(value = CostSweep.class, name = "sweep costs"),
        @JsonSubTypes.Type(value = VariableSweep.class, name = "sweep vars")
    })
    private interface Kind {}

    /** A member that only this kind of result has: what tells in files that do not say it. */
    private static final Map<String, Class<? extends Result>> KINDS = Map.of(
            "results",
            ComparisonReport.class,
            "schemes",
            StepSweep.class,
            "growth",
            SizeSweep.class,
            "undefined",
            PointSweep.class,
            "costs",
            CostSweep.class,
            "gradients",
            VariableSweep.class);

    private JsonReport() {}

    public static String of(Result result) {
        return MAPPER.writeValueAsString(result);
    }

    /** The same in one line. */
    public static String line(Result result) {
        return MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(result);
    }

    /** The comparison that was written; a {@link tools.jackson.core.JacksonException} if the text is none. */
    public static ComparisonReport read(String json) {
        return MAPPER.readValue(json, ComparisonReport.class);
    }

    /**
     * The results that were written one after the other, of whatever kind.
     *
     * @throws tools.jackson.core.JacksonException if the text is not JSON, or not of that kind
     * @throws IllegalInput if it is JSON but no result, or not all of one
     */
    public static List<Result> readAll(String json) {
        var results = new ArrayList<Result>();
        try (var trees = MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(json)) {
            trees.forEachRemaining(tree -> results.add(complete(MAPPER.treeToValue(tree, kind(tree)))));
        }
        return results;
    }

    private static <T> T complete(T read) {
        requireAll(read);
        return read;
    }

    /** That nothing but numbers is missing which must be there, here and inside. */
    private static void requireAll(Object part) {
        if (part instanceof Collection<?> parts) {
            parts.forEach(JsonReport::requireAll);
        } else if (part instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                Object value = valueOf(component, record);
                if (value != null) {
                    requireAll(value);
                } else if (!Number.class.isAssignableFrom(component.getType())
                        && !component.isAnnotationPresent(Result.Nullable.class)) {
                    throw new IllegalInput(Said.of("compare.file.result.part", component.getName()));
                }
            }
        }
    }

    private static Object valueOf(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e); // the accessors of results are public
        }
    }

    private static Class<? extends Result> kind(JsonNode tree) {
        if (!tree.isObject() || !tree.has("schema")) {
            throw new IllegalInput(Said.of("compare.file.result.what"));
        }
        String schema = tree.get("schema").asString();
        if (!schema.equals(ComparisonReport.SCHEMA)) {
            throw new IllegalInput(Said.of("compare.file.result.schema", schema, ComparisonReport.SCHEMA));
        }
        if (tree.has("kind")) {
            return Result.class;
        }
        return KINDS.entrySet().stream()
                .filter(e -> tree.has(e.getKey()))
                .findFirst()
                .orElseThrow(() -> new IllegalInput(Said.of("compare.file.result.kind")))
                .getValue();
    }
}
