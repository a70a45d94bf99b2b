package org.franklin.datacenter.communication.jetty;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.franklin.model.wire.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import java.time.Duration;

/// Stands before every route: times each request, counts it and logs what was refused.
///
/// Of what a request says, nothing is logged but the route that it met.
final class RequestWatch extends Handler.Wrapper {

    private static final Logger LOG = LoggerFactory.getLogger(RequestWatch.class);

    private static final String ROUTE = RequestWatch.class.getName() + ".route";
    private static final String PROBLEM = RequestWatch.class.getName() + ".problem";
    private static final String NONE = "none";

    private final MeterRegistry registry;
    private final RequestNames names;

    RequestWatch(Handler routes, MeterRegistry registry, RequestNames names) {
        super(routes);
        this.registry = registry;
        this.names = names;
    }

    static void met(Request request, String route) {
        request.setAttribute(ROUTE, route);
    }

    static void refused(Request request, Problem problem) {
        request.setAttribute(
                PROBLEM, problem.type().substring(problem.type().lastIndexOf('/') + 1));
    }

    private static String noted(Request request, String what) {
        return request.getAttribute(what) instanceof String noted ? noted : NONE;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        Request.addCompletionListener(request, _ -> finished(request, response.getStatus()));
        return super.handle(request, response, callback);
    }

    private void finished(Request request, int status) {
        String route = noted(request, ROUTE);
        String problem = noted(request, PROBLEM);
        var took = Duration.ofNanos(System.nanoTime() - request.getHeadersNanoTime());
        Timer.builder("franklin.requests")
                .description("Requests over HTTP, by route, status and problem")
                .serviceLevelObjectives(
                        Duration.ofMillis(5),
                        Duration.ofMillis(10),
                        Duration.ofMillis(50),
                        Duration.ofMillis(250),
                        Duration.ofSeconds(1))
                .tag("route", route)
                .tag("status", Integer.toString(status))
                .tag("problem", problem)
                .register(registry)
                .record(took);
        LOG.atLevel(status < 400 ? Level.DEBUG : status < 500 ? Level.INFO : Level.WARN)
                .addKeyValue("request", names.of(request))
                .addKeyValue("route", route)
                .addKeyValue("status", status)
                .addKeyValue("problem", problem)
                .addKeyValue("microseconds", took.toNanos() / 1_000)
                .log("request");
    }
}
