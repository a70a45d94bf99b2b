package org.franklin.client.datacenter.outbox;

import org.franklin.model.canonical.Bytes;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
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
        /// When they came, in milliseconds since 1970, as text.
        KEYS_TIME,
        /// The name that signed on last.
        USER,
        /// Which meter and device this computer is, as JSON.
        ENROLMENT,
        /// What the mailer chose last, in its canonical form.
        HABITS
    }

    private final Database database;
    private final InstantSource clock;

    Settings(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
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

    /// The Post's keys that came now.
    public void putKeys(Bytes json) {
        String now = Long.toString(clock.millis());
        put(Name.KEYS, json);
        put(Name.KEYS_TIME, Bytes.of(now.getBytes(StandardCharsets.US_ASCII)));
    }

    /// When the Post's keys came last.
    public Optional<Instant> keysTime() {
        return get(Name.KEYS_TIME)
                .map(millis -> new String(millis.toArray(), StandardCharsets.US_ASCII))
                .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)));
    }

    public void put(Name name, Bytes value) {
        database.update(
                "insert into setting (name, value) values (?, ?)"
                        + " on conflict (name) do update set value = excluded.value",
                name,
                value);
    }
}
