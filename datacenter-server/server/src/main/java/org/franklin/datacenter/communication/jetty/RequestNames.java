package org.franklin.datacenter.communication.jetty;

import org.eclipse.jetty.server.Request;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// Draws each request a name, by which its problem document and its lines in the log are one.
final class RequestNames {

    private static final String NAME = RequestNames.class.getName();

    private final RandomGenerator random;

    RequestNames(RandomGenerator random) {
        this.random = random;
    }

    /// The request's name, drawn when it is first asked for.
    String of(Request request) {
        if (request.getAttribute(NAME) instanceof String name) {
            return name;
        }
        String drawn = "/requests/" + HexFormat.of().toHexDigits(random.nextLong());
        request.setAttribute(NAME, drawn);
        return drawn;
    }
}
