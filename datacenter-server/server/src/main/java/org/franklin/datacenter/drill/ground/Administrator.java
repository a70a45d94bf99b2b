package org.franklin.datacenter.drill.ground;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.meter.SerialNumber;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// An insider with the machine's own tools: SQL on the database, also while it is served, and plain
/// copies of files. No box is asked.
public final class Administrator {

    /// A row's bytes, with the counter beside them.
    public record Kept(long counter, Bytes record) {}

    private static final String METER = "meter_record WHERE owner = ";

    private final Path folder;

    Administrator(Path folder) {
        this.folder = folder;
    }

    public Kept meter(SerialNumber serial) {
        return kept("SELECT counter, record FROM " + METER + serial.number());
    }

    public void putMeter(SerialNumber serial, Kept kept) {
        run(
                "UPDATE meter_record SET counter = %d, record = x'%s' WHERE owner = %d"
                        .formatted(kept.counter(), kept.record().hex(), serial.number()));
    }

    /// How many meters have a record.
    long meters() {
        return kept("SELECT COUNT(*), x'00' FROM meter_record").counter();
    }

    public Kept account(MailerId mailer) {
        return kept("SELECT counter, record FROM account_record WHERE owner = '" + mailer + "'");
    }

    public void putAccount(MailerId mailer, Kept kept) {
        run(
                "UPDATE account_record SET counter = %d, record = x'%s' WHERE owner = '%s'"
                        .formatted(kept.counter(), kept.record().hex(), mailer));
    }

    public Kept mailer(MailerId mailer) {
        return kept("SELECT 0, record FROM mailer WHERE mailer = '" + mailer + "'");
    }

    public void putMailer(MailerId mailer, Bytes record) {
        run("UPDATE mailer SET record = x'%s' WHERE mailer = '%s'".formatted(record.hex(), mailer));
    }

    /// The newest reply of an account to a payment, which holds the voucher.
    public Bytes newestAccountReply(MailerId mailer) {
        return kept(("SELECT counter, reply FROM account_step WHERE owner = '%s' AND actor = 0"
                                + " ORDER BY counter DESC LIMIT 1")
                        .formatted(mailer))
                .record();
    }

    /// Runs one statement; returns the number of rows that it changed.
    public int run(String statement) {
        try (Connection connection = connect();
                var sql = connection.createStatement()) {
            return sql.executeUpdate(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("the drill's own SQL failed", e);
        }
    }

    private Kept kept(String query) {
        try (Connection connection = connect();
                var sql = connection.createStatement();
                var rows = sql.executeQuery(query)) {
            if (!rows.next()) {
                throw new IllegalStateException("the drill finds no row: " + query);
            }
            return new Kept(rows.getLong(1), Bytes.of(rows.getBytes(2)));
        } catch (SQLException e) {
            throw new IllegalStateException("the drill's own SQL failed", e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:sqlite:" + folder.resolve("database").resolve("franklin.db"));
    }

    /// Copies a part of the folder, `boxes` or `database`, away; nobody may have it open.
    public void backUp(String part, Path to) {
        Folders.copy(folder.resolve(part), to);
    }

    /// Puts a backup in the place of a part of the folder; nobody may have it open.
    public void restore(String part, Path from) {
        Folders.delete(folder.resolve(part));
        Folders.copy(from, folder.resolve(part));
    }

    public void delete(String file) {
        try {
            Files.delete(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
