package org.franklin.client;

import org.franklin.client.datacenter.connection.DataCenterIdentity;
import org.franklin.client.datacenter.outcome.Resumed;
import org.franklin.client.datacenter.outcome.Session;
import org.franklin.client.print.room.PrintRoom;
import org.franklin.client.signup.Announced;

/// All that the windows ask for, each through the small interface in its own package. Calls block.
public interface FranklinDesk
        extends org.franklin.client.compose.Desk,
                org.franklin.client.funds.Desk,
                org.franklin.client.history.Desk,
                org.franklin.client.home.Desk,
                org.franklin.client.recovery.Desk,
                org.franklin.client.shell.Desk,
                org.franklin.client.signon.Desk,
                org.franklin.client.signup.Desk,
                AutoCloseable {

    /// How a start begins.
    sealed interface Beginning {

        /// No data center is trusted yet, or nobody has signed on from here.
        record FirstRun(Announced announced) implements Beginning {}

        record SignOn(DataCenterIdentity identity, String user) implements Beginning {}

        record SignedOn(DataCenterIdentity identity, Session session) implements Beginning {}

        /// Franklin cannot work in this folder.
        record Stopped(String whatToDo) implements Beginning {}
    }

    /// Opens the mailer's folder.
    Beginning begin();

    /// Finishes what an earlier run left open.
    Resumed resume();

    void signOff();

    /// The printer of the last piece, or else the first there is.
    default PrintRoom printRoom() {
        var rooms = printRooms();
        String last = habits().printer();
        return rooms.stream()
                .filter(room -> room.name().equals(last))
                .findFirst()
                .orElseGet(rooms::getFirst);
    }

    @Override
    void close();
}
