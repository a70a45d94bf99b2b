package org.franklin.datacenter.function.records;

import org.franklin.datacenter.database.Database;
import org.franklin.datacenter.database.DatabaseFault;
import org.franklin.datacenter.database.journal.AlarmTable;
import org.franklin.datacenter.database.journal.StoredAlarm;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.util.List;

/// Rings when a box finds tampering: a row for the auditors and a line in the log, whether or not
/// the database can be written.
public final class Alarms {

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

    private final Database database;
    private final Clock clock;
    private final AlarmTable table = new AlarmTable();

    public Alarms(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// `evidence` is a word such as `ROLLED_BACK`; `shown` the bytes that were shown to the box.
    public void raise(String subject, String evidence, Bytes shown) {
        var hash = Hash.of(shown);
        LOG.atError()
                .addKeyValue("subject", subject)
                .addKeyValue("evidence", evidence)
                .addKeyValue("record", hash)
                .log("tampering");
        try {
            database.write(in -> table.raise(in, clock.instant(), subject, evidence, hash));
        } catch (DatabaseFault e) {
            LOG.atError().setCause(e).log("the alarm could not be stored");
        }
    }

    /// The newest first, at most 1,000.
    public List<StoredAlarm> newest() {
        return database.read(in -> table.newest(in, 1_000));
    }
}
