package org.franklin.benchmarks;

import org.franklin.benchmarks.figure.Benchmark;
import org.franklin.benchmarks.figure.Figures;
import org.franklin.benchmarks.key.BoxesOpened;
import org.franklin.benchmarks.key.MetersMade;
import org.franklin.benchmarks.meter.Apart;
import org.franklin.benchmarks.meter.Batch;
import org.franklin.benchmarks.meter.Dispense;
import org.franklin.benchmarks.meter.Latency;
import org.franklin.benchmarks.meter.Meters;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Runs the benchmarks that are named, or all of them.
public final class Main {

    private static final Map<String, Benchmark> BENCHMARKS = new LinkedHashMap<>();

    static {
        BENCHMARKS.put("startup", new Startup());
        BENCHMARKS.put("window", new WindowStart());
        BENCHMARKS.put("roundtrip", new Roundtrip());
        BENCHMARKS.put("labels", new Labels());
        BENCHMARKS.put("dispense", new Dispense());
        BENCHMARKS.put("process", new Apart());
        BENCHMARKS.put("batch", new Batch());
        BENCHMARKS.put("latency", new Latency());
        BENCHMARKS.put("meters", new Meters());
        BENCHMARKS.put("open", new BoxesOpened());
        BENCHMARKS.put("meters-made", new MetersMade());
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
