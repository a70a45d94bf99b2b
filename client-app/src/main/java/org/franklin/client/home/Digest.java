package org.franklin.client.home;

import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.draft.PrintPlan;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.ui.control.PieceState;
import org.franklin.model.indicium.Indicium;
import org.franklin.model.money.Postage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// What home makes of the outbox's drafts, the newest first: the first rows, what waits, and what
/// was spent in the month. It is made in the background, for a thousand drafts take longer than a
/// frame.
record Digest(List<PieceRow> rows, List<Waiting> waiting, Spending spending) {

    /// Of rows, only the first `most` are made.
    static Digest of(List<Purchase> purchases, int most, LocalDate today, ZoneId zone) {
        return new Digest(
                purchases.stream().flatMap(Digest::rows).limit(most).toList(),
                waiting(purchases),
                spending(purchases, today, zone));
    }

    private static List<Waiting> waiting(List<Purchase> purchases) {
        Stream<Waiting> unprinted =
                purchases.stream()
                        .flatMap(purchase ->
                                purchase instanceof Purchase.Charged charged
                                        ? charged.pieces().stream()
                                                .filter(piece -> !piece.isReprint())
                                                .map(piece ->
                                                        new Waiting.Unprinted(piece, time(charged)))
                                        : Stream.empty());
        Stream<Waiting> inDoubt =
                purchases.stream()
                        .flatMap(purchase ->
                                purchase
                                                instanceof
                                                Purchase.Checking(
                                                        var draft,
                                                        var amount,
                                                        var since,
                                                        var doubt)
                                        ? Stream.of(
                                                new Waiting.InDoubt(draft, amount, since, doubt))
                                        : Stream.empty());
        return Stream.concat(unprinted, inDoubt).toList();
    }

    private static Spending spending(List<Purchase> purchases, LocalDate today, ZoneId zone) {
        var days = new ArrayList<>(Collections.nCopies(today.getDayOfMonth(), Postage.ZERO));
        for (Purchase purchase : purchases) {
            if (purchase instanceof Purchase.Charged charged) {
                var day = LocalDate.ofInstant(time(charged), zone);
                if (day.withDayOfMonth(1).equals(today.withDayOfMonth(1)) && !day.isAfter(today)) {
                    int index = day.getDayOfMonth() - 1;
                    days.set(index, days.get(index).plus(charged.amount()));
                }
            }
        }
        return new Spending(today, days);
    }

    private static Stream<PieceRow> rows(Purchase purchase) {
        return switch (purchase) {
            case Purchase.Charged charged ->
                    charged.pieces().stream().map(piece -> row(piece, time(charged)));
            case Purchase.Checking(_, var amount, var since, _) ->
                    Stream.of(new PieceRow(since, "", "", amount, PieceState.CHECKING));
            case Purchase.NotCharged _ -> Stream.empty();
        };
    }

    private static PieceRow row(PaidPiece piece, Instant time) {
        var indicium = piece.indicium().indicium();
        return new PieceRow(
                time, to(piece), what(indicium), indicium.postage(), PieceState.of(piece));
    }

    static String to(PaidPiece piece) {
        return switch (piece.plan()) {
            case PrintPlan.Forgotten _ -> "";
            case PrintPlan.Kept plan ->
                    plan.to().lines().getFirst()
                            + ", "
                            + plan.to().city()
                            + " "
                            + plan.to().state();
        };
    }

    private static String what(Indicium indicium) {
        return indicium.category().title()
                + ", "
                + (indicium.services().isEmpty()
                        ? indicium.weight()
                        : indicium.services().getFirst().title());
    }

    private static Instant time(Purchase.Charged charged) {
        return charged.receipt().receipt().time();
    }
}
