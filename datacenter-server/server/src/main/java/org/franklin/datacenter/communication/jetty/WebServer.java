package org.franklin.datacenter.communication.jetty;

import io.micrometer.core.instrument.MeterRegistry;

import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.DoSHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.PathMappingsHandler;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.franklin.datacenter.communication.Route;
import org.franklin.datacenter.communication.jetty.Listening.UnixSocket;
import org.franklin.datacenter.keymanagement.TlsIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Serves a table of routes over TLS 1.3, with HTTP/1.1 and HTTP/2, and the same over a Unix-domain
/// socket in clear HTTP/1.1.
public final class WebServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    private static final long STOP_MILLIS = 5_000;
    private static final long SILENT_AT_STOP_MILLIS = 100;

    private final Server server;
    private final ServerConnector tls;
    private final Listening listening;
    private final Limits limits;
    private final RequestNames names;

    public WebServer(Listening listening, TlsIdentity identity, Limits limits, Handling handling) {
        this.listening = listening;
        this.limits = limits;
        server = new Server(new VirtualThreadPool());
        server.setStopTimeout(STOP_MILLIS);
        names = new RequestNames(handling.random());
        server.setErrorHandler(new Problems(names));
        server.setHandler(handlers(handling));
        tls = tlsConnector(identity);
        server.addConnector(tls);
        server.addBean(new NetworkConnectionLimit(limits.connections(), server));
    }

    /// What stands behind the sockets: the routes, and where their requests are counted.
    public record Handling(List<Route> routes, MeterRegistry registry, RandomGenerator random) {
        public Handling {
            routes = List.copyOf(routes);
        }
    }

    /// Listens from here on. Throws if the port or the socket cannot be had.
    public void start() {
        try {
            server.start();
            if (listening.unixSocket() instanceof UnixSocket.At(var path, boolean optional)) {
                startUnixSocket(new UnixSocketConnector(server, path, clearHttp()), optional);
            }
        } catch (Exception e) {
            close();
            throw new IllegalStateException("the communication server cannot listen: " + e, e);
        }
    }

    public int port() {
        return tls.getLocalPort();
    }

    /// Refuses new requests, waits a bounded time for those that run, and closes.
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("the communication server did not close in order", e);
        }
    }

    private void startUnixSocket(ServerConnector connector, boolean optional) throws Exception {
        guard(connector);
        try {
            server.addConnector(connector);
            connector.start();
        } catch (Exception e) {
            if (!optional) {
                throw e;
            }
            server.removeConnector(connector);
            LOG.warn("no Unix-domain socket here; going on without: {}", e.toString());
        }
    }

    private Handler handlers(Handling handling) {
        var paths = new PathMappingsHandler();
        var bodies = new BodyReader(limits.slowest());
        handling.routes().stream()
                .collect(Collectors.groupingBy(Route::template))
                .forEach((template, routes) -> {
                    var spec = new UriTemplatePathSpec(template);
                    paths.addMapping(spec, new RouteHandler(spec, routes, bodies, names));
                });
        var concurrent = new QoSHandler(paths);
        concurrent.setMaxRequestCount(limits.concurrent());
        concurrent.setMaxSuspendedRequestCount(limits.concurrent());
        concurrent.setMaxSuspend(limits.slowest());
        concurrent.setRejectStatusCode(HttpStatus.SERVICE_UNAVAILABLE_503);
        var watch = new RequestWatch(rated(concurrent), handling.registry(), names);
        return new GracefulHandler(watch);
    }

    private Handler rated(Handler next) {
        var rated =
                new DoSHandler(
                        next,
                        DoSHandler.ID_FROM_REMOTE_ADDRESS,
                        new DoSHandler.LeakingBucketTrackerFactory(limits.perSecond()),
                        new DoSHandler.StatusRejectHandler(429),
                        Limits.CLIENTS);
        rated.exclude(WebServer::isLocal);
        return rated;
    }

    /// Whoever reaches the Unix-domain socket is let in by the file system, and has no address.
    private static boolean isLocal(Request request) {
        return !(request.getConnectionMetaData().getRemoteSocketAddress()
                instanceof InetSocketAddress);
    }

    private ServerConnector tlsConnector(TlsIdentity identity) {
        var http = http();
        var http2 = new HTTP2ServerConnectionFactory(http);
        http2.setMaxConcurrentStreams(limits.concurrent());
        http2.setStreamIdleTimeout(limits.idle().toMillis());
        var alpn = new ALPNServerConnectionFactory();
        alpn.setDefaultProtocol(HttpVersion.HTTP_1_1.asString());
        var context = new SslContextFactory.Server();
        context.setKeyStore(identity.keyStore());
        context.setKeyManagerPassword("");
        context.setIncludeProtocols("TLSv1.3");
        context.setSniRequired(false);
        var secure = new SslConnectionFactory(context, alpn.getProtocol());
        // It would compare host names on the server's side; apps do that on theirs.
        secure.setEnsureSecureRequestCustomizer(false);
        var connector =
                new ServerConnector(
                        server, 1, 1, secure, alpn, http2, new HttpConnectionFactory(http));
        connector.setHost(listening.host());
        connector.setPort(listening.port());
        guard(connector);
        return connector;
    }

    private HttpConnectionFactory clearHttp() {
        return new HttpConnectionFactory(http());
    }

    private void guard(ServerConnector connector) {
        connector.addBean(new SlowStarts(server.getScheduler(), limits.slowest()));
        connector.setIdleTimeout(limits.idle().toMillis());
        connector.setShutdownIdleTimeout(SILENT_AT_STOP_MILLIS);
    }

    private static HttpConfiguration http() {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(Limits.HEADER_BYTES);
        http.setResponseHeaderSize(Limits.HEADER_BYTES);
        return http;
    }
}
