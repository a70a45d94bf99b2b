package org.franklin.client.ui.control;

import org.kordamp.ikonli.feather.Feather;

import java.util.Locale;

/// What a state means to the mailer, as a colour and always an icon beside it.
public enum Tone {
    /// Not charged and your turn, or a neutral fact.
    ACCENT(Feather.INFO),
    /// Charged, genuine, done.
    SUCCESS(Feather.CHECK_CIRCLE),
    /// Being checked, or paid and not printed.
    WARNING(Feather.HELP_CIRCLE),
    /// Altered, locked, refused.
    DANGER(Feather.X_OCTAGON);

    private final Feather icon;

    Tone(Feather icon) {
        this.icon = icon;
    }

    Feather icon() {
        return icon;
    }

    public String styleClass() {
        return name().toLowerCase(Locale.ROOT);
    }
}
