package org.franklin.datacenter.keymanagement;

import org.franklin.box.certificate.Trust;
import org.franklin.box.file.OwnFile;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;

import java.io.IOException;
import java.nio.file.Files;

/// What anyone may know of an installation's boxes, as a file: so the function server knows their
/// certificates without opening a seed. It holds no secret.
final class TrustFile {

    private TrustFile() {}

    static void write(InstallationFolder folder, Trust trust) throws IOException {
        OwnFile.replace(folder.trust(), Canonical.encode(Trust.class, trust));
    }

    static Trust read(InstallationFolder folder) throws IOException {
        if (!Files.exists(folder.trust())) {
            throw new IOException(folder.trust() + " is missing");
        }
        var content = Bytes.of(Files.readAllBytes(folder.trust()));
        return switch (Canonical.decode(Trust.class, content)) {
            case Valid<Trust>(var trust) -> trust;
            case Malformed<Trust>(var reason) ->
                    throw new IOException(folder.trust() + " is damaged: " + reason);
        };
    }
}
