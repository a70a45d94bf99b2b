package org.franklin.datacenter.communication.jetty;

import org.eclipse.jetty.server.Request;
import org.franklin.model.wire.Problem;

/// What is noted of a request on its way, for when it is finished: the route that it met, and the
/// problem that it was refused with.
final class RequestNotes {

    private static final String ROUTE = RequestNotes.class.getName() + ".route";
    private static final String PROBLEM = RequestNotes.class.getName() + ".problem";
    private static final String NONE = "none";

    private RequestNotes() {}

    static void met(Request request, String route) {
        request.setAttribute(ROUTE, route);
    }

    static void refused(Request request, Problem problem) {
        request.setAttribute(
                PROBLEM, problem.type().substring(problem.type().lastIndexOf('/') + 1));
    }

    static String route(Request request) {
        return noted(request, ROUTE);
    }

    static String problem(Request request) {
        return noted(request, PROBLEM);
    }

    private static String noted(Request request, String what) {
        return request.getAttribute(what) instanceof String noted ? noted : NONE;
    }
}
