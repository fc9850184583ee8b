package tridiff.compare.json;

import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;
import tridiff.expr.said.Said;
import tridiff.wengert.method.MethodId;

/** What stands in JSON as its text: what is said, as its English sentence, which stays as it is read; ids of methods. */
public final class TextsInJson extends SimpleModule {

    private static final long serialVersionUID = 1;

    public TextsInJson() {
        add(Said.class, Said::words);
        add(MethodId.class, MethodId::parse);
    }

    private <T> void add(Class<T> type, Function<String, T> read) {
        addSerializer(type, ToStringSerializer.instance);
        addDeserializer(type, new StdScalarDeserializer<T>(type) {
            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) {
                return read.apply(context.readValue(parser, String.class));
            }
        });
    }
}
