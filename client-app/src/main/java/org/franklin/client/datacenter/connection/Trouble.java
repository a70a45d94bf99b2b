package org.franklin.client.datacenter.connection;

import org.franklin.client.datacenter.connection.Answer.Why;

import java.io.EOFException;
import java.io.IOException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

/// Reads from an I/O failure before the request why it was not sent.
final class Trouble {

    private Trouble() {}

    static Why why(IOException failure) {
        if (isAmong(failure, UnknownHostException.class, NoRouteToHostException.class)
                || isUnreachable(failure)) {
            return Why.OFFLINE;
        }
        // A handshake that the other side merely drops proves nothing about who it is.
        return isAmong(failure, SSLException.class)
                        && !isAmong(failure, EOFException.class, SocketException.class)
                ? Why.NOT_TRUSTED
                : Why.DOES_NOT_ANSWER;
    }

    /// For the log: the kind of failure and its message, which holds no secret.
    static String describe(IOException failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    private static boolean isUnreachable(IOException failure) {
        return failure instanceof SocketException
                && String.valueOf(failure.getMessage()).contains("unreachable");
    }

    private static boolean isAmong(Throwable failure, Class<?>... kinds) {
        return Stream.<Throwable>iterate(failure, each -> each != null, Throwable::getCause)
                .limit(10)
                .anyMatch(each -> Stream.of(kinds).anyMatch(kind -> kind.isInstance(each)));
    }
}
