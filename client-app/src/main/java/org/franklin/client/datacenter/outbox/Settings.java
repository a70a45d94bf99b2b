package org.franklin.client.datacenter.outbox;

import org.franklin.model.canonical.Bytes;

import java.util.Optional;

/// What the mailer's folder keeps between two starts.
public final class Settings {

    public enum Name {
        /// Where the data center is, as text.
        URL,
        /// The certificate of the data center's authority, DER: the pin.
        AUTHORITY,
        /// The Post's keys as they came last, as JSON. Their root is the second pin.
        KEYS,
        /// The name that signed on last.
        USER,
        /// Which meter and device this computer is, as JSON.
        ENROLMENT,
        /// What the mailer chose last, in its canonical form.
        HABITS
    }

    private final Database database;

    Settings(Database database) {
        this.database = database;
    }

    public Optional<Bytes> get(Name name) {
        return database
                .query(
                        "select value from setting where name = ?",
                        row -> Bytes.of(row.getBytes(1)),
                        name)
                .stream()
                .findFirst();
    }

    public void put(Name name, Bytes value) {
        database.update(
                "insert into setting (name, value) values (?, ?)"
                        + " on conflict (name) do update set value = excluded.value",
                name,
                value);
    }
}
