package org.franklin.box.suite;

import org.franklin.box.key.SecretBytes;
import org.franklin.model.canonical.Bytes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A set of triple-DES master keys, from which working keys are derived as the patent says: by
/// encrypting the meter's serial number, and, for what changes monthly, the month and year.
///
/// What is encrypted is the text `purpose/subject/month`, as `RECORD_MAC/meter 1042/202611`, behind
/// a block that holds its length and which half of the key is made, zeros up to a whole block. Each
/// half is the last block of that in CBC mode, its parity adjusted.
final class PatentMaster implements AutoCloseable {

    private final SecretBytes key;

    /// Takes the 16 bytes for its own.
    PatentMaster(SecretBytes key) {
        if (key.length() != TripleDes.KEY_LENGTH) {
            throw new IllegalArgumentException("a set of triple-DES keys has 16 bytes");
        }
        this.key = key;
    }

    /// The 16-byte key for one purpose, subject (as `meter 1042`) and month (YYYYMM; 0 for none).
    SecretBytes derive(PatentPurpose purpose, String subject, int month) {
        String context = purpose.name() + "/" + subject + "/" + month;
        byte[] derived = Arrays.copyOf(half(context, 0), TripleDes.KEY_LENGTH);
        System.arraycopy(half(context, 1), 0, derived, TripleDes.BLOCK_LENGTH, derived.length / 2);
        TripleDes.adjustParity(derived);
        return SecretBytes.take(derived);
    }

    /// The MAC of a record, 8 bytes, under the key of its subject and month.
    Bytes mac(String subject, int month, Bytes body) {
        try (var derived = derive(PatentPurpose.RECORD_MAC, subject, month)) {
            return RetailMac.mac(derived, body);
        }
    }

    private byte[] half(String context, int which) {
        byte[] text = context.getBytes(StandardCharsets.US_ASCII);
        int blocks = 1 + Math.ceilDiv(text.length, TripleDes.BLOCK_LENGTH);
        var message = ByteBuffer.allocate(blocks * TripleDes.BLOCK_LENGTH);
        message.putInt(text.length).putInt(which).put(text);
        byte[] all = TripleDes.encrypt(key, new byte[TripleDes.BLOCK_LENGTH], message.array());
        return Arrays.copyOfRange(all, all.length - TripleDes.BLOCK_LENGTH, all.length);
    }

    @Override
    public void close() {
        key.close();
    }

    @Override
    public String toString() {
        return "PatentMaster";
    }
}
