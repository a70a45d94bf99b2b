package org.franklin.model.wire;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.meter.SerialNumber;

import java.time.Instant;

/// A session: `token` (32 bytes) goes, in base64, into `Authorization: Bearer …` of later requests.
///
/// `device` is the number under which the meter knows the device that signed on, and `nextSequence`
/// the next free number of that device: an app whose outbox is behind it fetches the outcomes that
/// it lacks first.
public record SignedOn(
        Bytes token,
        Instant expires,
        MailerId mailer,
        String business,
        SerialNumber serial,
        DeviceId device,
        long nextSequence) {

    @Override
    public String toString() {
        return "SignedOn[" + mailer + ", " + serial + "]";
    }
}
