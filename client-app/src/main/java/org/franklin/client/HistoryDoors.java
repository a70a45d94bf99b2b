package org.franklin.client;

import javafx.scene.layout.Region;

import org.franklin.client.history.Doors;

/// Where the history leads in this program: its dialogues stand above every window.
final class HistoryDoors implements Doors {

    private final Overlay overlay;
    private final Runnable newPiece;

    HistoryDoors(Overlay overlay, Runnable newPiece) {
        this.overlay = overlay;
        this.newPiece = newPiece;
    }

    @Override
    public void newPiece() {
        newPiece.run();
    }

    @Override
    public void open(Region dialogue) {
        overlay.show(dialogue, () -> {});
    }

    @Override
    public void close() {
        overlay.hide();
    }
}
