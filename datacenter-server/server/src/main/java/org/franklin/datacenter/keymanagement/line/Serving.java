package org.franklin.datacenter.keymanagement.line;

import org.franklin.box.SecureBox;
import org.franklin.datacenter.keymanagement.line.BoxServer.Offer;
import org.franklin.model.canonical.Bytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// One connection to a box, from the box's side. Reads no further while too much is under way, so
/// that nobody can fill the box's memory.
final class Serving implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Serving.class);
    private static final Duration GREETS_WITHIN = Duration.ofSeconds(10);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(5);

    /// How much may be under way at once.
    private static final int MOST_CALLS = 1_024;

    private static final int MOST_BYTES = 32 * 1024 * 1024;

    private final Offer offer;
    private final Line line;
    private final FrameReader reader;
    private final FrameWriter writer;
    private final Semaphore calls = new Semaphore(MOST_CALLS);
    private final Semaphore bytes = new Semaphore(MOST_BYTES);
    private final CountDownLatch greeted = new CountDownLatch(1);
    private volatile boolean closed;

    Serving(Offer offer, Line line) {
        this.offer = offer;
        this.line = line;
        this.reader = new FrameReader(line, SecureBox.LONGEST);
        this.writer = new FrameWriter(line);
    }

    /// Serves until either side ends; `full` says only that there is no room.
    void run(boolean full) throws IOException {
        try (line) {
            converse(full);
        } catch (IOException e) {
            throw closed ? new IOException("the box was told to end", e) : e;
        }
    }

    private void converse(boolean full) throws IOException {
        Thread.ofVirtual().start(this::hangUpOnTheSilent);
        try {
            if (full) {
                throw new FrameFault("this box has no room for another connection");
            }
            greet();
            for (var frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                take(frame.get());
            }
        } catch (FrameFault e) {
            bye(String.valueOf(e.getMessage()));
            throw e;
        } finally {
            greeted.countDown();
        }
    }

    private void greet() throws IOException {
        Greeting.require(
                offer.kind(), reader.next().orElseThrow(() -> new FrameFault("it said nothing")));
        greeted.countDown();
        writer.send(Greeting.of(offer.kind()));
    }

    private void hangUpOnTheSilent() {
        try {
            if (!greeted.await(GREETS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                line.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("a line did not close");
        }
    }

    private void take(Frame frame) throws IOException {
        switch (frame.kind()) {
            case CALL -> {
                // A box that is told to end takes nothing new: the line ends without an answer.
                if (closed) {
                    return;
                }
                calls.acquireUninterruptibly();
                bytes.acquireUninterruptibly(frame.body().length());
                Thread.ofVirtual().start(() -> answer(frame));
            }
            case ASK_HEALTH -> {
                var said = Greeting.text(offer.fault().get().orElse(""));
                writer.send(new Frame(Frame.Kind.HEALTH, frame.call(), said));
            }
            case BYE -> throw new IOException(Greeting.text(frame.body()));
            case HELLO, ANSWER, FAILED, HEALTH ->
                    throw new FrameFault("a frame of the kind " + frame.kind() + " at this point");
        }
    }

    private void answer(Frame frame) {
        try {
            writer.send(answered(frame));
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("an answer could not be given");
        } finally {
            bytes.release(frame.body().length());
            calls.release();
        }
    }

    private Frame answered(Frame frame) {
        try {
            Bytes answer = offer.box().call(frame.body());
            if (answer.length() <= Connection.LONGEST_ANSWER) {
                return new Frame(Frame.Kind.ANSWER, frame.call(), answer);
            }
            LOG.atError().addKeyValue("bytes", answer.length()).log("too long an answer");
        } catch (RuntimeException | Error e) {
            LOG.atError().setCause(e).log("the box broke over a call");
        }
        return new Frame(Frame.Kind.FAILED, frame.call(), Bytes.EMPTY);
    }

    private void bye(String why) {
        try {
            writer.send(new Frame(Frame.Kind.BYE, 0, Greeting.text(why)));
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("a farewell could not be said");
        }
    }

    /// Answers what is under way, and no more.
    @Override
    public void close() {
        closed = true;
        try {
            if (!calls.tryAcquire(MOST_CALLS, ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("calls were under way when the box was closed");
            }
            bye("the box was told to end");
            line.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("a line did not close");
        }
    }
}
