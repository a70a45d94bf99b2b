package org.franklin.model.mail;

/// The shape by which a piece is rated within its class, with the code that the indicium carries.
public enum RateCategory {
    LETTER(1, "Letter"),
    POSTCARD(2, "Postcard"),
    LARGE_ENVELOPE(3, "Large envelope");

    private final int code;
    private final String title;

    RateCategory(int code, String title) {
        this.code = code;
        this.title = title;
    }

    public int code() {
        return code;
    }

    public String title() {
        return title;
    }
}
