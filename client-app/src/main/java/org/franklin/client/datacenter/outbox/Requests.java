package org.franklin.client.datacenter.outbox;

import org.franklin.client.datacenter.draft.Draft;
import org.franklin.client.datacenter.draft.DraftId;
import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.draft.PieceId;
import org.franklin.client.datacenter.draft.PrintPlan;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Hash;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// The requests of this mailer's devices, and what became of them.
///
/// Each change is a compare-and-set on the state that the caller saw, in one transaction that is on
/// disk when the method returns. The file's unique indexes hold the law: one open request for each
/// device, one live attempt for each draft, one outcome for each number.
public final class Requests {

    private static final String COLUMNS =
            "select attempt, draft, signed, cancel, state, sends, since from request ";
    private static final String OPEN = " state in ('RESERVED', 'SENT') ";

    /// In the words of the index that finds a draft's live attempt among thousands.
    private static final String LIVE = " state in ('RESERVED', 'SENT', 'CHARGED') ";

    private static final String AT = " serial = ? and device = ? and sequence = ? ";

    private final Database database;
    private final Pieces pieces;
    private final Settlement settlement;
    private final Clock clock;

    Requests(Database database, Clock clock) {
        this.database = database;
        this.pieces = new Pieces(database, clock);
        this.settlement = new Settlement(database, pieces);
        this.clock = clock;
    }

    /// The number after the last one with an outcome.
    public long nextSequence(SerialNumber serial, DeviceId device) {
        return database.query(
                                "select coalesce(max(sequence), 0) from request"
                                        + " where serial = ? and device = ?"
                                        + " and state in ('CHARGED', 'VOIDED')",
                                row -> row.getLong(1),
                                serial.number(),
                                device.number())
                        .getFirst()
                + 1;
    }

    /// Stores a draft's signed request, unless the draft or its device has one already.
    public Reserved reserve(Draft draft, DeviceSigned signed) {
        return database.transaction(() -> reserveNow(draft, signed));
    }

    private Reserved reserveNow(Draft draft, DeviceSigned signed) {
        var standing = standing(draft.id());
        if (standing instanceof Standing.Open || standing instanceof Standing.Charged) {
            return new Reserved.Known(standing);
        }
        var place = Place.of(signed.decode().orThrow());
        var open =
                query(
                        "where serial = ? and device = ? and" + OPEN,
                        place.serial().number(),
                        place.device().number());
        if (!open.isEmpty()) {
            return new Reserved.Blocked(open.getFirst());
        }
        if (place.sequence() != nextSequence(place.serial(), place.device())) {
            throw new IllegalStateException("a request takes the device's next number");
        }
        database.update(
                "insert into request (draft, serial, device, sequence, state, sends, since, total,"
                        + " hash, signed) values (?, ?, ?, ?, 'RESERVED', 0, ?, ?, ?, ?)",
                draft.id(),
                place.serial().number(),
                place.device().number(),
                place.sequence(),
                clock.instant(),
                draft.quote().total(),
                Hash.of(signed.request()).bytes(),
                Canonical.bytes(signed));
        var stored = query("where rowid = last_insert_rowid()").getFirst();
        pieces.plan(stored.attempt(), draft.plans());
        return new Reserved.Fresh(stored);
    }

    /// To be stored before each sending: from here on the meter may have the request.
    public StoredRequest markSent(StoredRequest seen) {
        requireOne(
                database.update(
                        "update request set state = 'SENT', sends = sends + 1"
                                + " where attempt = ? and sends = ? and"
                                + OPEN,
                        seen.attempt(),
                        seen.sends()));
        return byAttempt(seen.attempt());
    }

    /// Stores the cancel of the request's number; from here on only the cancel is sent.
    public StoredRequest giveUp(StoredRequest seen, DeviceSigned cancel) {
        requireOne(
                database.update(
                        "update request set cancel = ?, cancel_hash = ?"
                                + " where attempt = ? and cancel is null and"
                                + OPEN,
                        Canonical.bytes(cancel),
                        Hash.of(cancel.request()).bytes(),
                        seen.attempt()));
        return byAttempt(seen.attempt());
    }

    /// Closes a request that certainly takes no money. Its number stays open.
    public void refuse(StoredRequest seen, String why) {
        requireOne(
                database.update(
                        "update request set state = 'REFUSED', why = ?"
                                + " where attempt = ? and sends = ? and"
                                + OPEN,
                        why,
                        seen.attempt(),
                        seen.sends()));
    }

    /// All attempts that were stored under one number, with their bytes; the newest first.
    public List<StoredRequest> attempts(Place place) {
        return query(
                "where signed is not null and" + AT + "order by attempt desc",
                place.serial().number(),
                place.device().number(),
                place.sequence());
    }

    /// Stores the one outcome of a number, which the caller has verified: see [Settlement].
    public boolean settle(Place place, MeterReply reply) {
        return database.transaction(() -> settlement.settle(place, reply));
    }

    /// What is known of a draft: its live attempt if it has one, else its last.
    public Standing standing(DraftId draft) {
        return standing(draft, "and" + LIVE)
                .or(() -> standing(draft, "order by attempt desc limit 1"))
                .orElseGet(Standing.Unknown::new);
    }

    private Optional<Standing> standing(DraftId draft, String which) {
        return database
                .query(
                        "select attempt, state, why, total, reply from request where draft = ? "
                                + which,
                        row -> standing(draft, row),
                        draft)
                .stream()
                .findFirst();
    }

    /// When a live draft was asked for here; not if it came back from the data center.
    public Optional<Instant> asked(DraftId draft) {
        return database
                .query(
                        "select since from request where draft = ? and signed is not null and"
                                + LIVE,
                        row -> Instant.ofEpochMilli(row.getLong(1)),
                        draft)
                .stream()
                .findFirst();
    }

    private Standing standing(DraftId draft, ResultSet row) throws SQLException {
        long attempt = row.getLong("attempt");
        return switch (RequestState.valueOf(row.getString("state"))) {
            case RESERVED, SENT -> new Standing.Open(byAttempt(attempt));
            case CHARGED ->
                    new Standing.Charged(
                            draft,
                            pieces.paid(attempt, draft),
                            new Postage(row.getLong("total")),
                            reply(row).receipt());
            case VOIDED -> new Standing.Voided();
            case REFUSED -> new Standing.Refused(row.getString("why"));
        };
    }

    /// The draft that has the outcome of a number.
    public Optional<DraftId> draftAt(Place place) {
        return database
                .query(
                        "select draft from request where state in ('CHARGED', 'VOIDED') and" + AT,
                        row -> new DraftId(UUID.fromString(row.getString(1))),
                        place.serial().number(),
                        place.device().number(),
                        place.sequence())
                .stream()
                .findFirst();
    }

    /// Every request without an outcome, the oldest first.
    public List<StoredRequest> open() {
        return query("where" + OPEN + "order by attempt");
    }

    /// The drafts that were last asked for, the newest first, the recovered among them.
    public List<DraftId> recent(int most) {
        return database.query(
                "select draft from request group by draft order by max(attempt) desc limit ?",
                row -> new DraftId(UUID.fromString(row.getString(1))),
                most);
    }

    /// What open requests may yet cost.
    public Postage setAside() {
        return new Postage(
                database.query(
                                "select coalesce(sum(total), 0) from request where" + OPEN,
                                row -> row.getLong(1))
                        .getFirst());
    }

    /// Every outcome that this outbox holds of a meter.
    public List<MeterReply> replies(SerialNumber serial) {
        return database.query(
                "select reply from request where serial = ? and reply is not null",
                Requests::reply,
                serial.number());
    }

    /// Pieces that are paid and were never printed, the oldest first.
    public List<PaidPiece> unprinted() {
        return pieces.unprinted();
    }

    /// Counts one printing, or one more for a reason, of a paid piece.
    public Optional<PaidPiece> markPrinted(PieceId piece, String where, String reason) {
        return pieces.markPrinted(piece, where, reason);
    }

    /// Gives a paid piece whose address was lost an address, of the ZIP codes that were paid for;
    /// nothing if there is no such piece.
    public Optional<PaidPiece> address(PieceId piece, PrintPlan.Kept plan) {
        return pieces.address(piece, plan);
    }

    private StoredRequest byAttempt(long attempt) {
        return query("where attempt = ?", attempt).getFirst();
    }

    private List<StoredRequest> query(String where, Object... values) {
        return database.query(COLUMNS + where, Requests::stored, values);
    }

    private static StoredRequest stored(ResultSet row) throws SQLException {
        var sendings =
                Stream.of(row.getBytes("signed"), row.getBytes("cancel"))
                        .filter(bytes -> bytes != null)
                        .map(bytes -> Canonical.decode(DeviceSigned.class, Bytes.of(bytes)))
                        .map(decoded -> decoded.orThrow())
                        .toList();
        return new StoredRequest(
                row.getLong("attempt"),
                new DraftId(UUID.fromString(row.getString("draft"))),
                sendings,
                RequestState.valueOf(row.getString("state")),
                row.getInt("sends"),
                Instant.ofEpochMilli(row.getLong("since")));
    }

    private static MeterReply reply(ResultSet row) throws SQLException {
        return MeterReply.decode(Bytes.of(row.getBytes("reply"))).orThrow();
    }

    private static void requireOne(int changed) {
        if (changed != 1) {
            throw new IllegalStateException("the stored request has moved meanwhile");
        }
    }
}
