package org.franklin.benchmarks;

import java.util.Arrays;

/// Times one thing many times, in milliseconds.
final class Samples {

    /// What is timed.
    interface Work {
        void run() throws Exception;
    }

    /// What times itself, where its end is not the end of what is timed.
    interface Timed {
        double millis() throws Exception;
    }

    private final double[] sorted;

    private Samples(double[] sorted) {
        this.sorted = sorted;
    }

    static Samples of(int warmUps, int times, Work work) throws Exception {
        return timed(
                warmUps,
                times,
                () -> {
                    long from = System.nanoTime();
                    work.run();
                    return (System.nanoTime() - from) / 1e6;
                });
    }

    static Samples timed(int warmUps, int times, Timed work) throws Exception {
        for (int i = 0; i < warmUps; i++) {
            work.millis();
        }
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            millis[i] = work.millis();
        }
        Arrays.sort(millis);
        return new Samples(millis);
    }

    double median() {
        return sorted[sorted.length / 2];
    }

    double p99() {
        return sorted[(int) Math.ceil(sorted.length * 0.99) - 1];
    }

    double least() {
        return sorted[0];
    }
}
