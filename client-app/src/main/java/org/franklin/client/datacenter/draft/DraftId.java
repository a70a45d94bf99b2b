package org.franklin.client.datacenter.draft;

import java.util.UUID;

/// Names one wish of the mailer to pay for pieces. It is drawn when the wish is begun and kept
/// through every click: one draft is paid at most once.
public record DraftId(UUID uuid) {

    public static DraftId draw() {
        return new DraftId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return uuid.toString();
    }
}
