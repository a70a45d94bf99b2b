package org.franklin.box.authentication;

import org.franklin.box.key.RecordMac;
import org.franklin.box.record.SignedRecord;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.mailer.MailerId;

import java.util.Optional;

/// Signs mailer records with this box's own key, and knows them again (claim 7).
final class MailerRecords {

    private final RecordMac mac;
    private final Bytes cluster;

    /// `mac` is one for [org.franklin.box.key.KeyPurpose#MAILER_MAC].
    MailerRecords(RecordMac mac, Bytes cluster) {
        this.mac = mac;
        this.cluster = cluster;
    }

    /// The canonical bytes of the record with its MAC.
    Bytes sign(MailerRecord record) {
        var body = Canonical.bytes(record);
        return Canonical.bytes(
                new SignedRecord(body, mac.mac(subject(record.mailer()), record.month(), body)));
    }

    /// The record, unless it is not in its form, of another installation, or changed.
    Optional<MailerRecord> open(Bytes signed) {
        return switch (Canonical.decode(SignedRecord.class, signed)) {
            case Malformed<SignedRecord> _ -> Optional.empty();
            case Valid<SignedRecord>(var outer) ->
                    switch (Canonical.decode(MailerRecord.class, outer.record())) {
                        case Malformed<MailerRecord> _ -> Optional.empty();
                        case Valid<MailerRecord>(var record) ->
                                Optional.of(record).filter(_ -> isOurs(record, outer));
                    };
        };
    }

    private boolean isOurs(MailerRecord record, SignedRecord outer) {
        return record.cluster().equals(cluster)
                && mac.verifies(
                        subject(record.mailer()), record.month(), outer.record(), outer.mac());
    }

    private static String subject(MailerId mailer) {
        return "mailer " + mailer;
    }
}
