package org.franklin.datacenter.crash;

import org.franklin.datacenter.function.signon.Session;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.SignOn;
import org.franklin.model.wire.SignUp;

/// What the apps of these tests ask a data center, whichever way it goes there. The same value has
/// the same bytes, so that a retry is the same request.
sealed interface Question {

    record PublishedKeys() implements Question {}

    record Found(SignUp asked) implements Question {}

    record Join(SignOn asked) implements Question {}

    record Serve(Visitor visitor, DeviceSigned signed) implements Question {}

    /// `id` is a UUID.
    record Fill(Visitor visitor, String id, Postage amount) implements Question {}

    /// Who asks. Where the door is one of HTTP, the session begins with the sign-on.
    record Visitor(Session session, SignOn signOn) {}
}
