package org.franklin.box;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;

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
        if (answer.length() == 0 || answer.toArray()[0] != BoxEntry.ANSWERED) {
            throw new IllegalStateException("the box cannot read a " + requests.getSimpleName());
        }
        return Canonical.decode(answers, answer.slice(1, answer.length())).orThrow();
    }
}
