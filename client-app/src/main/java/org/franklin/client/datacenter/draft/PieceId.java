package org.franklin.client.datacenter.draft;

/// One piece of a draft, counted from 0 in the order of the draft.
public record PieceId(DraftId draft, int number) {
    public PieceId {
        if (number < 0) {
            throw new IllegalArgumentException("pieces of a draft are counted from 0");
        }
    }
}
