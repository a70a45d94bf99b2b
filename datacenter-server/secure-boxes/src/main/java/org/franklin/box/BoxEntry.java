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

    public BoxEntry(Class<Q> requests, Class<A> answers, Function<Q, A> box) {
        this.requests = requests;
        this.answers = answers;
        this.box = box;
    }

    /// What a box answers to bytes that are no request, or to too many of them.
    public static Bytes unreadable() {
        return Bytes.of(new byte[] {UNREADABLE});
    }

    /// The same box, which says when bytes came that are no request.
    public static SecureBox noting(SecureBox box, Runnable unreadable) {
        return new Closing(
                request -> {
                    Bytes answer = box.call(request);
                    if (answer.equals(unreadable())) {
                        unreadable.run();
                    }
                    return answer;
                },
                box::close);
    }

    /// The same box, which wipes its keys when it closes.
    public static SecureBox closing(SecureBox box, Runnable wipe) {
        return new Closing(box, wipe);
    }

    private record Closing(SecureBox box, Runnable wipe) implements SecureBox {

        @Override
        public Bytes call(Bytes request) {
            return box.call(request);
        }

        @Override
        public void close() {
            box.close();
            wipe.run();
        }
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
}
