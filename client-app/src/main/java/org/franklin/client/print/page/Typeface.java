package org.franklin.client.print.page;

import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

import java.io.IOException;
import java.io.InputStream;

/// A face of Liberation Sans, which Franklin carries along, so that a print looks the same on every
/// computer and its widths are known before any toolkit draws.
public enum Typeface {
    REGULAR("LiberationSans-Regular.ttf"),
    BOLD("LiberationSans-Bold.ttf");

    private static final String FOLDER = "/org/franklin/client/print/";

    private final String file;

    Typeface(String file) {
        this.file = file;
    }

    /// The TrueType file, for a toolkit to load.
    public InputStream open() {
        var stream = Typeface.class.getResourceAsStream(FOLDER + file);
        if (stream == null) {
            throw new IllegalStateException("Franklin's jar lacks the typeface " + file);
        }
        return stream;
    }

    /// The parsed font, for a renderer to keep or to close.
    public TrueTypeFont parse() throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(open()));
    }

    /// Whether there is a glyph, drawn from left to right and standing alone, for every character.
    public boolean prints(String words) {
        return Advances.of(this).has(words);
    }

    /// The width in ems of words that this face [prints][#prints], with kerning.
    public double ems(String words) {
        return Advances.of(this).sum(words);
    }

    /// How far the pen moves, in ems, between two characters that follow each other; mostly 0, and
    /// negative where they stand closer, as in `VA`.
    public double kern(int before, int after) {
        return Advances.of(this).kern(before, after);
    }
}
