package org.franklin.box.freshness;

import java.util.List;

/// Steps of one subject, newest first; `damaged` where the next older one cannot be read.
public record Walked(List<Advance> steps, boolean damaged) {
    public Walked {
        steps = List.copyOf(steps);
    }
}
