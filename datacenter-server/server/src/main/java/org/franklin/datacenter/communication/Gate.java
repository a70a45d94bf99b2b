package org.franklin.datacenter.communication;

import org.franklin.datacenter.function.signon.Session;
import org.franklin.datacenter.function.signon.Sessions;
import org.franklin.datacenter.function.signon.Sessions.Lookup;

import java.util.function.Function;

/// Lets a request in if its token belongs to a live session of a device that the meter knows.
final class Gate {

    private final Sessions sessions;

    Gate(Sessions sessions) {
        this.sessions = sessions;
    }

    Reply enter(Call call, Function<Session, Reply> next) {
        return call.token(token ->
                switch (sessions.find(token)) {
                    case Lookup.Live(var session) -> next.apply(session);
                    case Lookup.SignedOut _ -> Refusals.signedOut();
                    case Lookup.DeviceNotEnrolled _ -> Refusals.deviceNotEnrolled();
                    case Lookup.Unavailable _ -> Refusals.unavailable();
                });
    }
}
