package org.franklin.client.compose;

import org.franklin.client.Paid;
import org.franklin.client.datacenter.draft.Draft;
import org.franklin.client.datacenter.draft.DraftId;
import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.model.mail.Mailpiece;
import org.franklin.model.mail.RateCategory;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Problem;
import org.franklin.model.wire.ProblemType;
import org.franklin.model.wire.Quote;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// Values of every kind that a sealed type permits, so that no new kind goes without its words.
final class Samples {

    private static final Mailpiece PIECE =
            Paid.aMonth().stream()
                    .map(org.franklin.client.datacenter.outcome.Purchase.Charged.class::cast)
                    .map(charged -> charged.pieces().getFirst().indicium().indicium())
                    .filter(paid -> paid.category() == RateCategory.LETTER)
                    .map(paid ->
                            new Mailpiece(
                                    paid.mailClass(),
                                    paid.category(),
                                    paid.weight(),
                                    List.of(),
                                    paid.origin(),
                                    paid.destination(),
                                    paid.mailingDate()))
                    .findFirst()
                    .orElseThrow();

    private static final Map<Class<?>, List<Object>> KNOWN =
            Map.of(
                    String.class, List.of("Something happened."),
                    int.class, List.of(1, 7),
                    boolean.class, List.of(false, true),
                    Instant.class, List.of(Instant.parse("2026-11-23T14:14:02Z")),
                    Postage.class, List.of(Postage.parse("0.74")),
                    Quote.class, List.of(quote("0.74")),
                    DraftId.class, List.of(new DraftId(new UUID(1, 2))),
                    PaidPiece.class, List.of(paid()),
                    Problem.class,
                            List.of(Problem.of(ProblemType.TOO_MANY_REQUESTS, "Wait a bit.", "")));

    private Samples() {}

    static Mailpiece piece() {
        return PIECE;
    }

    static Quote quote(String price) {
        return ((Asked.Given<Quote>) Paid.quotedAt(price, List.of(PIECE))).value();
    }

    static PaidPiece paid() {
        var draft = new Draft(new DraftId(new UUID(1, 2)), quote("0.74"), List.of(Paid.plan()));
        return Paid.charged(draft).pieces().getFirst();
    }

    /// Each kind, with each value of its parts at least once.
    static <T> List<T> of(Class<T> type) {
        return values(type).stream().map(type::cast).toList();
    }

    private static List<Object> values(Class<?> type) {
        if (KNOWN.containsKey(type)) {
            return KNOWN.get(type);
        }
        if (type.isEnum()) {
            return List.of(type.getEnumConstants());
        }
        if (type.isSealed()) {
            return Stream.of(type.getPermittedSubclasses())
                    .flatMap(kind -> values(kind).stream())
                    .toList();
        }
        return records(type);
    }

    private static List<Object> records(Class<?> type) {
        var parts = type.getRecordComponents();
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of());
        for (var part : parts) {
            var longer = new ArrayList<List<Object>>();
            for (var row : rows) {
                for (Object value : values(part.getType())) {
                    longer.add(Stream.concat(row.stream(), Stream.of(value)).toList());
                }
            }
            rows = longer;
        }
        return rows.stream().map(row -> make(type, row)).toList();
    }

    private static Object make(Class<?> type, List<Object> row) {
        try {
            var types =
                    Stream.of(type.getRecordComponents())
                            .map(part -> part.getType())
                            .toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(row.toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no sample of " + type, e);
        }
    }
}
