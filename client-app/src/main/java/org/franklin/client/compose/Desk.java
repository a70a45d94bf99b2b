package org.franklin.client.compose;

import org.franklin.client.datacenter.draft.Habits;
import org.franklin.client.print.room.PrintRoom;

import java.util.List;

/// What a new piece asks for. Calls block; run them in the background.
public interface Desk extends org.franklin.client.compose.payment.Desk {

    /// Where pages can come out on this computer: never empty.
    List<PrintRoom> printRooms();

    Habits habits();

    void keep(Habits habits);
}
