package org.franklin.client.ui.control;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Feather icons, coloured by the theme.
public final class Icons {

    private Icons() {}

    /// 18 px, in the colour of the text.
    public static FontIcon of(Feather icon, String... styleClasses) {
        var drawn = new FontIcon(icon);
        drawn.getStyleClass().addAll(styleClasses);
        return drawn;
    }

    /// 14 px, for chips, small buttons and the status bar.
    public static FontIcon tiny(Feather icon, String... styleClasses) {
        var drawn = of(icon, styleClasses);
        drawn.getStyleClass().add("tiny");
        return drawn;
    }
}
