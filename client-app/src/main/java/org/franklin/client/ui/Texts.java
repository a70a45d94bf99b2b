package org.franklin.client.ui;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/// The words of one window, from the bundle `texts` in its package. A text with values is a
/// [MessageFormat]; values are given as they are to be read.
public final class Texts {

    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    public static Texts of(Class<?> inPackage) {
        return new Texts(ResourceBundle.getBundle(inPackage.getPackageName() + ".texts"));
    }

    public String say(String key, Object... values) {
        String text = bundle.getString(key);
        return values.length == 0 ? text : MessageFormat.format(text, values);
    }

    /// The text of an enum's value, under the value's name in small letters behind the prefix.
    public String say(String prefix, Enum<?> value) {
        return say(prefix + "." + value.name().toLowerCase(java.util.Locale.ROOT));
    }
}
