package org.franklin.datacenter.communication;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.wire.Json;
import org.franklin.model.wire.ProblemType;

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

    public <T extends Record> Reply body(Class<T> type, Function<T, Reply> next) {
        return switch (Json.read(type, body.toArray())) {
            case Valid<T>(var value) -> next.apply(value);
            case Malformed<T>(var reason) -> malformed("The body is " + reason + ".");
        };
    }

    /// The session's token: 32 bytes in base64.
    public Reply token(Function<Bytes, Reply> next) {
        if (!authorization.startsWith(SCHEME)) {
            return signedOut();
        }
        try {
            String base64 = authorization.substring(SCHEME.length());
            var token = Bytes.of(java.util.Base64.getDecoder().decode(base64));
            return token.length() == TOKEN_LENGTH ? next.apply(token) : signedOut();
        } catch (IllegalArgumentException e) {
            return signedOut();
        }
    }

    public Reply serial(Function<SerialNumber, Reply> next) {
        return pathNumber(
                "serial",
                number ->
                        number >= 1 && number <= SerialNumber.HIGHEST
                                ? next.apply(new SerialNumber((int) number))
                                : Reply.refused(
                                        ProblemType.UNKNOWN_METER,
                                        "No meter has this serial number."));
    }

    public Reply pathNumber(String name, LongFunction<Reply> next) {
        return number(name, parameter(name), next);
    }

    public Reply queryNumber(String name, long otherwise, LongFunction<Reply> next) {
        String text = query.get(name);
        return text == null ? next.apply(otherwise) : number(name, text, next);
    }

    public String parameter(String name) {
        return Objects.requireNonNull(path.get(name), "the route has no such parameter");
    }

    static Reply malformed(String detail) {
        return Reply.refused(ProblemType.MALFORMED, detail);
    }

    static Reply signedOut() {
        return Reply.refused(ProblemType.SIGNED_OUT, "Sign on, then ask again.");
    }

    private static Reply number(String name, String text, LongFunction<Reply> next) {
        return text.matches("\\d{1,18}")
                ? next.apply(Long.parseLong(text))
                : malformed("The parameter " + name + " is a whole number.");
    }

    /// Names nothing that was sent: a token may be in it.
    @Override
    public String toString() {
        return "Call[" + body.length() + " bytes]";
    }
}
