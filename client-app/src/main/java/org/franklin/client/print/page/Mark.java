package org.franklin.client.print.page;

/// One thing that ink does on a page. Distances count from the page's left and upper edges.
public sealed interface Mark {

    /// A filled rectangle whose edges are edges of printer dots.
    record Bar(int left, int top, int width, int height, Ink ink) implements Mark {

        public Bar {
            if (left < 0 || top < 0 || width < 1 || height < 1) {
                throw new IllegalArgumentException("a bar covers at least one dot of its page");
            }
        }
    }

    /// A line of black text. `x` and `baseline` are in inches; `x` is where the line starts or, if
    /// anchored on the right, where it ends.
    record Words(String text, Lettering lettering, Anchor anchor, double x, double baseline)
            implements Mark {

        public Words {
            if (!lettering.face().prints(text)) {
                throw new IllegalArgumentException("the typeface cannot print these words");
            }
        }

        /// Where the first letter's origin is, in inches: every renderer starts here.
        public double left() {
            return switch (anchor) {
                case LEFT -> x;
                case RIGHT -> x - lettering.width(text);
            };
        }

        public double right() {
            return left() + lettering.width(text);
        }
    }

    enum Anchor {
        LEFT,
        RIGHT
    }

    /// What a bar is filled with.
    enum Ink {
        BLACK,
        WHITE,
        /// The modules of a sample's symbol: black on paper, grey on a screen.
        VOID
    }
}
