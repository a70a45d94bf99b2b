package org.franklin.model.mail;

/// A class of mail, with the code that the indicium carries.
public enum MailClass {
    FIRST_CLASS(1, "First-Class Mail");

    private final int code;
    private final String title;

    MailClass(int code, String title) {
        this.code = code;
        this.title = title;
    }

    public int code() {
        return code;
    }

    /// As it is printed under the amount.
    public String title() {
        return title;
    }
}
