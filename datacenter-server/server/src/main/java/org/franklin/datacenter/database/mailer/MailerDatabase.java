package org.franklin.datacenter.database.mailer;

import org.franklin.datacenter.database.Row;
import org.franklin.datacenter.database.Transaction;
import org.franklin.datacenter.database.journal.ChainTables;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.mailer.UserName;
import org.franklin.model.meter.SerialNumber;

import java.util.Optional;

/// The mailer database (62): mailers, and the master accounts that the transaction box signed.
public final class MailerDatabase {

    private final ChainTables<MailerId> accounts =
            new ChainTables<>("account", MailerId::text, row -> new MailerId(row.text("owner")));

    /// The signed records of all master accounts, and their steps.
    public ChainTables<MailerId> accounts() {
        return accounts;
    }

    public Optional<StoredMailer> find(Transaction in, UserName user) {
        return in.first(
                "SELECT * FROM mailer WHERE user_name = ?", MailerDatabase::mailer, user.text());
    }

    public Optional<StoredMailer> find(Transaction in, MailerId mailer) {
        return in.first(
                "SELECT * FROM mailer WHERE mailer = ?", MailerDatabase::mailer, mailer.text());
    }

    /// How many mailers there are.
    public long count(Transaction in) {
        return in.first("SELECT COUNT(*) AS mailers FROM mailer", row -> row.number("mailers"))
                .orElseThrow();
    }

    /// Stores a new mailer, or nothing and false where the user name is taken.
    public boolean claim(Transaction in, StoredMailer mailer) {
        return in.update(
                        "INSERT INTO mailer (mailer, user_name, serial, agreement, since, record)"
                                + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (user_name) DO NOTHING",
                        mailer.mailer().text(),
                        mailer.user().text(),
                        mailer.serial().number(),
                        mailer.agreement(),
                        mailer.since(),
                        mailer.record())
                == 1;
    }

    private static StoredMailer mailer(Row row) {
        return new StoredMailer(
                new MailerId(row.text("mailer")),
                new UserName(row.text("user_name")),
                new SerialNumber(row.smallNumber("serial")),
                row.text("agreement"),
                row.time("since"),
                row.bytes("record"));
    }
}
