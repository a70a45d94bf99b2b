package org.franklin.box;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;

import java.util.Optional;

/// The outer side of a box's wall, in the types of its requests and answers.
public final class BoxPort<Q, A> {

    private final Class<Q> requests;
    private final Class<A> answers;
    private final SecureBox box;

    public BoxPort(Class<Q> requests, Class<A> answers, SecureBox box) {
        this.requests = requests;
        this.answers = answers;
        this.box = box;
    }

    public A call(Q request) {
        Bytes answer = box.call(Bytes.of(Canonical.encode(requests, request)));
        return answer(answers, answer)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "the box cannot read a " + requests.getSimpleName()));
    }

    /// What a box's bytes say; empty where they say that it could not read the request.
    public static <A> Optional<A> answer(Class<A> answers, Bytes answer) {
        return answer.length() == 0 || answer.slice(0, 1).toArray()[0] != BoxEntry.ANSWERED
                ? Optional.empty()
                : Optional.of(
                        Canonical.decode(answers, answer.slice(1, answer.length())).orThrow());
    }
}
