package org.franklin.benchmarks.figure;

import java.util.Arrays;

/// Times one thing many times, in milliseconds.
public final class Samples {

    /// What is timed.
    public interface Work {
        void run() throws Exception;
    }

    /// What times itself, where its end is not the end of what is timed.
    public interface Timed {
        double millis() throws Exception;
    }

    private final double[] sorted;

    private Samples(double[] sorted) {
        this.sorted = sorted;
    }

    public static Samples of(int warmUps, int times, Work work) throws Exception {
        return timed(
                warmUps,
                times,
                () -> {
                    long from = System.nanoTime();
                    work.run();
                    return (System.nanoTime() - from) / 1e6;
                });
    }

    public static Samples timed(int warmUps, int times, Timed work) throws Exception {
        for (int i = 0; i < warmUps; i++) {
            work.millis();
        }
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            millis[i] = work.millis();
        }
        return measured(millis);
    }

    public static Samples measured(double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return new Samples(sorted);
    }

    public double median() {
        return sorted[sorted.length / 2];
    }

    public double p99() {
        return sorted[(int) Math.ceil(sorted.length * 0.99) - 1];
    }

    public double least() {
        return sorted[0];
    }
}
