package org.franklin.box.authentication;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.mailer.UserName;
import org.franklin.model.meter.SerialNumber;

/// A mailer as the database keeps it, inside a [org.franklin.box.record.SignedRecord] under this
/// box's own key (claim 7). `password` is an Argon2id hash in the PHC text form, peppered inside
/// the box, in cipher text that only the box opens. `owner` is the hash of the sealed credentials
/// of the sign-up: whoever lacks the password in them cannot become the same owner again.
public record MailerRecord(
        Bytes cluster,
        MailerId mailer,
        UserName user,
        String business,
        PaymentMethod paymentMethod,
        SerialNumber serial,
        Hash owner,
        int month,
        SealedPassword password) {

    /// Under AES-256-GCM: a nonce of 12 bytes, the cipher text with its tag.
    public record SealedPassword(Bytes nonce, Bytes ciphertext) {}

    @Override
    public String toString() {
        return "MailerRecord[" + mailer + "]";
    }
}
