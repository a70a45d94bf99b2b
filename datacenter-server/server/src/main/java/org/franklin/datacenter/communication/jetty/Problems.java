package org.franklin.datacenter.communication.jetty;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.franklin.model.wire.Json;
import org.franklin.model.wire.Problem;
import org.franklin.model.wire.ProblemType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.ByteBuffer;

/// Writes every refusal as a problem document (RFC 9457), also those that are Jetty's own.
final class Problems extends ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final RequestNames names;

    Problems(RequestNames names) {
        this.names = names;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            String message,
            @Nullable Throwable cause,
            Callback callback) {
        String name = names.of(request);
        LOG.atInfo()
                .addKeyValue("request", name)
                .addKeyValue("status", status)
                .log("refused before any route");
        write(request, response, callback, of(status, name));
    }

    static void write(Request request, Response response, Callback callback, Problem problem) {
        RequestNotes.refused(request, problem);
        response.setStatus(problem.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE_503) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, Limits.RETRY_AFTER.toSeconds());
        }
        response.write(true, ByteBuffer.wrap(Json.write(problem)), callback);
    }

    static Problem of(ProblemType type, int status, String detail, String instance) {
        return new Problem(type.uri(), type.title(), status, detail, type.charge(), instance);
    }

    private static Problem of(int status, String instance) {
        return switch (status) {
            case 404 -> of(ProblemType.UNKNOWN_ROUTE, status, "No route has this path.", instance);
            case 413, 414, 431 ->
                    of(
                            ProblemType.TOO_LARGE,
                            status,
                            "The path or the headers are too long.",
                            instance);
            case 429 ->
                    of(
                            ProblemType.TOO_MANY_REQUESTS,
                            status,
                            "Wait a second, then ask again.",
                            instance);
            // Nothing of it was read: it may be the repetition of one that was paid.
            case 503 ->
                    of(
                            ProblemType.OUTCOME_PENDING,
                            status,
                            "The data center is busy, or closing. Ask the same again in a minute.",
                            instance);
            default ->
                    status < 500
                            ? of(
                                    ProblemType.MALFORMED,
                                    status,
                                    "This is not a request of the data center's protocol.",
                                    instance)
                            : of(
                                    ProblemType.DATA_CENTER_FAULT,
                                    status,
                                    "Ask the same again; if it fails again, call the data center.",
                                    instance);
        };
    }
}
