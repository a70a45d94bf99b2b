package org.franklin.client.datacenter.outbox;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.wire.Json;
import org.franklin.model.wire.Refill;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The refills of this mailer's meters, each under the id that the app drew: the same id pays once.
public final class Refills {

    private static final String COLUMNS =
            "select refill, serial, state, sends, since, reply, why from refill ";
    private static final String OPEN = " state in ('RESERVED', 'SENT') ";

    private final Database database;
    private final Clock clock;

    Refills(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Stores a refill before its first sending; one that is known stays as it is.
    public StoredRefill reserve(SerialNumber serial, Refill refill) {
        database.update(
                "insert into refill (id, serial, refill, amount, state, sends, since)"
                        + " values (?, ?, ?, ?, 'RESERVED', 0, ?) on conflict (id) do nothing",
                refill.id(),
                serial.number(),
                Bytes.of(Json.write(refill)),
                refill.amount(),
                clock.instant());
        return find(refill.id()).orElseThrow();
    }

    public Optional<StoredRefill> find(UUID id) {
        return query("where id = ?", id).stream().findFirst();
    }

    public List<StoredRefill> open() {
        return query("where" + OPEN + "order by since, rowid");
    }

    /// Every verified outcome of a meter's refills.
    public List<MeterReply> replies(SerialNumber serial) {
        return query("where serial = ? and reply is not null", serial.number()).stream()
                .map(stored -> MeterReply.decode(stored.reply()).orThrow())
                .toList();
    }

    /// To be stored before each sending.
    public StoredRefill markSent(StoredRefill seen) {
        change(seen, "state = 'SENT', sends = sends + 1");
        return find(seen.refill().id()).orElseThrow();
    }

    public void refuse(StoredRefill seen, String why) {
        change(seen, "state = 'REFUSED', why = ?", why);
    }

    /// Stores the verified reply, unless the step that it proves has answered another refill.
    public boolean settle(StoredRefill seen, MeterReply reply) {
        long counter = reply.receipt().receipt().counter();
        return database.transaction(() -> {
            boolean isUsed =
                    !query("where serial = ? and counter = ?", seen.serial().number(), counter)
                            .isEmpty();
            if (!isUsed) {
                change(
                        seen,
                        "state = 'CHARGED', reply = ?, counter = ?",
                        reply.canonical(),
                        counter);
            }
            return !isUsed;
        });
    }

    private void change(StoredRefill seen, String set, Object... values) {
        var all = new ArrayList<Object>(List.of(values));
        all.add(seen.refill().id());
        all.add(seen.sends());
        int changed =
                database.update(
                        "update refill set " + set + " where id = ? and sends = ? and" + OPEN,
                        all.toArray());
        if (changed != 1) {
            throw new IllegalStateException("the stored refill has moved meanwhile");
        }
    }

    private List<StoredRefill> query(String where, Object... values) {
        return database.query(COLUMNS + where, Refills::stored, values);
    }

    private static StoredRefill stored(ResultSet row) throws SQLException {
        return new StoredRefill(
                Json.read(Refill.class, row.getBytes("refill")).orThrow(),
                new SerialNumber(row.getInt("serial")),
                RequestState.valueOf(row.getString("state")),
                row.getInt("sends"),
                Instant.ofEpochMilli(row.getLong("since")),
                Database.bytes(row, "reply"),
                row.getString("why"));
    }
}
