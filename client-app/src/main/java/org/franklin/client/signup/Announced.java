package org.franklin.client.signup;

import org.franklin.client.datacenter.connection.DataCenterIdentity;
import org.franklin.client.datacenter.connection.Fingerprint;

/// What was said of the data center before the first run: an address, and perhaps its key, which
/// the program then compares by itself.
public sealed interface Announced {

    /// What stands in the address field at first; may be empty.
    String url();

    record Address(String url) implements Announced {}

    /// Pinned at an earlier start.
    record Kept(DataCenterIdentity identity) implements Announced {
        @Override
        public String url() {
            return identity.address().url().toString();
        }
    }

    record Key(String url, Fingerprint fingerprint) implements Announced {}
}
