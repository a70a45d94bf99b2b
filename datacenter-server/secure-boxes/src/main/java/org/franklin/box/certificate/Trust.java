package org.franklin.box.certificate;

import org.franklin.box.suite.Suite;
import org.franklin.model.canonical.Bytes;

import java.util.List;

/// What anyone may know of an installation: its Post's root and the certificates of its boxes, DER,
/// the number of the certificate whose key credentials are sealed to, and the suite in the seeds.
public record Trust(Bytes root, List<Bytes> certificates, int authenticationBox, Suite suite) {

    public Trust {
        certificates = List.copyOf(certificates);
    }
}
