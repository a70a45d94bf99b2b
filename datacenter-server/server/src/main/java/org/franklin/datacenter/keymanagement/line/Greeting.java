package org.franklin.datacenter.keymanagement.line;

import org.franklin.datacenter.keymanagement.BoxKind;
import org.franklin.model.canonical.Bytes;

import java.nio.charset.StandardCharsets;

/// The first frame of either side: four bytes of name and version, then the box's name. So a socket
/// of another box, of another version or of another program altogether is known at once.
final class Greeting {

    private static final String FORM = "FRB1";

    private Greeting() {}

    static Frame of(BoxKind box) {
        return new Frame(Frame.Kind.HELLO, 0, text(FORM + box.word()));
    }

    /// Throws and says what the other side is, if it is not this.
    static void require(BoxKind box, Frame first) throws FrameFault {
        String said = text(first.body());
        if (first.kind() == Frame.Kind.BYE) {
            throw new FrameFault("it refuses: " + said);
        }
        if (first.kind() != Frame.Kind.HELLO || !said.startsWith(FORM)) {
            throw new FrameFault("it does not speak as a box of this version");
        }
        if (!said.equals(FORM + box.word())) {
            throw new FrameFault("it is not about the " + box.word() + " box");
        }
    }

    static Bytes text(String said) {
        return Bytes.of(said.getBytes(StandardCharsets.UTF_8));
    }

    static String text(Bytes said) {
        return new String(said.toArray(), StandardCharsets.UTF_8);
    }
}
