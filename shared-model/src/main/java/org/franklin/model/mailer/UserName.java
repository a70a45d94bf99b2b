package org.franklin.model.mailer;

import java.util.regex.Pattern;

/// The name that a mailer signs on with: 3 to 40 of `a-z 0-9 . _ @ -`, beginning with a letter or
/// digit.
public record UserName(String text) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._@-]{2,39}");

    public UserName {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "a user name has 3 to 40 small letters, digits or . _ @ -");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
