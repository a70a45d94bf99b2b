package org.franklin.datacenter.communication.jetty;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.thread.Scheduler;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Closes connections whose TLS handshake or whose request headers trickle in.
///
/// Jetty closes a connection that is silent; one that sends a byte now and then is never silent,
/// and would keep its place for ever. Bodies have their own time limit.
final class SlowStarts implements Connection.Listener {

    private final Scheduler scheduler;
    private final Duration limit;

    SlowStarts(Scheduler scheduler, Duration limit) {
        this.scheduler = scheduler;
        this.limit = limit;
    }

    @Override
    public void onOpened(Connection connection) {
        switch (connection) {
            case SslConnection tls -> later(() -> lookAtHandshake(tls));
            case HttpConnection http -> later(() -> lookAtHeaders(http, 0, http.getBytesIn()));
            default -> {
                // HTTP/2 frames are bounded by Jetty's own rate control.
            }
        }
    }

    private void lookAtHandshake(SslConnection tls) {
        boolean unfinished = tls.getSSLEngine().getSession().getProtocol().equals("NONE");
        if (unfinished && tls.getEndPoint().isOpen()) {
            tls.getEndPoint().close();
        }
    }

    /// `requests` and `bytes` are what had come in at the last look: bytes that are followed by no
    /// request for a whole time limit are a trickle.
    private void lookAtHeaders(HttpConnection http, long requests, long bytes) {
        if (!http.getEndPoint().isOpen()) {
            return;
        }
        long requestsNow = http.getMessagesIn();
        long bytesNow = http.getBytesIn();
        boolean waiting = requestsNow == http.getMessagesOut();
        if (waiting && requestsNow == requests && bytesNow > bytes) {
            http.getEndPoint().close();
            return;
        }
        later(() -> lookAtHeaders(http, requestsNow, bytesNow));
    }

    private void later(Runnable look) {
        scheduler.schedule(look, limit.toMillis(), TimeUnit.MILLISECONDS);
    }
}
