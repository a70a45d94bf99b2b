package org.franklin.benchmarks.figure;

/// One benchmark; it prints its figures as it goes.
public interface Benchmark {
    void run(Figures figures) throws Exception;
}
