package org.franklin.box.health;

import java.io.Serial;

/// A part that a box cannot work without is broken: its random source, or a key that does not sign
/// what it verifies. The box serves nobody until it is opened again. The message never has a key in
/// it.
public final class BoxFault extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    public BoxFault(String message) {
        super(message);
    }
}
