package org.franklin.benchmarks.figure;

import com.sun.management.OperatingSystemMXBean;

import java.lang.management.ManagementFactory;

/// The processor time of this process, all its threads together. Other processes do not lengthen it
/// as they lengthen a time by the clock.
public final class Cpu {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private Cpu() {}

    public static double millis() {
        return SYSTEM.getProcessCpuTime() / 1e6;
    }
}
