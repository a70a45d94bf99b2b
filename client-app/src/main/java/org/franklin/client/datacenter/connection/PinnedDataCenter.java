package org.franklin.client.datacenter.connection;

import org.franklin.model.canonical.Bytes;

/// A data center that the mailer trusts: its address, and the authority's certificate (DER) that
/// has the address's fingerprint. Nothing else vouches for the data center.
public record PinnedDataCenter(DataCenterAddress address, Bytes authority) {

    public PinnedDataCenter {
        if (!Fingerprint.of(authority).equals(address.fingerprint())) {
            throw new IllegalArgumentException(
                    "the certificate does not have the fingerprint of the address");
        }
    }
}
