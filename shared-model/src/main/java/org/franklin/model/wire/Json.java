package org.franklin.model.wire;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

import org.franklin.model.canonical.Decoded;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.wire.scalar.Scalars;
import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

import java.util.List;
import java.util.stream.Collectors;

/// The one JSON codec, for records only: UTF-8, nothing repaired.
///
/// Money is a whole number of mills; bytes are base64; ids, ZIP codes and dates are text. Unknown,
/// missing, repeated and null fields are refused, as is a value in another form than its own and
/// anything behind it. A text has at most 256 Ki characters, which holds the base64 of the longest
/// request and reply.
public final class Json {

    private static final int DEEPEST = 16;
    private static final int LONGEST_TEXT = 256 * 1024;
    private static final int LONGEST_NUMBER = 32;
    private static final int LONGEST_NAME = 64;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(factory())
                    .enable(
                            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                            DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                            DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                            DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .withCoercionConfig(
                            LogicalType.Textual,
                            text ->
                                    text.setCoercion(
                                                    CoercionInputShape.Integer, CoercionAction.Fail)
                                            .setCoercion(
                                                    CoercionInputShape.Float, CoercionAction.Fail)
                                            .setCoercion(
                                                    CoercionInputShape.Boolean,
                                                    CoercionAction.Fail))
                    .changeDefaultNullHandling(
                            nulls -> JsonSetter.Value.construct(nulls.getValueNulls(), Nulls.FAIL))
                    .addModule(Scalars.module())
                    .build();

    private Json() {}

    public static byte[] write(Record value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /// Reads one value. The reason of a refusal names the place, for example `at pieces.0.weight`,
    /// and the law, and never repeats what was sent.
    public static <T extends Record> Decoded<T> read(Class<T> type, byte[] json) {
        try {
            @Nullable T value = MAPPER.readValue(json, type);
            return value == null ? refusal(type, "") : new Valid<>(value);
        } catch (JacksonException e) {
            return refusal(type, place(e) + law(e));
        }
    }

    private static <T extends Record> Decoded<T> refusal(Class<T> type, String reason) {
        return new Malformed<>("not a JSON " + type.getSimpleName() + reason);
    }

    /// Of fields that the type has: the name of an unknown one is the stranger's own.
    private static String place(JacksonException e) {
        var path = e.getPath();
        var known =
                e instanceof UnrecognizedPropertyException
                        ? path.subList(0, path.size() - 1)
                        : path;
        return known.isEmpty() ? "" : ", at " + dotted(known);
    }

    private static String dotted(List<JacksonException.Reference> path) {
        return path.stream()
                .map(step ->
                        step.getPropertyName() == null
                                ? Integer.toString(step.getIndex())
                                : step.getPropertyName())
                .collect(Collectors.joining("."));
    }

    /// What a type of ours says of values that it refuses; Jackson's own sentences quote them.
    private static String law(JacksonException e) {
        return switch (e) {
            case UnrecognizedPropertyException _ -> ": a field is not known";
            case ValueInstantiationException refused
                    when refused.getCause() instanceof IllegalArgumentException law ->
                    ": " + law.getMessage();
            default -> "";
        };
    }

    private static JsonFactory factory() {
        return JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxNestingDepth(DEEPEST)
                                .maxStringLength(LONGEST_TEXT)
                                .maxNumberLength(LONGEST_NUMBER)
                                .maxNameLength(LONGEST_NAME)
                                .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
                .build();
    }
}
