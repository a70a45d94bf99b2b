package org.franklin.datacenter.crash;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What one client has asked, noted before it is sent, and what came of it.
final class Outbox {

    private final Map<Question, Optional<Answer>> sent = new LinkedHashMap<>();

    void note(Question question) {
        sent.putIfAbsent(question, Optional.empty());
    }

    /// An outcome is final: another one for the same question is a failure.
    void settle(Question question, Answer answer) {
        var before = sent.put(question, Optional.of(answer)).filter(Answer::isForEver);
        if (before.isPresent() && !before.get().equals(answer)) {
            throw new AssertionError("two outcomes: " + before.get() + " and " + answer);
        }
    }

    Map<Question, Optional<Answer>> sent() {
        return Map.copyOf(sent);
    }
}
