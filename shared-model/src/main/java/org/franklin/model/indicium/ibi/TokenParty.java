package org.franklin.model.indicium.ibi;

/// The two who have a token on each piece, and a key of their own to check it with.
public enum TokenParty {
    VENDOR("Vendor"),
    POST("Postal");

    private final String title;

    TokenParty(String title) {
        this.title = title;
    }

    /// As it is printed beside the token.
    public String title() {
        return title;
    }
}
