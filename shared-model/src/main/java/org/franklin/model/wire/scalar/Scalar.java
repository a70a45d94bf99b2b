package org.franklin.model.wire.scalar;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongFunction;

/// How one value stands in JSON. What cannot be read is an `IllegalArgumentException` that states
/// the law and not the content.
final class Scalar {

    static final String OTHER_FORM = "not in its one form";

    private Scalar() {}

    static <T> T text(JsonParser in, Function<T, String> write, Function<String, T> read) {
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            throw new IllegalArgumentException("text is expected");
        }
        String text = in.getString();
        T value = read.apply(text);
        if (!write.apply(value).equals(text)) {
            throw new IllegalArgumentException(OTHER_FORM);
        }
        return value;
    }

    static <T> T number(JsonParser in, LongFunction<T> read) {
        if (in.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw new IllegalArgumentException("a whole number is expected");
        }
        return read.apply(in.getLongValue());
    }

    static <T> StdSerializer<T> writer(Class<T> type, BiConsumer<JsonGenerator, T> write) {
        return new StdSerializer<>(type) {
            @Override
            public void serialize(T value, JsonGenerator out, SerializationContext context) {
                write.accept(out, value);
            }
        };
    }

    static <T> StdDeserializer<T> reader(Class<T> type, Function<JsonParser, T> read) {
        return new StdDeserializer<>(type) {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) {
                try {
                    return read.apply(in);
                } catch (IllegalArgumentException e) {
                    throw context.instantiationException(type, e);
                }
            }
        };
    }
}
