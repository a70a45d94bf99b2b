package org.franklin.datacenter.keymanagement.line;

import org.franklin.datacenter.keymanagement.BoxKind;
import org.franklin.model.canonical.Bytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// The function server's end of one connection to a box process: many calls under way, each of
/// which waits for its own answer.
final class Connection implements Closeable {

    /// The longest answer: a page of a box's audit chain, or a thousand pieces, stays far below.
    static final int LONGEST_ANSWER = 8 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final Duration WATCHED_EVERY = Duration.ofMillis(100);

    /// What became of a call.
    sealed interface Fate {

        record Given(Frame frame) implements Fate {}

        /// Nothing of it has left.
        record NotSent() implements Fate {}

        /// It has left, or part of it, and no answer came.
        record Lost(String why) implements Fate {}
    }

    /// A call that waits.
    private static final class Call {
        final Semaphore over = new Semaphore(0);
        final long asked = System.nanoTime();
        final Duration longest;
        volatile Fate fate = new Fate.NotSent();

        Call(Duration longest) {
            this.longest = longest;
        }

        boolean isOverdue(long now) {
            return now - asked > longest.toNanos();
        }

        void end(Fate became) {
            fate = became;
            over.release();
        }
    }

    private final Line line;
    private final FrameWriter writer;
    private final Duration silence;
    private final Map<Long, Call> calls = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private volatile long heard = System.nanoTime();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Optional<String> ended = Optional.empty();

    private Connection(Line line, Duration silence) {
        this.line = line;
        this.writer = new FrameWriter(line);
        this.silence = silence;
    }

    /// Greets, and waits for the box's greeting. Throws, with the line closed, if that is not a box
    /// of this kind or does not answer in time. A box that answers nothing for as long as
    /// `silence`, though it was asked, is given up.
    static Connection open(Line line, BoxKind box, Duration greeting, Duration silence)
            throws IOException {
        var connection = new Connection(line, silence);
        try {
            connection.greet(box, greeting);
            return connection;
        } catch (IOException | RuntimeException e) {
            connection.end(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private void greet(BoxKind box, Duration within) throws IOException {
        var hello = new Call(within);
        calls.put(0L, hello);
        Thread.ofPlatform().daemon().name(box.word() + "-box-answers").start(this::hear);
        writer.send(Greeting.of(box));
        try {
            if (!hello.over.tryAcquire(within.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("it does not greet within " + within.toMillis() + " ms");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the box was greeted", e);
        }
        switch (hello.fate) {
            case Fate.Given(var frame) -> Greeting.require(box, frame);
            case Fate.Lost(var why) -> throw new IOException(why);
            case Fate.NotSent _ -> throw new IOException("it could not be greeted");
        }
        Thread.ofVirtual().name(box.word() + "-box-watch").start(this::watch);
    }

    boolean isOpen() {
        return ended.isEmpty();
    }

    /// Why it ended, once it has.
    Optional<String> ended() {
        return ended;
    }

    /// Waits for the answer, for `within` at most, or until it is known that none will come. Does
    /// not end early when interrupted: the box may have done it meanwhile.
    Fate ask(Frame.Kind kind, Bytes body, Duration within) {
        long number = numbers.incrementAndGet();
        var call = new Call(within);
        calls.put(number, call);
        // Looked at after the call was put where the end of the connection finds it.
        if (!isOpen()) {
            calls.remove(number);
            return new Fate.NotSent();
        }
        try {
            writer.send(new Frame(kind, number, body));
        } catch (IOException e) {
            end("it cannot be written to: " + e.getMessage());
        }
        call.over.acquireUninterruptibly();
        return call.fate;
    }

    private void hear() {
        try {
            var reader = new FrameReader(line, LONGEST_ANSWER);
            for (var frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                heard = System.nanoTime();
                heard(frame.get());
            }
            end("the box process ended");
        } catch (IOException | RuntimeException e) {
            end(String.valueOf(e.getMessage()));
        }
    }

    private void heard(Frame frame) throws IOException {
        if (frame.call() < 0 || frame.call() > numbers.get()) {
            throw new FrameFault("an answer to a call that was not made");
        }
        if (frame.kind() == Frame.Kind.BYE && frame.call() != 0) {
            throw new FrameFault("a farewell in the place of an answer");
        }
        var call = calls.remove(frame.call());
        if (call != null) {
            call.end(new Fate.Given(frame));
        } else if (frame.kind() == Frame.Kind.BYE) {
            throw new IOException(Greeting.text(frame.body()));
        }
        // Else the answer came too late for who asked.
    }

    /// Ends calls that wait for too long, and the connection where nothing at all comes any more:
    /// one call may be slow, but not all of them.
    private void watch() {
        while (isOpen()) {
            long now = System.nanoTime();
            calls.forEach((number, call) -> {
                if (call.isOverdue(now) && calls.remove(number, call)) {
                    // First the connection: whoever hears of it may call again at once.
                    if (now - Math.max(heard, call.asked) > silence.toNanos()) {
                        end("it answers nothing any more");
                    }
                    call.end(
                            new Fate.Lost(
                                    "it did not answer within %d ms"
                                            .formatted(call.longest.toMillis())));
                }
            });
            try {
                if (over.await(WATCHED_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /// Ends the connection, and all its calls with the reason.
    private void end(String why) {
        synchronized (this) {
            if (!isOpen()) {
                return;
            }
            ended = Optional.of(why);
        }
        over.countDown();
        try {
            line.close();
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("a line did not close");
        }
        for (Long number : List.copyOf(calls.keySet())) {
            var call = calls.remove(number);
            if (call != null) {
                call.end(new Fate.Lost(why));
            }
        }
    }

    @Override
    public void close() {
        end("the data center closed it");
    }
}
