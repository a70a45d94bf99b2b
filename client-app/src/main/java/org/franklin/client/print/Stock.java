package org.franklin.client.print;

import org.franklin.client.print.page.Resolution;

/// What a piece is printed on.
public enum Stock {
    ENVELOPE_10("#10 envelope", 9.5, 4.125),
    LABEL_4X6("4 × 6 label", 4, 6);

    private final String title;
    private final double width;
    private final double height;

    Stock(String title, double width, double height) {
        this.title = title;
        this.width = width;
        this.height = height;
    }

    public String title() {
        return title;
    }

    /// In inches, as it is read: an envelope lies, a label stands.
    public double width() {
        return width;
    }

    public double height() {
        return height;
    }

    /// Places an imprint on this stock for one printer resolution. Ask before paying: the answer
    /// may be that it does not fit.
    public LaidOut lay(Imprint imprint, Resolution resolution) {
        var drawing = new Drawing(this, resolution);
        switch (this) {
            case ENVELOPE_10 -> EnvelopeLayout.draw(imprint, drawing);
            case LABEL_4X6 -> LabelLayout.draw(imprint, drawing);
        }
        return drawing.finish();
    }
}
