package org.franklin.datacenter.keymanagement.line;

import org.franklin.box.BoxEntry;
import org.franklin.box.BoxUnreachable;
import org.franklin.datacenter.keymanagement.BoxKind;
import org.franklin.datacenter.keymanagement.line.Connection.Fate;
import org.franklin.model.canonical.Bytes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// A box in another process. Connects when it is first asked, and again when a connection broke.
///
/// A call is sent once. It is sent again only where nothing of it had left: then no box can have
/// seen it, whatever it asks. All else is for whoever asked to send again, since only the function
/// knows what it may ask twice (`protocol` 2.4: a step, always).
public final class RemoteBox implements ReachableBox, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteBox.class);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

    /// Makes a new line to the process, or throws and says why there is none.
    public interface Dial {
        Line dial() throws IOException;
    }

    /// How long a call waits: for a process that starts again, for its greeting, for its answer.
    public record Patience(Duration restart, Duration greeting, Duration answer) {

        public static final Patience USUAL =
                new Patience(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(10));
    }

    private final BoxKind kind;
    private final String place;
    private final Dial dial;
    private final Patience patience;
    private final ReentrantLock connecting = new ReentrantLock();
    private volatile @Nullable Connection current;
    private final CountDownLatch closed = new CountDownLatch(1);

    /// Guarded by `connecting`, as is `why`: since when there has been no connection.
    private long missed = System.nanoTime();

    private long tried = missed - BETWEEN_TRIES.toNanos();
    private String why = "it was not asked yet";

    /// `place` is where the box listens, for people to read.
    public RemoteBox(BoxKind kind, String place, Dial dial, Patience patience) {
        this.kind = kind;
        this.place = place;
        this.dial = dial;
        this.patience = patience;
    }

    @Override
    public Bytes call(Bytes request) {
        if (request.length() > LONGEST) {
            return BoxEntry.unreadable();
        }
        var frame = ask(Frame.Kind.CALL, request, patience.restart(), patience.answer());
        return switch (frame.kind()) {
            case ANSWER -> frame.body();
            case FAILED ->
                    throw new IllegalStateException(
                            "the " + kind.word() + " box broke over a call; its log says how");
            case HELLO, CALL, ASK_HEALTH, HEALTH, BYE -> throw unreachable("it talks nonsense");
        };
    }

    /// Why it serves nobody, in a sentence; empty where it serves. Does not wait for its start.
    public Optional<String> fault() {
        try {
            var frame = ask(Frame.Kind.ASK_HEALTH, Bytes.EMPTY, Duration.ZERO, patience.greeting());
            return Optional.of(Greeting.text(frame.body()))
                    .filter(said -> !said.isEmpty())
                    .map(said -> kind.word() + " box: " + said);
        } catch (BoxUnreachable e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public boolean isThere() {
        if (isConnected()) {
            return true;
        }
        // Who connects now finds out for all.
        if (!connecting.tryLock()) {
            return false;
        }
        try {
            return reconnected(Duration.ZERO).isOpen();
        } catch (BoxUnreachable e) {
            return false;
        } finally {
            connecting.unlock();
        }
    }

    private boolean isConnected() {
        var connection = current;
        return connection != null && connection.isOpen();
    }

    private Frame ask(Frame.Kind kind, Bytes body, Duration restart, Duration answer) {
        while (true) {
            switch (connection(restart).ask(kind, body, answer)) {
                case Fate.Given(var frame) -> {
                    return frame;
                }
                case Fate.Lost(var reason) -> throw unreachable(reason);
                case Fate.NotSent _ -> {
                    // The next connection takes it.
                }
            }
        }
    }

    private Connection connection(Duration restart) {
        var connection = current;
        if (connection != null && connection.isOpen()) {
            return connection;
        }
        connecting.lock();
        try {
            return reconnected(restart);
        } finally {
            connecting.unlock();
        }
    }

    /// Those who wait for a process that starts again wait from when it was first missed. Later
    /// ones only try, and not too often, so that a box that stays away costs nobody time.
    private Connection reconnected(Duration restart) {
        var before = current;
        if (before != null && before.isOpen()) {
            return before;
        }
        if (before != null) {
            missed = System.nanoTime();
            why = before.ended().orElse(why);
            current = null;
            LOG.atWarn().addKeyValue("box", kind.word()).addKeyValue("why", why).log("box lost");
        }
        while (!isClosed()) {
            if (System.nanoTime() - tried >= BETWEEN_TRIES.toNanos()) {
                long began = System.nanoTime();
                try {
                    var fresh = connect();
                    current = fresh;
                    return fresh;
                } catch (IOException e) {
                    why = String.valueOf(e.getMessage());
                    // Who waits behind this one does not wait as long for the same.
                    tried = 2 * System.nanoTime() - began;
                }
            }
            if (System.nanoTime() - missed >= restart.toNanos()) {
                break;
            }
            pause();
        }
        throw unreachable(why);
    }

    private Connection connect() throws IOException {
        return Connection.open(dial.dial(), kind, patience.greeting(), patience.answer());
    }

    private void pause() {
        try {
            if (closed.await(BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS)) {
                throw unreachable("the data center closed it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable("interrupted while it was waited for");
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private BoxUnreachable unreachable(String reason) {
        return new BoxUnreachable("%s box at %s: %s".formatted(kind.word(), place, reason));
    }

    @Override
    public void close() {
        closed.countDown();
        var connection = current;
        if (connection != null) {
            connection.close();
        }
    }
}
