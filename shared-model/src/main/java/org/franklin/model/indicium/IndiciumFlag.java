package org.franklin.model.indicium;

/// The low byte of the indicium's flags, each with its bit.
public enum IndiciumFlag {
    SPECIMEN(0),
    DATE_CORRECTION(1),
    POSTAGE_CORRECTION(2),
    REPLY(3);

    private final int bit;

    IndiciumFlag(int bit) {
        this.bit = bit;
    }

    int bit() {
        return bit;
    }
}
