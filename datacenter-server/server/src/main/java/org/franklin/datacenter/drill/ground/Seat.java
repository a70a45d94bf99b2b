package org.franklin.datacenter.drill.ground;

import org.franklin.datacenter.function.signon.Session;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.mailer.UserName;

/// A mailer's computer at the start of a drill: who sits there, at which meter, with which key, and
/// the number of its next request.
public record Seat(
        UserName user, Bytes password, Session session, DeviceId device, DeviceKey key, long next) {

    Seat at(long number) {
        return new Seat(user, password, session, device, key, number);
    }

    @Override
    public String toString() {
        return "Seat[" + user + "]";
    }
}
