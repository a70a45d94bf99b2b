package org.franklin.client.history;

import javafx.scene.layout.Region;

/// Where the history leads.
public interface Doors {

    void newPiece();

    /// Shows a dialogue above the window.
    void open(Region dialogue);

    /// Puts the dialogue away.
    void close();
}
