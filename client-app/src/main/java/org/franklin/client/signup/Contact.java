package org.franklin.client.signup;

import org.franklin.client.datacenter.connection.Answer.Why;
import org.franklin.client.datacenter.connection.DataCenterIdentity;
import org.franklin.client.datacenter.connection.Fingerprint;

/// How far the mailer has come with the data center.
public sealed interface Contact {

    /// Not looked at yet.
    record None() implements Contact {}

    record Looking() implements Contact {}

    /// A person compares the fingerprint before the data center is trusted.
    record ToCompare(DataCenterIdentity identity) implements Contact {}

    /// The pin is set.
    record Kept(DataCenterIdentity identity) implements Contact {}

    /// The address cannot be read; `whatToDo` is fit to show.
    record BadAddress(String whatToDo) implements Contact {}

    record NotReached(Why why) implements Contact {}

    /// Somebody answers who is no data center.
    record NoAuthority() implements Contact {}

    /// Another key than the one that was announced, or than the one that is kept.
    record OtherKey(Fingerprint seen, Fingerprint expected) implements Contact {}
}
