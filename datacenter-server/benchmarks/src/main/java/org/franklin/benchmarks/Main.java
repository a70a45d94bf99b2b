package org.franklin.benchmarks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Runs the benchmarks that are named, or all of them.
public final class Main {

    /// One benchmark; it prints its figures as it goes.
    interface Benchmark {
        void run(Figures figures) throws Exception;
    }

    private static final Map<String, Benchmark> BENCHMARKS = new LinkedHashMap<>();

    static {
        BENCHMARKS.put("startup", new Startup());
        BENCHMARKS.put("window", new WindowStart());
        BENCHMARKS.put("roundtrip", new Roundtrip());
        BENCHMARKS.put("labels", new Labels());
    }

    private Main() {}

    public static void main(String[] names) throws Exception {
        List<String> wanted =
                names.length == 0 ? List.copyOf(BENCHMARKS.keySet()) : Arrays.asList(names);
        for (String name : wanted) {
            var benchmark = BENCHMARKS.get(name);
            if (benchmark == null) {
                System.err.println(
                        "No benchmark is called " + name + ": there are " + BENCHMARKS.keySet());
                System.exit(2);
            } else {
                benchmark.run(new Figures(System.out));
            }
        }
    }
}
