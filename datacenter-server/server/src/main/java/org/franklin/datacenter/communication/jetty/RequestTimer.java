package org.franklin.datacenter.communication.jetty;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import java.time.Duration;

/// Counts and times requests, by what became of them.
record RequestTimer(MeterRegistry registry) {

    void record(String route, int status, String problem, Duration took) {
        Timer.builder("franklin.requests")
                .description("Requests over HTTP, by route, status and problem")
                .serviceLevelObjectives(
                        Duration.ofMillis(5),
                        Duration.ofMillis(10),
                        Duration.ofMillis(50),
                        Duration.ofMillis(250),
                        Duration.ofSeconds(1))
                .tag("route", route)
                .tag("status", Integer.toString(status))
                .tag("problem", problem)
                .register(registry)
                .record(took);
    }
}
