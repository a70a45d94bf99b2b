package org.franklin.datacenter.communication.jetty;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.PathMappingsHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.wire.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/// Serves the operators of this machine, and nobody else: `GET /health` and `GET /metrics`, the
/// latter in the format of Prometheus.
public final class LocalServer implements AutoCloseable {

    /// Ready if there is no reason why not.
    public record Health(boolean ready, List<String> reasons) {
        public Health {
            reasons = List.copyOf(reasons);
        }

        public static Health because(List<String> reasons) {
            return new Health(reasons.isEmpty(), reasons);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(LocalServer.class);
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final Server server = new Server(new VirtualThreadPool());
    private final ServerConnector connector;

    public LocalServer(int port, Supplier<Health> health, PrometheusMeterRegistry registry) {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        connector.setPort(port);
        server.addConnector(connector);
        var paths = new PathMappingsHandler();
        paths.addMapping(new UriTemplatePathSpec("/health"), new Page(() -> health(health.get())));
        paths.addMapping(
                new UriTemplatePathSpec("/metrics"),
                new Page(() -> new Content(200, PROMETHEUS, utf8(registry.scrape()))));
        server.setHandler(paths);
    }

    public void start() {
        try {
            server.start();
        } catch (Exception e) {
            close();
            throw new IllegalStateException("the operators' port cannot be had: " + e, e);
        }
    }

    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("the operators' server did not close in order", e);
        }
    }

    private record Content(int status, String type, Bytes bytes) {}

    private static Content health(Health health) {
        return new Content(
                health.ready() ? 200 : 503, "application/json", Bytes.of(Json.write(health)));
    }

    private static Bytes utf8(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Page extends Handler.Abstract {

        private final Supplier<Content> page;

        Page(Supplier<Content> page) {
            this.page = page;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            if (!request.getMethod().equals("GET")) {
                return false;
            }
            Content content = page.get();
            response.setStatus(content.status());
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, content.type());
            response.write(true, ByteBuffer.wrap(content.bytes().toArray()), callback);
            return true;
        }
    }
}
