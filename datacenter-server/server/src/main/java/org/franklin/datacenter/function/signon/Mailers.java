package org.franklin.datacenter.function.signon;

import org.franklin.box.authentication.MailerRecord;
import org.franklin.box.record.SignedRecord;
import org.franklin.box.transaction.AccountStep;
import org.franklin.datacenter.database.mailer.StoredMailer;
import org.franklin.datacenter.function.records.Alarms;
import org.franklin.datacenter.function.records.RecordSteps;
import org.franklin.datacenter.function.records.Stores;
import org.franklin.model.canonical.Decoded;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.mailer.UserName;

import java.util.Optional;

/// Mailers as functions know them: their rows, their master accounts, and the alarm.
public final class Mailers {

    private final Stores stores;
    private final RecordSteps<MailerId, AccountStep> accounts;
    private final Alarms alarms;

    public Mailers(Stores stores, RecordSteps<MailerId, AccountStep> accounts, Alarms alarms) {
        this.stores = stores;
        this.accounts = accounts;
        this.alarms = alarms;
    }

    public RecordSteps<MailerId, AccountStep> accounts() {
        return accounts;
    }

    public Optional<StoredMailer> find(UserName user) {
        return stores.database().read(in -> stores.mailers().find(in, user));
    }

    public Optional<StoredMailer> find(MailerId mailer) {
        return stores.database().read(in -> stores.mailers().find(in, mailer));
    }

    /// What the mailer's record says, until the authentication box has checked it.
    public static Decoded<MailerRecord> body(StoredMailer mailer) {
        return SignedRecord.body(MailerRecord.class, mailer.record());
    }

    /// Rings for a mailer's record that the authentication box did not write.
    void tampered(StoredMailer mailer) {
        alarms.raise("mailer " + mailer.mailer(), "BAD_MAC", mailer.record());
    }

    /// Notes that a mailer's record names a meter that has another owner.
    void notTheOwner(StoredMailer mailer) {
        alarms.raise("mailer " + mailer.mailer(), "NOT_THE_OWNER", mailer.record());
    }
}
