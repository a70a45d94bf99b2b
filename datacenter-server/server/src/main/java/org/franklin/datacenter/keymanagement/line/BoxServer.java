package org.franklin.datacenter.keymanagement.line;

import org.franklin.box.SecureBox;
import org.franklin.datacenter.keymanagement.BoxKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// The box's end: takes connections, and lets the box answer what comes over them.
public final class BoxServer implements AutoCloseable {

    /// More function servers than this one box serves is none that anybody has.
    static final int MOST_CONNECTIONS = 16;

    private static final Logger LOG = LoggerFactory.getLogger(BoxServer.class);
    private static final int MOST_AT_THE_DOOR = 64;
    private static final Duration AFTER_A_FAULT = Duration.ofMillis(100);

    /// Where connections come in.
    public interface Door extends Closeable {

        /// Waits for the next connection. Throws once the door is closed.
        Knock next() throws IOException;
    }

    /// A connection that is not let in yet.
    public interface Knock extends Closeable {

        /// The line, once it is known who is at the other end; throws if it is nobody to talk to.
        Line admit() throws IOException;
    }

    /// What is served: the box, and why it does not serve, if so.
    public record Offer(BoxKind kind, SecureBox box, Supplier<Optional<String>> fault) {}

    private final Offer offer;
    private final Door door;
    private final Set<Serving> servings = ConcurrentHashMap.newKeySet();
    private final Semaphore room = new Semaphore(MOST_CONNECTIONS + MOST_AT_THE_DOOR);
    private final CountDownLatch closed = new CountDownLatch(1);

    public BoxServer(Offer offer, Door door) {
        this.offer = offer;
        this.door = door;
    }

    public void start() {
        Thread.ofPlatform().daemon().name("box-door").start(this::take);
    }

    private void take() {
        while (!isClosed()) {
            room.acquireUninterruptibly();
            try {
                var knock = door.next();
                Thread.ofPlatform().daemon().name("box-line").start(() -> serve(knock));
            } catch (IOException e) {
                room.release();
                if (!isClosed()) {
                    LOG.atWarn().setCause(e).log("a connection could not be taken");
                    pause();
                }
            }
        }
    }

    private void serve(Knock knock) {
        try (knock) {
            var serving = new Serving(offer, knock.admit());
            servings.add(serving);
            try {
                serving.run(isClosed() || servings.size() > MOST_CONNECTIONS);
            } finally {
                servings.remove(serving);
            }
        } catch (IOException | RuntimeException e) {
            LOG.atWarn().addKeyValue("why", e.getMessage()).log("a connection ended");
        } finally {
            room.release();
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void pause() {
        try {
            if (closed.await(AFTER_A_FAULT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("closed meanwhile");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Takes nothing new, and lets what is under way end, within seconds.
    @Override
    public void close() throws IOException {
        closed.countDown();
        door.close();
        servings.forEach(Serving::close);
    }
}
