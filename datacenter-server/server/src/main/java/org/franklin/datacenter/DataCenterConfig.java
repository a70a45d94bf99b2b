package org.franklin.datacenter;

import org.franklin.box.passphrase.Argon2Cost;
import org.franklin.datacenter.communication.jetty.Limits;
import org.franklin.datacenter.communication.jetty.Listening;
import org.franklin.datacenter.keymanagement.process.BoxPlaces;

import java.util.List;
import java.util.regex.Pattern;

/// What the keepers of a data center decide about it.
///
/// `host` and `port` are where apps reach it, over TLS; `operatorPort` serves health and metrics on
/// this machine alone; port 0 is any free one. `names` are the DNS names and IP addresses under
/// which apps reach it, beside this machine's own. `passwords` is the cost of hashing a password.
/// `boxes` says which boxes have processes of their own: a box in the data center's process
/// protects against the database's administrators, not against code in that process.
public record DataCenterConfig(
        String host,
        int port,
        int operatorPort,
        List<String> names,
        SocketUse unixSocket,
        Limits limits,
        Argon2Cost passwords,
        BoxPlaces boxes) {

    /// Whether to serve on a Unix-domain socket too.
    public enum SocketUse {
        OFF,
        /// Where the machine can open one.
        OPTIONAL,
        REQUIRED
    }

    // Before the first value, whose names it checks.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.:-]{1,253}");

    public static final DataCenterConfig USUAL =
            new DataCenterConfig(
                    "127.0.0.1",
                    8443,
                    9443,
                    List.of(),
                    SocketUse.OPTIONAL,
                    Limits.USUAL,
                    Argon2Cost.STANDARD,
                    BoxPlaces.EMBEDDED);

    public DataCenterConfig {
        names = List.copyOf(names);
        requirePort(port);
        requirePort(operatorPort);
        requireName(host);
        names.forEach(DataCenterConfig::requireName);
    }

    public DataCenterConfig onPorts(int apps, int operators) {
        return new DataCenterConfig(
                host, apps, operators, names, unixSocket, limits, passwords, boxes);
    }

    public DataCenterConfig named(List<String> others) {
        return new DataCenterConfig(
                host, port, operatorPort, others, unixSocket, limits, passwords, boxes);
    }

    public DataCenterConfig hashing(Argon2Cost cost) {
        return new DataCenterConfig(
                host, port, operatorPort, names, unixSocket, limits, cost, boxes);
    }

    public DataCenterConfig limitedTo(Limits other) {
        return new DataCenterConfig(
                host, port, operatorPort, names, unixSocket, other, passwords, boxes);
    }

    public DataCenterConfig placing(BoxPlaces places) {
        return new DataCenterConfig(
                host, port, operatorPort, names, unixSocket, limits, passwords, places);
    }

    private static void requirePort(int port) {
        if (port < 0 || port > Listening.HIGHEST_PORT) {
            throw new IllegalArgumentException("a port is 0 to " + Listening.HIGHEST_PORT);
        }
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a name is a DNS name or an IP address, and \"" + name + "\" is neither");
        }
    }
}
