package org.franklin.client.ui.control;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;

/// One word of state on its tint, read aloud as what it is the state of.
public final class Chip extends Label {

    private Chip(String text, Tone tone) {
        super(text);
        getStyleClass().addAll("chip", tone.styleClass());
        setMinWidth(Region.USE_PREF_SIZE);
    }

    /// `spoken` says the state in full, as in “State: printed”.
    public static Chip state(String text, String spoken, Tone tone) {
        var chip = new Chip(text, tone);
        chip.getStyleClass().add("quiet");
        chip.setAccessibleText(spoken);
        return chip;
    }

    /// Stands wherever the mark of a licensed Post could be expected.
    public static Chip specimen(String text, String spoken) {
        var chip = new Chip(text, Tone.WARNING);
        chip.getStyleClass().add("specimen");
        chip.setGraphic(Icons.tiny(Feather.ALERT_TRIANGLE, "warning-text"));
        chip.setAccessibleText(spoken);
        return chip;
    }
}
