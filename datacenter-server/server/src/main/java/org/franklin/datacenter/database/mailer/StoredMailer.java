package org.franklin.datacenter.database.mailer;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.mailer.UserName;
import org.franklin.model.meter.SerialNumber;

import java.time.Instant;

/// A mailer as the table holds it: names to find it by, the version of the agreement and when it
/// was agreed to, and the record that the authentication box signed.
public record StoredMailer(
        MailerId mailer,
        UserName user,
        SerialNumber serial,
        String agreement,
        Instant since,
        Bytes record) {}
