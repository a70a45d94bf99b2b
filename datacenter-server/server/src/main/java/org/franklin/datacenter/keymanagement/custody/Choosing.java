package org.franklin.datacenter.keymanagement.custody;

import org.franklin.box.custody.Choice;

import java.io.IOException;

/// Who is asked how a seal key is to be kept from now on, once it is sure that it can be.
public interface Choosing {

    /// What came of asking.
    sealed interface Chosen {

        record As(Choice choice) implements Chosen {}

        /// A sentence that says what to do.
        record NotChosen(String sentence) implements Chosen {}
    }

    /// The caller wipes the choice's secrets.
    Chosen choose() throws IOException;

    /// A plain file, for demos.
    static Choosing file() {
        return () -> new Chosen.As(new Choice.InFile());
    }
}
