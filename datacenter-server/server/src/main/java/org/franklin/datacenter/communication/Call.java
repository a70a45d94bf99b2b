package org.franklin.datacenter.communication;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.wire.Json;

import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongFunction;

/// One HTTP request as a route sees it: text and bytes of a stranger, which leave it only as values
/// or as a refusal.
///
/// `path` and `query` hold parameters by name; `authorization` is the header's text, empty if there
/// is none. Each method reads one part and either goes on with it or refuses.
public record Call(
        Map<String, String> path, Map<String, String> query, String authorization, Bytes body) {

    private static final String SCHEME = "Bearer ";
    private static final int TOKEN_LENGTH = 32;

    <T extends Record> Reply body(Class<T> type, Function<T, Reply> next) {
        return switch (Json.read(type, body.toArray())) {
            case Valid<T>(var value) -> next.apply(value);
            case Malformed<T>(var reason) -> Refusals.malformed("The body is " + reason + ".");
        };
    }

    /// The session's token: 32 bytes in base64.
    Reply token(Function<Bytes, Reply> next) {
        if (!authorization.startsWith(SCHEME)) {
            return Refusals.signedOut();
        }
        try {
            String base64 = authorization.substring(SCHEME.length());
            var token = Bytes.of(Base64.getDecoder().decode(base64));
            return token.length() == TOKEN_LENGTH ? next.apply(token) : Refusals.signedOut();
        } catch (IllegalArgumentException e) {
            return Refusals.signedOut();
        }
    }

    Reply serial(Function<SerialNumber, Reply> next) {
        return pathNumber(
                "serial",
                SerialNumber.HIGHEST,
                number -> next.apply(new SerialNumber((int) number)));
    }

    /// A whole number from 1 to `highest`.
    Reply pathNumber(String name, long highest, LongFunction<Reply> next) {
        return number(name, parameter(name), 1, highest, next);
    }

    /// A whole number from 0 on, or `otherwise` where the parameter is left out.
    Reply queryNumber(String name, long otherwise, LongFunction<Reply> next) {
        String text = query.get(name);
        return text == null ? next.apply(otherwise) : number(name, text, 0, Long.MAX_VALUE, next);
    }

    String parameter(String name) {
        return Objects.requireNonNull(path.get(name), "the route has no such parameter");
    }

    private static Reply number(
            String name, String text, long lowest, long highest, LongFunction<Reply> next) {
        long number = text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
        return number >= lowest && number <= highest
                ? next.apply(number)
                : Refusals.malformed(
                        "The parameter %s is a whole number from %d to %d."
                                .formatted(name, lowest, highest));
    }

    /// Names nothing that was sent: a token may be in it.
    @Override
    public String toString() {
        return "Call[" + body.length() + " bytes]";
    }
}
