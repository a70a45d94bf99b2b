package org.franklin.client;

import org.slf4j.LoggerFactory;

import java.util.function.Consumer;

/// Faults of the program or of the machine: each goes to the log whole, and its kind to the mailer.
final class Faults implements Consumer<Throwable> {

    private Consumer<Throwable> told = _ -> {};

    /// Who tells the mailer.
    void tell(Consumer<Throwable> listener) {
        told = listener;
    }

    @Override
    public void accept(Throwable fault) {
        LoggerFactory.getLogger(Faults.class).error("Franklin has to stop", fault);
        told.accept(fault);
    }
}
