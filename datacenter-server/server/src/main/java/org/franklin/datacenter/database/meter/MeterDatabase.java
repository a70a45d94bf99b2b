package org.franklin.datacenter.database.meter;

import org.franklin.datacenter.database.Transaction;
import org.franklin.datacenter.database.journal.ChainTables;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.SerialNumber;

import java.util.List;

/// The meter database (60). It keeps what the meter box signed and changes nothing in it.
public final class MeterDatabase {

    private final ChainTables<SerialNumber> records =
            new ChainTables<>(
                    "meter",
                    SerialNumber::number,
                    row -> new SerialNumber(row.smallNumber("owner")));

    /// The signed records of all meters, and their steps.
    public ChainTables<SerialNumber> records() {
        return records;
    }

    /// A serial number that was never drawn before. One that comes to nothing is not drawn again.
    public SerialNumber draw(Transaction in) {
        in.update("UPDATE serial_number SET next = next + 1");
        return in.first(
                        "SELECT next - 1 AS drawn FROM serial_number",
                        row -> new SerialNumber(row.smallNumber("drawn")))
                .orElseThrow();
    }

    /// Stores a certificate (X.509, DER) under its number. It is public, whether in use or not.
    public void certify(Transaction in, SerialNumber serial, int number, Bytes certificate) {
        in.update(
                "INSERT INTO certificate (number, serial, der) VALUES (?, ?, ?)"
                        + " ON CONFLICT (number) DO UPDATE SET der = excluded.der",
                number,
                serial.number(),
                certificate);
    }

    public List<Bytes> certificates(Transaction in) {
        return in.list("SELECT der FROM certificate ORDER BY number", row -> row.bytes("der"));
    }
}
