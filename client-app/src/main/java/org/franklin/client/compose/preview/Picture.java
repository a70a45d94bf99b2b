package org.franklin.client.compose.preview;

import org.franklin.client.print.Stock;

import java.awt.image.BufferedImage;

/// The piece as a preview shows it.
public sealed interface Picture {

    /// Drawn for a paper so many percent of its true size.
    record Drawn(BufferedImage image, Stock stock, int percent) implements Picture {}

    /// It would not come out as it has to; the reason says what to change.
    record DoesNotFit(String reason) implements Picture {}

    record None() implements Picture {}
}
