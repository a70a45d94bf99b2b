package org.franklin.client.datacenter;

import org.franklin.client.datacenter.connection.SessionToken;
import org.franklin.client.datacenter.outcome.Session;

/// A session with the token that proves it, and the number that the data center expects of this
/// device next.
record OpenSession(Session who, SessionToken token, long nextSequence) {}
