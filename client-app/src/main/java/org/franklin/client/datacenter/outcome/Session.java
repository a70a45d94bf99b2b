package org.franklin.client.datacenter.outcome;

import org.franklin.model.mailer.DeviceId;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.mailer.UserName;
import org.franklin.model.meter.SerialNumber;

import java.time.Instant;

/// Who is signed on, until when, at which meter and as which of its devices. The token that proves
/// it stays inside the desk.
public record Session(
        UserName user,
        MailerId mailer,
        String business,
        SerialNumber serial,
        DeviceId device,
        Instant expires) {}
