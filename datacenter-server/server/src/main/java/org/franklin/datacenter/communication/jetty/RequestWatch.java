package org.franklin.datacenter.communication.jetty;

import io.micrometer.core.instrument.MeterRegistry;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import java.time.Duration;

/// Stands before every route: times each request, counts it and logs what was refused.
///
/// Of what a request says, nothing is logged but the route that it met.
final class RequestWatch extends Handler.Wrapper {

    private static final Logger LOG = LoggerFactory.getLogger(RequestWatch.class);

    private final RequestTimer times;
    private final RequestNames names;

    RequestWatch(Handler routes, MeterRegistry registry, RequestNames names) {
        super(routes);
        this.times = new RequestTimer(registry);
        this.names = names;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        Request.addCompletionListener(request, _ -> finished(request, response.getStatus()));
        return super.handle(request, response, callback);
    }

    private void finished(Request request, int status) {
        String route = RequestNotes.route(request);
        String problem = RequestNotes.problem(request);
        var took = Duration.ofNanos(System.nanoTime() - request.getHeadersNanoTime());
        times.record(route, status, problem, took);
        LOG.atLevel(status < 400 ? Level.DEBUG : status < 500 ? Level.INFO : Level.WARN)
                .addKeyValue("request", names.of(request))
                .addKeyValue("route", route)
                .addKeyValue("status", status)
                .addKeyValue("problem", problem)
                .addKeyValue("microseconds", took.toNanos() / 1_000)
                .log("request");
    }
}
