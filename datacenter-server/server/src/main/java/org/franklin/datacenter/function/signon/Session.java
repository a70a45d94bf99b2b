package org.franklin.datacenter.function.signon;

import org.franklin.model.mailer.MailerId;
import org.franklin.model.meter.SerialNumber;

/// Who a request acts for: a mailer that has signed on, and the one meter that is the mailer's.
public record Session(MailerId mailer, SerialNumber serial) {

    public boolean owns(SerialNumber asked) {
        return serial.equals(asked);
    }
}
