package org.franklin.datacenter.keymanagement.line;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// Writes the frames of many threads to a line. Whoever comes while nobody writes, writes; what the
/// others bring meanwhile goes out together, with one system call for all of it. While too much
/// waits for the other side to read, those who bring more wait too.
final class FrameWriter {

    private static final int BUFFER = 256 * 1024;

    /// In bytes; one frame more than this may wait.
    static final long MOST_WAITING = 16 * 1024 * 1024;

    private final Line line;

    /// Used by the thread that leads.
    private final ByteBuffer buffer;

    /// Guarded by itself, as are those below.
    private final ArrayDeque<Frame> queue = new ArrayDeque<>();

    private long waiting;
    private boolean led;
    private boolean broken;

    FrameWriter(Line line) {
        this.line = line;
        this.buffer = line.buffer(BUFFER);
    }

    /// Returns once the frame is written, or is left to a thread that writes. Throws where this
    /// thread wrote and could not, or where another could not before: then nothing of the frame has
    /// left.
    void send(Frame frame) throws IOException {
        synchronized (queue) {
            awaitRoom();
            if (broken) {
                throw new IOException("the connection cannot be written to");
            }
            queue.add(frame);
            waiting += frame.length();
            if (led) {
                return;
            }
            led = true;
        }
        lead();
    }

    /// Does not end early when interrupted: a frame is sent whole, or its connection ends.
    private void awaitRoom() {
        boolean interrupted = false;
        while (waiting > MOST_WAITING && !broken) {
            try {
                queue.wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void lead() throws IOException {
        try {
            for (var group = next(); !group.isEmpty(); group = next()) {
                for (Frame frame : group) {
                    put(frame);
                }
                flush();
            }
        } catch (IOException | RuntimeException | Error e) {
            synchronized (queue) {
                broken = true;
                queue.clear();
                queue.notifyAll();
            }
            throw e;
        }
    }

    /// Leaves the lead where nothing waits.
    private List<Frame> next() {
        synchronized (queue) {
            var group = new ArrayList<>(queue);
            queue.clear();
            waiting = 0;
            queue.notifyAll();
            led = !group.isEmpty();
            return group;
        }
    }

    private void put(Frame frame) throws IOException {
        if (buffer.remaining() < Integer.BYTES + Frame.HEAD) {
            flush();
        }
        buffer.putInt(frame.length()).put(frame.kind().code()).putLong(frame.call());
        byte[] body = frame.body().toArray();
        int put = 0;
        while (put < body.length) {
            if (!buffer.hasRemaining()) {
                flush();
            }
            int some = Math.min(buffer.remaining(), body.length - put);
            buffer.put(body, put, some);
            put += some;
        }
    }

    private void flush() throws IOException {
        line.write(buffer.flip());
        buffer.clear();
    }
}
