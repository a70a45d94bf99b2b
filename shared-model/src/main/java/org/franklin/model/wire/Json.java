package org.franklin.model.wire;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.mail.Weight;
import org.franklin.model.mail.ZipCode;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.mailer.UserName;
import org.franklin.model.meter.QuoteId;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

import java.util.Base64;
import java.util.function.Function;

/// The one JSON codec, for records only.
///
/// Money is a whole number of mills; bytes are base64; ids, ZIP codes and dates are text. Unknown,
/// missing, repeated and null fields are refused, as is anything behind the value.
public final class Json {

    private static final int DEEPEST = 16;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .build())
                                    .build())
                    .enable(
                            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                            DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                            DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                            DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                            DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .enable(tools.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(tools.jackson.databind.MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .addModule(values())
                    .build();

    private Json() {}

    public static byte[] write(Record value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /// Reads one value; the reason of a refusal names the field, never its content.
    public static <T extends Record> Decoded<T> read(Class<T> type, byte[] json) {
        try {
            @Nullable T value = MAPPER.readValue(json, type);
            return value == null
                    ? new Malformed<>("not a JSON " + type.getSimpleName() + ", but null")
                    : new Valid<>(value);
        } catch (JacksonException e) {
            String path = e.getPathReference();
            return new Malformed<>(
                    "not a JSON "
                            + type.getSimpleName()
                            + (path.isEmpty() ? "" : ", at " + field(path)));
        }
    }

    private static String field(String path) {
        return path.replaceAll("[\\w.$]+(\\[\"|\\[\\d)", "$1")
                .replaceAll("[^\\w\\[\\]]", "")
                .replace("][", ".")
                .replaceAll("[\\[\\]]", "");
    }

    private static SimpleModule values() {
        var module = new SimpleModule("franklin");
        text(
                module,
                Bytes.class,
                Json::base64,
                base64 -> Bytes.of(Base64.getDecoder().decode(base64)));
        text(module, ZipCode.class, ZipCode::digits, ZipCode::new);
        text(module, MailerId.class, MailerId::text, MailerId::new);
        text(module, UserName.class, UserName::text, UserName::new);
        text(module, QuoteId.class, QuoteId::toString, hex -> new QuoteId(Bytes.ofHex(hex)));
        number(module, Postage.class, Postage::mills, Postage::new);
        number(module, Weight.class, Weight::tenthsOfOunce, n -> new Weight(Math.toIntExact(n)));
        number(
                module,
                SerialNumber.class,
                SerialNumber::number,
                n -> new SerialNumber(Math.toIntExact(n)));
        number(module, DeviceId.class, DeviceId::number, n -> new DeviceId(Math.toIntExact(n)));
        return module;
    }

    private static String base64(Bytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.toArray());
    }

    private static <T> void text(
            SimpleModule module,
            Class<T> type,
            Function<T, String> write,
            Function<String, T> read) {
        scalar(
                module,
                type,
                (out, value) -> out.writeString(write.apply(value)),
                (in, context) ->
                        read.apply(
                                in.currentToken().isScalarValue() && in.hasStringCharacters()
                                        ? in.getString()
                                        : context.reportInputMismatch(type, "text is expected")));
    }

    private static <T> void number(
            SimpleModule module,
            Class<T> type,
            java.util.function.ToLongFunction<T> write,
            java.util.function.LongFunction<T> read) {
        scalar(
                module,
                type,
                (out, value) -> out.writeNumber(write.applyAsLong(value)),
                (in, context) ->
                        read.apply(
                                in.currentToken().isNumeric()
                                        ? in.getLongValue()
                                        : context.reportInputMismatch(
                                                type, "a whole number is expected")));
    }

    private interface Writing<T> {
        void write(JsonGenerator out, T value);
    }

    private interface Reading<T> {
        T read(JsonParser in, DeserializationContext context);
    }

    private static <T> void scalar(
            SimpleModule module, Class<T> type, Writing<T> writing, Reading<T> reading) {
        module.addSerializer(
                type,
                new StdSerializer<>(type) {
                    @Override
                    public void serialize(
                            T value, JsonGenerator out, SerializationContext context) {
                        writing.write(out, value);
                    }
                });
        module.addDeserializer(
                type,
                new StdDeserializer<T>(type) {
                    @Override
                    public T deserialize(JsonParser in, DeserializationContext context) {
                        try {
                            return reading.read(in, context);
                        } catch (IllegalArgumentException | ArithmeticException e) {
                            return context.reportInputMismatch(type, "out of range");
                        }
                    }
                });
    }
}
