package org.franklin.client.history.printing;

import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.draft.PieceId;

/// How far the last printing has come.
public sealed interface Progress {

    record Idle() implements Progress {}

    record Printing(PaidPiece piece) implements Progress {}

    record Printed(PaidPiece piece, String where) implements Progress {}

    /// No page came out; the piece stays as it was.
    record Stopped(PaidPiece piece, String reason) implements Progress {}

    /// Whether this is about a certain piece.
    default boolean isOf(PieceId id) {
        return switch (this) {
            case Idle _ -> false;
            case Printing(var piece) -> piece.id().equals(id);
            case Printed(var piece, _) -> piece.id().equals(id);
            case Stopped(var piece, _) -> piece.id().equals(id);
        };
    }
}
