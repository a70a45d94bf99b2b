package org.franklin.model.mail;

/// A service bought beside the class, with the Post's code and its bit in the indicium's flags.
public enum ExtraService {
    CERTIFIED_MAIL(910, 8, "Certified Mail"),
    RETURN_RECEIPT(955, 9, "Return Receipt"),
    RETURN_RECEIPT_ELECTRONIC(957, 10, "Return Receipt Electronic");

    private final int code;
    private final int bit;
    private final String title;

    ExtraService(int code, int bit, String title) {
        this.code = code;
        this.bit = bit;
        this.title = title;
    }

    public int code() {
        return code;
    }

    /// The bit, 8 to 15, that stands for this service in the flags of the indicium.
    public int bit() {
        return bit;
    }

    public String title() {
        return title;
    }
}
