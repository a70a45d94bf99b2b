package org.franklin.datacenter.function.signon;

import org.franklin.box.authentication.AuthenticationBoxAnswer;

/// What cannot be: answers to questions that were not asked. Their content is not for the log.
final class Answers {

    private Answers() {}

    static IllegalStateException unfit(String question, AuthenticationBoxAnswer answer) {
        return new IllegalStateException(
                "no answer to " + question + ": " + answer.getClass().getSimpleName());
    }
}
