package org.franklin.datacenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.franklin.box.passphrase.Argon2Cost;
import org.franklin.box.suite.Suite;
import org.franklin.datacenter.DataCenter.Address;
import org.franklin.datacenter.Installation.Opening.Opened;
import org.franklin.datacenter.keymanagement.process.BoxPlaces;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.wire.Json;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A whole data center on free ports, in a folder of a test, and a client that trusts its CA.
public final class TestCenter implements AutoCloseable {

    static final DataCenterConfig CONFIG =
            DataCenterConfig.USUAL.onPorts(0, 0).hashing(Argon2Cost.FLOOR);

    private static final SecureRandom RANDOM = new SecureRandom();

    final DataCenter dataCenter;
    final Address address;
    private final HttpClient client;

    private TestCenter(DataCenter dataCenter) {
        this.dataCenter = dataCenter;
        this.address = dataCenter.start();
        this.client = HttpClient.newBuilder().sslContext(trust(address.authority())).build();
    }

    static TestCenter create(Path folder) throws IOException {
        return create(folder, Suite.STANDARD);
    }

    static TestCenter create(Path folder, Suite suite) throws IOException {
        return serve(installed(folder, suite), CONFIG);
    }

    static TestCenter again(Path folder) throws IOException {
        return again(folder, BoxPlaces.EMBEDDED);
    }

    static TestCenter again(Path folder, BoxPlaces places) throws IOException {
        var opened = assertInstanceOf(Opened.class, Installation.open(folder)).installation();
        return serve(opened, CONFIG.placing(places));
    }

    static Installation installed(Path folder) throws IOException {
        return installed(folder, Suite.STANDARD);
    }

    private static Installation installed(Path folder, Suite suite) throws IOException {
        return assertInstanceOf(
                        Opened.class,
                        Installation.create(folder, CONFIG, suite, Clock.systemUTC(), RANDOM))
                .installation();
    }

    private static TestCenter serve(Installation installation, DataCenterConfig config)
            throws IOException {
        return new TestCenter(new DataCenter(installation, config, Clock.systemUTC(), RANDOM));
    }

    DemoOffice demo() {
        return new DemoOffice(dataCenter, RANDOM);
    }

    HttpResponse<String> get(String path, Bytes token) throws Exception {
        return send(request(path, token).build());
    }

    HttpResponse<String> post(String path, Bytes token, Record body) throws Exception {
        return send(
                request(path, token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(Json.write(body)))
                        .build());
    }

    HttpResponse<String> delete(String path, Bytes token) throws Exception {
        return send(request(path, token).DELETE().build());
    }

    <T extends Record> T got(Class<T> type, String path, Bytes token) throws Exception {
        return read(type, 200, get(path, token));
    }

    <T extends Record> T posted(Class<T> type, int status, String path, Bytes token, Record body)
            throws Exception {
        return read(type, status, post(path, token, body));
    }

    HttpResponse<String> operators(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address.operators() + path)).build());
    }

    static <T extends Record> T read(Class<T> type, int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        return Json.read(type, answer.body().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .orThrow();
    }

    private HttpRequest.Builder request(String path, Bytes token) {
        var request =
                HttpRequest.newBuilder(URI.create(address.apps() + path))
                        .timeout(Duration.ofSeconds(30));
        return token.length() == 0
                ? request
                : request.header(
                        "Authorization",
                        "Bearer " + Base64.getEncoder().encodeToString(token.toArray()));
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return client.send(request, BodyHandlers.ofString());
    }

    /// Trusts what the CA of this file has certified, and nothing else.
    public static SSLContext trust(Path authority) {
        try (var pem = Files.newInputStream(authority)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            var trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        client.close();
        dataCenter.close();
    }
}
