package org.franklin.benchmarks.meter;

import org.franklin.benchmarks.figure.Cpu;
import org.franklin.benchmarks.meter.MeterWorks.NewMeter;
import org.franklin.box.StepAnswer.Done;
import org.franklin.box.meter.MeterBoxAnswer;
import org.franklin.box.meter.MeterBoxRequest;
import org.franklin.box.meter.MeterStep;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.wire.Quote;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Rounds of dispenses from every genuine meter of a population, straight at the box's door: no
/// database, only each meter's last record.
final class BoxRounds {

    private static final int THREADS = 64;

    private final Doors doors;
    private final Mailers mailers;
    private final List<NewMeter> meters;
    private final Bytes[] records;
    private long sequence;

    BoxRounds(Doors doors, Mailers mailers, List<NewMeter> meters) {
        this.doors = doors;
        this.mailers = mailers;
        this.meters = meters;
        this.records = meters.stream().map(NewMeter::record).toArray(Bytes[]::new);
    }

    /// What one dispense cost, in milliseconds by the clock and of processor time.
    record Cost(double clock, double cpu) {}

    Cost round(Quote quote) throws Exception {
        sequence++;
        var requests =
                meters.stream()
                        .map(meter -> mailers.request(meter.serial(), sequence, quote))
                        .toList();
        var next = new AtomicInteger();
        double cpu = Cpu.millis();
        long from = System.nanoTime();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            IntStream.range(0, THREADS)
                    .forEach(_ -> running.add(executor.submit(() -> work(requests, next))));
            for (Future<?> each : running) {
                each.get();
            }
        }
        double clock = (System.nanoTime() - from) / 1e6;
        return new Cost(clock / requests.size(), (Cpu.millis() - cpu) / requests.size());
    }

    private void work(List<DeviceSigned> requests, AtomicInteger next) {
        for (int i = next.getAndIncrement(); i < requests.size(); i = next.getAndIncrement()) {
            var step =
                    new MeterBoxRequest.Step(records[i], 0, new MeterStep.Serve(requests.get(i)));
            var answer = doors.meter().call(step);
            if (!(answer instanceof MeterBoxAnswer.Stepped(Done done))) {
                throw new IllegalStateException("not dispensed: " + answer);
            }
            records[i] = done.record();
        }
    }
}
