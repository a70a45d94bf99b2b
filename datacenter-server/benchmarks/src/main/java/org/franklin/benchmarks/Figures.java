package org.franklin.benchmarks;

import java.io.PrintStream;
import java.util.Locale;

/// Prints figures: `BENCH name value unit ratio denominator`, with its denominator's own line
/// before it. Machines are noisy, so a ratio holds where a time does not.
final class Figures {

    /// A figure to divide by, measured in the same run.
    record Denominator(String name, double value) {}

    private final PrintStream out;

    Figures(PrintStream out) {
        this.out = out;
    }

    Denominator denominator(String name, double value, String unit) {
        out.printf(Locale.ROOT, "      %-28s %10.3f %s%n", name, value, unit);
        return new Denominator(name, value);
    }

    void bench(String name, double value, String unit, Denominator by) {
        out.printf(
                Locale.ROOT,
                "BENCH %s %.3f %s %.2f %s%n",
                name,
                value,
                unit,
                value / by.value(),
                by.name());
    }
}
