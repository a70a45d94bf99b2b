package org.franklin.client.datacenter.outbox;

import org.franklin.model.canonical.Bytes;

import java.time.Clock;
import java.util.List;

/// Answers that were not believed, kept as they came for whoever looks into them.
public final class Evidence {

    /// `about` names the request, `reason` what does not hold.
    public record Kept(String about, String reason, Bytes bytes) {}

    private static final int MOST = 1_000;

    private final Database database;
    private final Clock clock;

    Evidence(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Keeps it once, however often it comes, and no more than fits a folder.
    public void keep(Kept kept) {
        database.update(
                "insert into evidence (at, about, reason, bytes) select ?, ?, ?, ?"
                        + " where (select count(*) from evidence) < ? and not exists"
                        + " (select * from evidence where about = ? and bytes = ?)",
                clock.instant(),
                kept.about(),
                kept.reason(),
                kept.bytes(),
                MOST,
                kept.about(),
                kept.bytes());
    }

    public List<Kept> all() {
        return database.query(
                "select about, reason, bytes from evidence order by rowid",
                row -> new Kept(row.getString(1), row.getString(2), Bytes.of(row.getBytes(3))));
    }
}
