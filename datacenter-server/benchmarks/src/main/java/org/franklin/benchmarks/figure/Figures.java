package org.franklin.benchmarks.figure;

import java.io.PrintStream;
import java.util.Locale;

/// Prints figures: `BENCH name value unit ratio denominator`, with its denominator's own line
/// before it. Machines are noisy, so a ratio holds where a time does not.
public final class Figures {

    /// A figure to divide by, measured in the same run.
    public record Denominator(String name, double value) {}

    private final PrintStream out;

    public Figures(PrintStream out) {
        this.out = out;
    }

    /// What a reader needs to judge the figures by.
    public void note(String name, String text) {
        out.printf(Locale.ROOT, "      %-28s %s%n", name, text);
    }

    public void note(String name, long count, String what) {
        note(name, "%10d %s".formatted(count, what));
    }

    public void note(String name, double value, String unit) {
        out.printf(Locale.ROOT, "      %-28s %10.3f %s%n", name, value, unit);
    }

    public Denominator denominator(String name, double value, String unit) {
        note(name, value, unit);
        return new Denominator(name, value);
    }

    public void bench(String name, double value, String unit, Denominator by) {
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
