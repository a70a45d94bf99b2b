package org.franklin.client.datacenter.connection;

import org.franklin.model.canonical.Bytes;

import java.util.Base64;

/// What proves a session to the data center, or [#NONE]. It never prints.
public record SessionToken(Bytes token) {

    public static final SessionToken NONE = new SessionToken(Bytes.EMPTY);

    String header() {
        return "Bearer " + Base64.getEncoder().encodeToString(token.toArray());
    }

    @Override
    public String toString() {
        return equals(NONE) ? "no session" : "a session";
    }
}
