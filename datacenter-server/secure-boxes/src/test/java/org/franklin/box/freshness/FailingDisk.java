package org.franklin.box.freshness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

/// A disk in memory that can forget what was not forced, and fail when told.
final class FailingDisk implements JournalFile {

    private byte[] content;
    private byte[] forced;
    boolean failsToForce;
    boolean failsToAppend;

    FailingDisk(byte[] content) {
        this.content = content;
        forced = content;
    }

    /// What is left after a power cut: all that was forced, and this many bytes of what was not.
    FailingDisk afterPowerCut(int unforcedBytes) {
        return new FailingDisk(
                Arrays.copyOf(content, Math.min(content.length, forced.length + unforcedBytes)));
    }

    byte[] content() {
        return content.clone();
    }

    @Override
    public long size() {
        return content.length;
    }

    @Override
    public byte[] read(long offset, int length) {
        int from = (int) Math.min(offset, content.length);
        return Arrays.copyOfRange(content, from, Math.min(content.length, from + length));
    }

    @Override
    public void append(byte[] bytes) throws IOException {
        if (failsToAppend) {
            throw new IOException("no space left");
        }
        var out = new ByteArrayOutputStream();
        out.writeBytes(content);
        out.writeBytes(bytes);
        content = out.toByteArray();
    }

    @Override
    public void force() throws IOException {
        if (failsToForce) {
            throw new IOException("input/output error");
        }
        forced = content;
    }

    @Override
    public void truncate(long size) {
        content = Arrays.copyOf(content, (int) size);
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
