package org.franklin.model.mailer;

import java.util.regex.Pattern;

/// The data center's name for a mailer: 32 lower-case hex digits, drawn at sign-up.
public record MailerId(String text) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    public MailerId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("a mailer id is 32 hex digits");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
