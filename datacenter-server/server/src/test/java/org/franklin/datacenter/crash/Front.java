package org.franklin.datacenter.crash;

import java.io.IOException;
import java.util.Optional;

/// The data center as its clients know it: one process after the other, each gone without a word.
final class Front {

    /// A database or box that never recovers, for a process that lives.
    private static final int MOST_PENDING = 1_000;

    private Optional<Door> open = Optional.empty();

    synchronized void opens(Door door) {
        open = Optional.of(door);
        notifyAll();
    }

    /// The answer of one process; nothing where it died over it, or where it did not know.
    Optional<Answer> tried(Question question) {
        var door = after(Optional.empty());
        try {
            return Optional.of(door.ask(question)).filter(answer -> !isPending(answer));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Sends the same bytes to one process after the other until one of them knows.
    Answer answered(Question question) {
        int pending = 0;
        Optional<Door> dead = Optional.empty();
        while (pending < MOST_PENDING) {
            var door = after(dead);
            try {
                var answer = door.ask(question);
                if (!isPending(answer)) {
                    return answer;
                }
                pending++;
            } catch (IOException e) {
                dead = Optional.of(door);
            }
        }
        throw new AssertionError("it stays pending: " + question);
    }

    private static boolean isPending(Answer answer) {
        return answer instanceof Answer.Pending;
    }

    private synchronized Door after(Optional<Door> dead) {
        while (open.isEmpty() || open.equals(dead)) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
        return open.get();
    }
}
