package org.franklin.datacenter;

import org.franklin.box.passphrase.Argon2Cost;
import org.franklin.datacenter.DataCenterConfig.SocketUse;
import org.franklin.datacenter.communication.jetty.Limits;
import org.franklin.datacenter.keymanagement.BoxKind;
import org.franklin.datacenter.keymanagement.process.BoxPlaces;
import org.franklin.model.canonical.Decoded;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The configuration as a properties file that explains itself. A key that is left out has its
/// usual value; a key that is unknown, or given twice, is refused, since somebody meant something.
final class ConfigFile {

    private static final Set<String> KEYS =
            Set.of(
                    "host",
                    "port",
                    "operator-port",
                    "names",
                    "unix-socket",
                    "connections",
                    "concurrent-requests",
                    "requests-per-second",
                    "argon2-kibibytes",
                    "argon2-passes",
                    "box.authentication",
                    "box.transaction",
                    "box.meter",
                    "box.steel");

    private final DataCenterConfig usual = DataCenterConfig.USUAL;
    private final Entries entries;

    private ConfigFile(Entries entries) {
        this.entries = entries;
    }

    static String write(DataCenterConfig config) {
        // Numbers as text, since %d writes the digits of the machine's own language.
        return """
        # Where apps reach the data center, over TLS; 0.0.0.0 is all of this machine's addresses.
        host=%s
        port=%s

        # DNS names and IP addresses under which apps reach it, with commas between.
        names=%s

        # Health and metrics, on this machine only.
        operator-port=%s

        # The same routes on a Unix-domain socket, in run/: required, optional or off.
        unix-socket=%s

        # How much strangers may use of it.
        connections=%s
        concurrent-requests=%s
        requests-per-second=%s

        # The cost of hashing a password with Argon2id.
        argon2-kibibytes=%s
        argon2-passes=%s

        # Where each box runs: embedded (in this process), socket:PATH or tls:HOST:PORT, served by
        # the command box. Several authentication or steel boxes stand with commas between.
        # An embedded box protects against the database's administrators, not against code in the
        # data center's process; a process of its own, under another user or on another machine and
        # reached by TLS, is for that.
        box.authentication=%s
        box.transaction=%s
        box.meter=%s
        box.steel=%s
        """
                .formatted(
                        config.host(),
                        config.port(),
                        String.join(",", config.names()),
                        config.operatorPort(),
                        config.unixSocket().name().toLowerCase(Locale.ROOT),
                        config.limits().connections(),
                        config.limits().concurrent(),
                        config.limits().perSecond(),
                        config.passwords().kibibytes(),
                        config.passwords().passes(),
                        config.boxes().text(BoxKind.AUTHENTICATION),
                        config.boxes().text(BoxKind.TRANSACTION),
                        config.boxes().text(BoxKind.METER),
                        config.boxes().text(BoxKind.STEEL));
    }

    static Decoded<DataCenterConfig> read(Path file) throws IOException {
        try {
            return read(Files.readString(file, StandardCharsets.UTF_8));
        } catch (java.nio.charset.CharacterCodingException e) {
            return new Malformed<>("the file is not text in UTF-8");
        }
    }

    static Decoded<DataCenterConfig> read(String text) {
        var entries = new Entries();
        try {
            entries.load(new StringReader(text));
            var unknown = new TreeSet<>(entries.stringPropertyNames());
            unknown.removeAll(KEYS);
            return unknown.isEmpty()
                    ? new Valid<>(new ConfigFile(entries).config())
                    : new Malformed<>("nothing is called \"" + unknown.first() + "\"");
        } catch (IllegalArgumentException e) {
            return new Malformed<>(Objects.requireNonNullElse(e.getMessage(), "it cannot be read"));
        } catch (IOException e) {
            throw new AssertionError("a string can be read", e);
        }
    }

    private DataCenterConfig config() {
        var limits = usual.limits();
        var cost = usual.passwords();
        return new DataCenterConfig(
                text("host", usual.host()),
                number("port", usual.port()),
                number("operator-port", usual.operatorPort()),
                names(),
                socketUse(),
                new Limits(
                        number("connections", limits.connections()),
                        number("concurrent-requests", limits.concurrent()),
                        number("requests-per-second", limits.perSecond()),
                        limits.slowest(),
                        limits.idle()),
                new Argon2Cost(
                        number("argon2-kibibytes", cost.kibibytes()),
                        number("argon2-passes", cost.passes()),
                        cost.lanes()),
                boxes());
    }

    private BoxPlaces boxes() {
        var places = usual.boxes();
        for (BoxKind kind : BoxKind.values()) {
            String key = "box." + kind.word();
            try {
                places = places.with(kind, text(key, places.text(kind)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
            }
        }
        return places;
    }

    private List<String> names() {
        return Stream.of(text("names", "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private SocketUse socketUse() {
        String text = text("unix-socket", usual.unixSocket().name());
        return Stream.of(SocketUse.values())
                .filter(use -> use.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("unix-socket is required, optional or off"));
    }

    private String text(String key, String otherwise) {
        return entries.getProperty(key, otherwise).strip();
    }

    private int number(String key, int otherwise) {
        String text = text(key, Integer.toString(otherwise));
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(key + " is a whole number");
        }
        return Integer.parseInt(text);
    }

    /// Properties of which none is given twice.
    private static final class Entries extends Properties {
        @Override
        public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
                throw new IllegalArgumentException("\"" + key + "\" is given twice");
            }
            return super.put(key, value);
        }
    }
}
