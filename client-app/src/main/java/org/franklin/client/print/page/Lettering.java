package org.franklin.client.print.page;

/// A typeface at a size in points, with so many points of extra space between two letters.
public record Lettering(Typeface face, double points, double spacing) {

    private static final double POINTS_PER_INCH = 72;

    public Lettering {
        if (!(points > 0) || !(spacing >= 0)) {
            throw new IllegalArgumentException("type has a size above 0 and no negative spacing");
        }
    }

    public static Lettering regular(double points) {
        return new Lettering(Typeface.REGULAR, points, 0);
    }

    public static Lettering bold(double points) {
        return new Lettering(Typeface.BOLD, points, 0);
    }

    public Lettering spaced(double spacing) {
        return new Lettering(face, points, spacing);
    }

    public Lettering sized(double points) {
        return new Lettering(face, points, spacing);
    }

    /// The width of words in inches, from the first letter's origin to the last one's advance.
    public double width(String words) {
        int gaps = Math.max(0, words.codePointCount(0, words.length()) - 1);
        return (face.ems(words) * points + gaps * spacing) / POINTS_PER_INCH;
    }
}
