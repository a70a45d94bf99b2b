/// The wires of the communication server (32): TLS, sockets, limits, health; Jetty is known here
/// only.
@NullMarked
package org.franklin.datacenter.communication.jetty;

import org.jspecify.annotations.NullMarked;
