package org.franklin.client.datacenter.outbox;

import org.franklin.client.datacenter.draft.DraftId;
import org.franklin.client.datacenter.draft.PrintPlan;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.MeterReply.Issued;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/// Gives a number of a device its one outcome.
///
/// The outcome goes to the attempt that the reply answers. Where there is none, an outbox from a
/// backup has lost it, and it is recovered under a new draft. Other attempts at the number are
/// closed: the meter will never take them.
final class Settlement {

    private static final String AT = " serial = ? and device = ? and sequence = ? ";

    private record Row(long attempt, Bytes hash, Bytes cancelHash, RequestState state) {

        boolean isAnsweredBy(Bytes answered) {
            return hash.equals(answered) || cancelHash.equals(answered);
        }

        boolean hasOutcome() {
            return state == RequestState.CHARGED || state == RequestState.VOIDED;
        }
    }

    private final Database database;
    private final Pieces pieces;

    Settlement(Database database, Pieces pieces) {
        this.database = database;
        this.pieces = pieces;
    }

    /// False where the number has another outcome already, which no honest meter gives.
    boolean settle(Place place, MeterReply reply) {
        var answered = reply.receipt().receipt().request().request().bytes();
        var rows = rows(place);
        if (rows.stream().anyMatch(Row::hasOutcome)) {
            return rows.stream().anyMatch(row -> row.hasOutcome() && row.isAnsweredBy(answered));
        }
        var winners = rows.stream().filter(row -> row.isAnsweredBy(answered)).toList();
        long winner = winners.isEmpty() ? 0 : winners.getLast().attempt();
        database.update(
                "update request set state = 'REFUSED', why = 'Another request took the number.'"
                        + " where attempt <> ? and state in ('RESERVED', 'SENT') and"
                        + AT,
                winner,
                place.serial().number(),
                place.device().number(),
                place.sequence());
        close(winner == 0 ? recover(place, reply, answered) : winner, reply);
        return true;
    }

    private void close(long attempt, MeterReply reply) {
        database.update(
                "update request set state = ?, reply = ? where attempt = ?",
                reply instanceof Issued ? RequestState.CHARGED : RequestState.VOIDED,
                reply.canonical(),
                attempt);
        if (reply instanceof Issued(_, var indicia)) {
            pieces.pay(attempt, indicia);
        }
    }

    private long recover(Place place, MeterReply reply, Bytes hash) {
        byte[] name = ("recovered " + place).getBytes(StandardCharsets.UTF_8);
        database.update(
                "insert into request (draft, serial, device, sequence, state, sends, since, total,"
                        + " hash) values (?, ?, ?, ?, 'REFUSED', 0, ?, ?, ?)",
                new DraftId(UUID.nameUUIDFromBytes(name)),
                place.serial().number(),
                place.device().number(),
                place.sequence(),
                reply.receipt().receipt().time(),
                Pieces.total(reply),
                hash);
        long attempt =
                database.query("select last_insert_rowid()", row -> row.getLong(1)).getFirst();
        if (reply instanceof Issued(_, var indicia)) {
            pieces.plan(attempt, indicia.stream().map(_ -> new PrintPlan.Forgotten()).toList());
        }
        return attempt;
    }

    private List<Row> rows(Place place) {
        return database.query(
                "select attempt, hash, cancel_hash, state from request where"
                        + AT
                        + "order by attempt",
                row ->
                        new Row(
                                row.getLong(1),
                                Database.bytes(row, "hash"),
                                Database.bytes(row, "cancel_hash"),
                                RequestState.valueOf(row.getString(4))),
                place.serial().number(),
                place.device().number(),
                place.sequence());
    }
}
