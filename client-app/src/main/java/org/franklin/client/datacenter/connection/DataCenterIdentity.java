package org.franklin.client.datacenter.connection;

import org.franklin.model.canonical.Bytes;

/// Who a data center must prove to be: its address, and the authority's certificate (DER) that has
/// the address's fingerprint. Once pinned, nothing else vouches for the data center.
public record DataCenterIdentity(DataCenterAddress address, Bytes authority) {

    public DataCenterIdentity {
        if (!Fingerprint.of(authority).equals(address.fingerprint())) {
            throw new IllegalArgumentException(
                    "the certificate does not have the fingerprint of the address");
        }
    }
}
