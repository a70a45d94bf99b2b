package org.franklin.datacenter.communication.jetty;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.franklin.datacenter.communication.Call;
import org.franklin.datacenter.communication.Reply;
import org.franklin.datacenter.communication.Reply.Refused;
import org.franklin.datacenter.communication.Route;
import org.franklin.datacenter.communication.jetty.BodyReader.Body;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.wire.Json;
import org.franklin.model.wire.ProblemType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The Jetty adapter: turns a request to one path into a [Call], and the [Reply] into bytes.
final class RouteHandler extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(RouteHandler.class);
    private static final String JSON = "application/json";

    private final UriTemplatePathSpec template;
    private final Map<String, Route> routes;
    private final BodyReader bodies;
    private final RequestNames names;

    /// `routes` share one template and differ in their methods.
    RouteHandler(
            UriTemplatePathSpec template,
            List<Route> routes,
            BodyReader bodies,
            RequestNames names) {
        this.template = template;
        this.routes =
                routes.stream()
                        .collect(Collectors.toMap(route -> route.method().name(), route -> route));
        this.bodies = bodies;
        this.names = names;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var route = Optional.ofNullable(routes.get(request.getMethod()));
        RequestNotes.met(
                request,
                route.map(met -> met.method() + " " + met.template())
                        .orElse(template.getDeclaration()));
        Reply reply = route.isPresent() ? answer(route.get(), request) : wrongMethod(response);
        write(reply, request, response, callback);
        return true;
    }

    private Reply answer(Route route, Request request) throws InterruptedException {
        var query = new HashMap<String, String>();
        for (Fields.Field field : Request.extractQueryParameters(request)) {
            if (!route.query().contains(field.getName()) || field.getValues().size() > 1) {
                return refused(ProblemType.MALFORMED, "The route takes no such parameter.");
            }
            query.put(field.getName(), field.getValue());
        }
        if (route.method() != Route.Method.POST) {
            return answer(route, request, query, Bytes.EMPTY);
        }
        if (!isJson(request)) {
            return new Refused(
                    ProblemType.MALFORMED, 415, "The body is to be of type " + JSON + ".");
        }
        return switch (bodies.read(request, route.mostBytes())) {
            case Body.Whole(var bytes) -> answer(route, request, query, bytes);
            case Body.TooLarge _ ->
                    refused(
                            ProblemType.TOO_LARGE,
                            "A request here has at most " + route.mostBytes() + " bytes.");
            case Body.TooSlow _ ->
                    new Refused(ProblemType.MALFORMED, 408, "The body came too slowly.");
            case Body.Broken _ -> refused(ProblemType.MALFORMED, "The body breaks off.");
        };
    }

    private Reply answer(Route route, Request request, Map<String, String> query, Bytes body) {
        String path = request.getHttpURI().getCanonicalPath();
        String authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        var call =
                new Call(
                        template.getPathParams(path),
                        query,
                        authorization == null ? "" : authorization,
                        body);
        try {
            return route.action().answer(call);
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("request", names.of(request))
                    .setCause(e)
                    .log("a fault of the program, or of the machine");
            return refused(
                    ProblemType.DATA_CENTER_FAULT,
                    "Ask the same again; if it fails again, call the data center.");
        }
    }

    private void write(Reply reply, Request request, Response response, Callback callback) {
        switch (reply) {
            case Reply.Answer(int status, var body) -> {
                response.setStatus(status);
                response.getHeaders().put(HttpHeader.CONTENT_TYPE, JSON);
                response.write(true, ByteBuffer.wrap(Json.write(body)), callback);
            }
            case Reply.Empty _ -> {
                response.setStatus(204);
                response.write(true, ByteBuffer.allocate(0), callback);
            }
            case Refused(var type, int status, var detail) ->
                    Problems.write(
                            request,
                            response,
                            callback,
                            Problems.of(type, status, detail, names.of(request)));
        }
    }

    private Reply wrongMethod(Response response) {
        String allowed = routes.keySet().stream().sorted().collect(Collectors.joining(", "));
        response.getHeaders().put(HttpHeader.ALLOW, allowed);
        return refused(ProblemType.WRONG_METHOD, "This route takes " + allowed + ".");
    }

    private static boolean isJson(Request request) {
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        return type != null && type.matches("(?i)application/json(; ?charset=utf-8)?");
    }

    private static Reply refused(ProblemType type, String detail) {
        return Reply.refused(type, detail);
    }
}
