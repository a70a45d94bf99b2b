package org.franklin.datacenter.database.journal;

import org.franklin.datacenter.database.Transaction;
import org.franklin.model.canonical.Hash;

import java.time.Instant;
import java.util.List;

/// The alarms. The same evidence about the same record is one row, counted, so that nobody can fill
/// the disk with it.
public final class AlarmTable {

    /// Whether this evidence is new.
    public boolean raise(
            Transaction in, Instant now, String subject, String evidence, Hash record) {
        int counted =
                in.update(
                        "UPDATE alarm SET last = ?, times = times + 1"
                                + " WHERE subject = ? AND evidence = ? AND record = ?",
                        now,
                        subject,
                        evidence,
                        record.bytes());
        if (counted == 1) {
            return false;
        }
        in.update(
                "INSERT INTO alarm (subject, evidence, record, first, last, times)"
                        + " VALUES (?, ?, ?, ?, ?, 1)",
                subject,
                evidence,
                record.bytes(),
                now,
                now);
        return true;
    }

    /// The newest first.
    public List<StoredAlarm> newest(Transaction in, int most) {
        return in.list(
                "SELECT * FROM alarm ORDER BY last DESC, subject LIMIT ?",
                row ->
                        new StoredAlarm(
                                row.text("subject"),
                                row.text("evidence"),
                                new Hash(row.bytes("record")),
                                row.time("first"),
                                row.time("last"),
                                row.number("times")),
                most);
    }
}
