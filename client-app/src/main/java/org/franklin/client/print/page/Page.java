package org.franklin.client.print.page;

import java.util.List;

/// A page for one printer resolution: its size in inches, and its marks in the order in which they
/// cover each other.
public record Page(double width, double height, Resolution resolution, List<Mark> marks) {

    public Page {
        marks = List.copyOf(marks);
        if (!(width > 0) || !(height > 0)) {
            throw new IllegalArgumentException("a page has a width and a height");
        }
    }

    /// The dots across the page, a begun one counted.
    public int dotsWide() {
        return (int) Math.ceil(width * resolution.dpi());
    }

    public int dotsHigh() {
        return (int) Math.ceil(height * resolution.dpi());
    }
}
