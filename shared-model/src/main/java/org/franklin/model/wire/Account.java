package org.franklin.model.wire;

import org.franklin.model.mailer.MailerId;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.meter.Registers;
import org.franklin.model.meter.SerialNumber;

/// `GET /v1/account`: who signed on, and the state of the meter. `counter` is that of its record,
/// `pieces` its piece count. A locked meter dispenses nothing until the data center has looked at
/// it.
public record Account(
        MailerId mailer,
        String business,
        PaymentMethod paymentMethod,
        SerialNumber serial,
        Registers registers,
        long counter,
        long pieces,
        boolean locked) {}
