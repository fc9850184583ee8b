package tridiff.compare;

import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A comparison as JSON, and back. Numbers that are not finite are the strings NaN, Infinity and -Infinity. */
public final class JsonReport {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonReport() {}

    public static String of(ComparisonReport report) {
        return MAPPER.writeValueAsString(report);
    }

    public static String of(PointSweep sweep) {
        return MAPPER.writeValueAsString(sweep);
    }

    public static String of(StepSweep sweep) {
        return MAPPER.writeValueAsString(sweep);
    }

    public static String of(SizeSweep sweep) {
        return MAPPER.writeValueAsString(sweep);
    }

    /** The report that was written; a {@link tools.jackson.core.JacksonException} if the text is none. */
    public static ComparisonReport read(String json) {
        return MAPPER.readValue(json, ComparisonReport.class);
    }
}
