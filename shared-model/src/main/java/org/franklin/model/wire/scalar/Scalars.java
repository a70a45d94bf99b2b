package org.franklin.model.wire.scalar;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.mail.Weight;
import org.franklin.model.mail.ZipCode;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.mailer.UserName;
import org.franklin.model.meter.QuoteId;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

import tools.jackson.databind.module.SimpleModule;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/// All scalars on the wire. Each value has one form, and a text that is not the form of its value
/// is refused: base64 without padding, upper-case ids, dates with a time.
public final class Scalars {

    private Scalars() {}

    public static SimpleModule module() {
        var module = new SimpleModule("franklin");
        text(module, Bytes.class, Scalars::base64, lawful(Scalars::ofBase64));
        text(module, LocalDate.class, LocalDate::toString, lawful(LocalDate::parse));
        text(module, Instant.class, Instant::toString, lawful(Instant::parse));
        text(module, UUID.class, UUID::toString, lawful(UUID::fromString));
        text(module, ZipCode.class, ZipCode::digits, ZipCode::new);
        text(module, MailerId.class, MailerId::text, MailerId::new);
        text(module, UserName.class, UserName::text, UserName::new);
        text(module, QuoteId.class, QuoteId::toString, lawful(Bytes::ofHex).andThen(QuoteId::new));
        number(module, Postage.class, Postage::mills, Postage::new);
        number(module, Weight.class, Weight::tenthsOfOunce, n -> new Weight(int32(n)));
        number(module, SerialNumber.class, SerialNumber::number, n -> new SerialNumber(int32(n)));
        number(module, DeviceId.class, DeviceId::number, n -> new DeviceId(int32(n)));
        return module;
    }

    private static String base64(Bytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.toArray());
    }

    private static Bytes ofBase64(String base64) {
        return Bytes.of(Base64.getDecoder().decode(base64));
    }

    /// The readers of the Java library repeat in their messages what they were given.
    private static <T> Function<String, T> lawful(Function<String, T> read) {
        return text -> {
            try {
                return read.apply(text);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new IllegalArgumentException(Scalar.OTHER_FORM, e);
            }
        };
    }

    private static int int32(long number) {
        if (number != (int) number) {
            throw new IllegalArgumentException("out of range");
        }
        return (int) number;
    }

    private static <T> void text(
            SimpleModule module,
            Class<T> type,
            Function<T, String> write,
            Function<String, T> read) {
        module.addSerializer(
                type, Scalar.writer(type, (out, value) -> out.writeString(write.apply(value))));
        module.addDeserializer(type, Scalar.reader(type, in -> Scalar.text(in, write, read)));
    }

    private static <T> void number(
            SimpleModule module, Class<T> type, ToLongFunction<T> write, LongFunction<T> read) {
        module.addSerializer(
                type,
                Scalar.writer(type, (out, value) -> out.writeNumber(write.applyAsLong(value))));
        module.addDeserializer(type, Scalar.reader(type, in -> Scalar.number(in, read)));
    }
}
