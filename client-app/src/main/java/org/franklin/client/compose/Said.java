package org.franklin.client.compose;

import org.franklin.client.ui.control.Tone;

import java.util.List;

/// A notice: whether money was taken, what happened, and the buttons that help.
record Said(Tone tone, String title, String text, List<Deed> deeds) {

    Said {
        deeds = List.copyOf(deeds);
    }

    /// What a button under a notice does.
    enum Deed {
        CHECK,
        TRY_AGAIN,
        OTHER_AMOUNT,
        OTHER_PRINTER,
        SIGN_ON,
        DETAILS
    }
}
