package tridiff.compare.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;
import tridiff.expr.said.Said;

/** What is said stands in JSON as its English sentence; what is read from there stays as it is. */
public final class SaidInJson extends SimpleModule {

    private static final long serialVersionUID = 1;

    public SaidInJson() {
        addSerializer(Said.class, ToStringSerializer.instance);
        addDeserializer(Said.class, new StdScalarDeserializer<Said>(Said.class) {
            @Override
            public Said deserialize(JsonParser parser, DeserializationContext context) {
                return Said.words(context.readValue(parser, String.class));
            }
        });
    }
}
