package org.franklin.client.shell;

import org.kordamp.ikonli.feather.Feather;

/// What the mailer can turn to, in the order of the task list. A program shows those for which it
/// has a window.
public enum Task {
    HOME(Feather.HOME),
    NEW_PIECE(Feather.MAIL),
    BATCH(Feather.LAYERS),
    ADDRESS_BOOK(Feather.USERS),
    HISTORY(Feather.CLOCK),
    FUNDS(Feather.CREDIT_CARD),
    REPORTS(Feather.BAR_CHART_2),
    VERIFY(Feather.SHIELD),
    SETTINGS(Feather.SETTINGS);

    private final Feather icon;

    Task(Feather icon) {
        this.icon = icon;
    }

    Feather icon() {
        return icon;
    }

    /// Stands below the others, beside the person.
    boolean isApart() {
        return this == SETTINGS;
    }
}
