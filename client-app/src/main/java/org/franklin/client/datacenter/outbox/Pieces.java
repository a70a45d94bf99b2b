package org.franklin.client.datacenter.outbox;

import org.franklin.client.datacenter.draft.DraftId;
import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.draft.PieceId;
import org.franklin.client.datacenter.draft.PrintPlan;
import org.franklin.client.datacenter.draft.Printout;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.indicium.IndiciumForm;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.money.Postage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The pieces of the stored requests, and their printings.
final class Pieces {

    private static final String PAID =
            "select attempt, number, draft, indicium, plan from piece join request using (attempt)"
                    + " where state = 'CHARGED' ";

    private final Database database;
    private final Clock clock;

    Pieces(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void plan(long attempt, List<? extends PrintPlan> plans) {
        for (int i = 0; i < plans.size(); i++) {
            database.update(
                    "insert into piece (attempt, number, plan) values (?, ?, ?)",
                    attempt,
                    i,
                    Bytes.of(Canonical.encode(PrintPlan.class, plans.get(i))));
        }
    }

    void pay(long attempt, List<Bytes> indicia) {
        for (int i = 0; i < indicia.size(); i++) {
            database.update(
                    "update piece set indicium = ? where attempt = ? and number = ?",
                    indicia.get(i),
                    attempt,
                    i);
        }
    }

    List<PaidPiece> paid(long attempt, DraftId draft) {
        return query("and attempt = ? and draft = ? order by number", attempt, draft);
    }

    List<PaidPiece> unprinted() {
        return query(
                "and not exists (select * from printing where printing.attempt = piece.attempt"
                        + " and printing.number = piece.number) order by attempt, number");
    }

    Optional<PaidPiece> markPrinted(PieceId piece, String where, String reason) {
        var printout = new Printout(clock.instant(), where, reason);
        return database.transaction(() -> {
            database.update(
                    "insert into printing (attempt, number, at, place, reason)"
                            + " select attempt, number, ?, ?, ? from piece join request"
                            + " using (attempt)"
                            + " where state = 'CHARGED' and draft = ? and number = ?",
                    printout.time(),
                    printout.where(),
                    printout.reason(),
                    piece.draft(),
                    piece.number());
            return find(piece);
        });
    }

    /// Gives a forgotten piece an address, if it is one of the ZIP codes that were paid for.
    Optional<PaidPiece> address(PieceId id, PrintPlan.Kept plan) {
        return database.transaction(() -> {
            var forgotten = find(id).filter(piece -> isLacking(piece, plan));
            if (forgotten.isEmpty()) {
                return forgotten;
            }
            database.update(
                    "update piece set plan = ? where number = ? and attempt = (select attempt from"
                            + " request where state = 'CHARGED' and draft = ?)",
                    Bytes.of(Canonical.encode(PrintPlan.class, plan)),
                    id.number(),
                    id.draft());
            return find(id);
        });
    }

    private static boolean isLacking(PaidPiece piece, PrintPlan.Kept plan) {
        var paid = piece.indicium().indicium();
        return piece.plan() instanceof PrintPlan.Forgotten
                && plan.to().zip().equals(paid.destination())
                && plan.from().zip().five().equals(paid.origin().five());
    }

    private Optional<PaidPiece> find(PieceId id) {
        return query("and draft = ? and number = ?", id.draft(), id.number()).stream().findFirst();
    }

    static Postage total(MeterReply reply) {
        return reply instanceof MeterReply.Issued(_, var indicia)
                ? indicia.stream()
                        .map(symbol -> IndiciumForm.decode(symbol).orThrow().indicium().postage())
                        .reduce(Postage.ZERO, Postage::plus)
                : Postage.ZERO;
    }

    private List<PaidPiece> query(String where, Object... values) {
        return database.query(PAID + where, this::piece, values);
    }

    private PaidPiece piece(ResultSet row) throws SQLException {
        var id =
                new PieceId(
                        new DraftId(UUID.fromString(row.getString("draft"))), row.getInt("number"));
        return new PaidPiece(
                id,
                IndiciumForm.decode(Bytes.of(row.getBytes("indicium"))).orThrow(),
                Canonical.decode(PrintPlan.class, Bytes.of(row.getBytes("plan"))).orThrow(),
                printouts(row.getLong("attempt"), id.number()));
    }

    private List<Printout> printouts(long attempt, int number) {
        return database.query(
                "select at, place, reason from printing where attempt = ? and number = ? order by"
                        + " at",
                row ->
                        new Printout(
                                Instant.ofEpochMilli(row.getLong(1)),
                                row.getString(2),
                                row.getString(3)),
                attempt,
                number);
    }
}
