package org.franklin.datacenter.communication.jetty;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.franklin.model.canonical.Bytes;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Reads the body of a request into memory, within a size and within a time.
final class BodyReader {

    /// What came of it.
    sealed interface Body {

        record Whole(Bytes bytes) implements Body {}

        record TooLarge() implements Body {}

        record TooSlow() implements Body {}

        /// The connection broke, or its framing is wrong.
        record Broken() implements Body {}
    }

    /// What is read of a body that is too large, and thrown away, so that an honest client reads
    /// the refusal instead of a broken connection.
    private static final int DRAINED = 1024 * 1024;

    private final Duration limit;

    BodyReader(Duration limit) {
        this.limit = limit;
    }

    Body read(Request request, int most) throws InterruptedException {
        if (request.getLength() > most + DRAINED) {
            return new Body.TooLarge();
        }
        long deadline = System.nanoTime() + limit.toNanos();
        var kept = new ByteArrayOutputStream();
        long total = 0;
        while (true) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                if (!arrives(request, deadline)) {
                    return new Body.TooSlow();
                }
                continue;
            }
            if (Content.Chunk.isFailure(chunk)) {
                return new Body.Broken();
            }
            total += chunk.remaining();
            byte[] part = new byte[chunk.remaining()];
            chunk.get(part, 0, part.length);
            chunk.release();
            if (total <= most) {
                kept.writeBytes(part);
            }
            if (chunk.isLast() || total > most + DRAINED) {
                return total > most
                        ? new Body.TooLarge()
                        : new Body.Whole(Bytes.of(kept.toByteArray()));
            }
        }
    }

    private static boolean arrives(Request request, long deadline) throws InterruptedException {
        var arrived = new Semaphore(0);
        request.demand(arrived::release);
        return arrived.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    }
}
