package org.franklin.house;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.stream.Stream;

/// What a rule found: a failure says why the rule is there, then every place that breaks it.
final class Findings {

    private Findings() {}

    static void refuse(String why, Stream<String> places) {
        var found = places.sorted().toList();
        if (!found.isEmpty()) {
            fail(why + ":\n  " + String.join("\n  ", found));
        }
    }
}
