package org.franklin.box;

import org.franklin.model.canonical.Bytes;

/// The same box, which says when bytes came that are no request.
public record NotingBox(SecureBox box, Runnable unreadable) implements SecureBox {

    @Override
    public Bytes call(Bytes request) {
        Bytes answer = box.call(request);
        if (answer.equals(BoxEntry.unreadable())) {
            unreadable.run();
        }
        return answer;
    }

    @Override
    public void close() {
        box.close();
    }
}
