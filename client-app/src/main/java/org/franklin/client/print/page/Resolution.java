package org.franklin.client.print.page;

/// The dots per inch of a printer, with the whole dots that it spends on a module of the symbol and
/// on a bar of the facing identification mark (FIM).
///
/// A module is as near to 0.020 in, and a bar to 1/32 in, as whole dots allow.
public enum Resolution {
    DPI_203(203, 4, 6),
    DPI_300(300, 6, 9),
    DPI_600(600, 12, 19);

    private final int dpi;
    private final int module;
    private final int facingBar;

    Resolution(int dpi, int module, int facingBar) {
        this.dpi = dpi;
        this.module = module;
        this.facingBar = facingBar;
    }

    public int dpi() {
        return dpi;
    }

    /// Dots along each side of one module.
    public int module() {
        return module;
    }

    /// Dots across one bar of the FIM.
    public int facingBar() {
        return facingBar;
    }

    /// The edge of a dot that is nearest to a distance in inches.
    public int dots(double inches) {
        return Math.toIntExact(Math.round(inches * dpi));
    }
}
