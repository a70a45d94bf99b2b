package org.franklin.datacenter.keymanagement.custody;

import org.franklin.box.custody.Presented;
import org.franklin.box.custody.Terms;

import java.io.IOException;

/// Where the secrets come from that open a seal.
public interface Secrets {

    /// What came of asking for them.
    sealed interface Given {

        record What(Presented presented) implements Given {}

        /// A sentence that says what to do.
        record NotGiven(String sentence) implements Given {}
    }

    /// Asks for what the terms need. The caller wipes it.
    Given ask(Terms terms) throws IOException;

    /// Nobody is asked: what a file opens is opened, and nothing else.
    static Secrets none() {
        return terms ->
                switch (terms) {
                    case Terms.InFile _ -> new Given.What(new Presented.Nothing());
                    case Terms.ByPassphrase _, Terms.ByShares _, Terms.OnToken _ ->
                            new Given.NotGiven(
                                    "The boxes of this installation are opened by "
                                            + Sentences.opener(terms)
                                            + ", and nobody was asked.");
                };
    }
}
