package org.franklin.benchmarks.meter;

import org.franklin.benchmarks.figure.Cpu;
import org.franklin.datacenter.function.postage.DispensePostage.Result;
import org.franklin.model.canonical.Decoded;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.MeterReply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// Requests to a fleet, sent in their order by many threads, each of which waits for its answer.
final class Load {

    /// What was sent in one go, and the processor time that all of it took, in milliseconds.
    record Part(int threads, int requests, double seconds, double cpu) {
        double perSecond() {
            return requests / seconds;
        }
    }

    private final Fleet fleet;
    private final List<DeviceSigned> requests;
    private final AtomicReferenceArray<Result> results;
    private int sent;

    Load(Fleet fleet, List<DeviceSigned> requests) {
        this.fleet = fleet;
        this.requests = requests;
        this.results = new AtomicReferenceArray<>(requests.size());
    }

    /// Sends the next requests, so many or for so long.
    Part send(int threads, int most, Duration longest) throws Exception {
        int end = Math.min(requests.size(), sent + most);
        var next = new AtomicInteger(sent);
        double cpu = Cpu.millis();
        long from = System.nanoTime();
        long until = from + longest.toNanos();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < threads; i++) {
                running.add(executor.submit(() -> work(next, end, until)));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
        double seconds = (System.nanoTime() - from) / 1e9;
        int begun = sent;
        sent = Math.min(next.get(), end);
        return new Part(threads, sent - begun, seconds, Cpu.millis() - cpu);
    }

    /// Sends the next requests one after the other: how long each took, in milliseconds.
    double[] alone(int count) {
        double[] millis = new double[count];
        for (int i = 0; i < count; i++) {
            long from = System.nanoTime();
            results.set(sent, fleet.send(sent, requests.get(sent)));
            millis[i] = (System.nanoTime() - from) / 1e6;
            sent++;
        }
        return millis;
    }

    private void work(AtomicInteger next, int end, long until) {
        while (System.nanoTime() < until) {
            int place = next.getAndIncrement();
            if (place >= end) {
                return;
            }
            results.set(place, fleet.send(place, requests.get(place)));
        }
    }

    /// How many were sent, all of which were issued.
    int allIssued() {
        for (int place = 0; place < sent; place++) {
            var result = results.get(place);
            if (!isIssued(result)) {
                throw new IllegalStateException("request %d: %s".formatted(place, result));
            }
        }
        return sent;
    }

    static boolean isIssued(Result result) {
        return result instanceof Result.Answered(var reply)
                && MeterReply.decode(reply)
                        instanceof Decoded.Valid<MeterReply>(MeterReply.Issued _);
    }
}
