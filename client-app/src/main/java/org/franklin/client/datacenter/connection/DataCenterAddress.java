package org.franklin.client.datacenter.connection;

import org.franklin.model.canonical.Decoded;

import java.net.URI;
import java.net.URISyntaxException;

/// Where a data center is and who it must prove to be: an https URL without path, and the
/// fingerprint of its authority's certificate.
public record DataCenterAddress(URI url, Fingerprint fingerprint) {

    public DataCenterAddress {
        url = requireOrigin(url);
    }

    /// Reads what a person types: `https://host`, `https://host:port`, or without `https://`.
    public static Decoded<URI> parseUrl(String text) {
        String stripped = text.strip();
        try {
            return new Decoded.Valid<>(
                    requireOrigin(
                            new URI(stripped.contains("://") ? stripped : "https://" + stripped)));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return new Decoded.Malformed<>("an address looks like https://meter.example:8443");
        }
    }

    static URI requireOrigin(URI url) {
        boolean bare = url.getRawPath() == null || url.getRawPath().matches("/?");
        if (!"https".equalsIgnoreCase(url.getScheme())
                || url.getHost() == null
                || url.getRawUserInfo() != null
                || url.getRawQuery() != null
                || url.getRawFragment() != null
                || url.getPort() > 0xFFFF
                || !bare) {
            throw new IllegalArgumentException("an address is https://host or https://host:port");
        }
        int port = url.getPort();
        return URI.create("https://" + url.getHost() + (port < 0 ? "" : ":" + port));
    }
}
