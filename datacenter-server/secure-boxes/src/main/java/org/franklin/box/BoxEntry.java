package org.franklin.box;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;

import java.util.function.Function;

/// The inner side of a box's wall: reads a request of the one sealed type, writes an answer of the
/// other.
public final class BoxEntry<Q, A> implements SecureBox {

    static final byte ANSWERED = 0;
    static final byte UNREADABLE = 1;

    private final Class<Q> requests;
    private final Class<A> answers;
    private final Function<Q, A> box;
    private final Runnable closing;

    /// Of a box that holds no keys.
    public BoxEntry(Class<Q> requests, Class<A> answers, Function<Q, A> box) {
        this(requests, answers, box, () -> {});
    }

    /// `closing` wipes the box's keys.
    public BoxEntry(Class<Q> requests, Class<A> answers, Function<Q, A> box, Runnable closing) {
        this.requests = requests;
        this.answers = answers;
        this.box = box;
        this.closing = closing;
    }

    /// What a box answers to bytes that are no request, or to too many of them.
    public static Bytes unreadable() {
        return Bytes.of(new byte[] {UNREADABLE});
    }

    @Override
    public Bytes call(Bytes request) {
        if (request.length() > LONGEST) {
            return unreadable();
        }
        return switch (Canonical.decode(requests, request)) {
            case Malformed<Q> _ -> unreadable();
            case Valid<Q>(var readable) ->
                    Bytes.of(new byte[] {ANSWERED})
                            .plus(Bytes.of(Canonical.encode(answers, box.apply(readable))));
        };
    }

    @Override
    public void close() {
        closing.run();
    }
}
