package org.franklin.model.wire;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.meter.SerialNumber;

/// Answers sign-up and enrolment: the meter, the device's number at it, and the canonical bytes of
/// the [org.franklin.model.meter.MeterReply] that enrolled it.
public record Enrolled(MailerId mailer, SerialNumber serial, DeviceId device, Bytes reply) {}
