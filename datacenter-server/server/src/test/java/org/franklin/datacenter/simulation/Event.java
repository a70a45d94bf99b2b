package org.franklin.datacenter.simulation;

import java.util.function.Supplier;

/// Something that can happen, and how likely it is. It says what happened, or [#NONE] if it cannot
/// happen now.
record Event(int weight, Supplier<String> happens) {

    static final String NONE = "";
}
