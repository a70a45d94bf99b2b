package org.franklin.model.canonical;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.franklin.model.Goldens;
import org.franklin.model.Samples;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.mailer.Credentials;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.mailer.UserName;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.MeterRequest;
import org.franklin.model.meter.Receipt;
import org.franklin.model.meter.SerialNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The binary form of what is signed and kept for ever, against files that another program wrote: a
/// difference here means that no old signature verifies any more.
class CanonicalGoldenTest {

    private static final int BYTES_IN_A_LINE = 48;

    record Golden(String name, Class<?> type, Object value) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Golden> goldens() {
        var receipt = Samples.signedReceipt();
        return Stream.of(
                new Golden("dispense", MeterRequest.class, Samples.dispense()),
                new Golden(
                        "cancel",
                        MeterRequest.class,
                        new MeterRequest.Cancel(new SerialNumber(1042), new DeviceId(3), 17)),
                new Golden(
                        "enrol",
                        MeterRequest.class,
                        new MeterRequest.Enrol(
                                new SerialNumber(1042),
                                new DeviceId(3),
                                17,
                                Samples.counting(0x30, 91))),
                new Golden(
                        "revoke",
                        MeterRequest.class,
                        new MeterRequest.Revoke(
                                new SerialNumber(1042), new DeviceId(3), 17, new DeviceId(2))),
                new Golden("receipt", Receipt.class, receipt.receipt()),
                new Golden(
                        "issued",
                        MeterReply.class,
                        new MeterReply.Issued(
                                receipt,
                                List.of(Samples.counting(0, 109), Samples.counting(0x80, 109)))),
                new Golden("voided", MeterReply.class, new MeterReply.Voided(receipt)),
                new Golden("refilled", MeterReply.class, new MeterReply.Refilled(receipt)),
                new Golden(
                        "enrolled",
                        MeterReply.class,
                        new MeterReply.Enrolled(receipt, new DeviceId(3))),
                new Golden("admitted", MeterReply.class, new MeterReply.Admitted(receipt)),
                new Golden("recertified", MeterReply.class, new MeterReply.Recertified(receipt)),
                new Golden(
                        "revoked",
                        MeterReply.class,
                        new MeterReply.Revoked(receipt, new DeviceId(3))),
                new Golden(
                        "credentials",
                        Credentials.class,
                        new Credentials(
                                Credentials.Purpose.ENROL,
                                new UserName("front.desk@example"),
                                Bytes.of(
                                        "correct horse battery staple"
                                                .getBytes(StandardCharsets.UTF_8)),
                                Samples.counting(0x30, 91))));
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void valuesBecomeTheBytesInTheFile(Golden golden) {
        Goldens.check(
                "canonical/golden/" + golden.name + ".hex",
                lines(Canonical.encode(golden.type, golden.value)));
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void bytesInTheFileBecomeTheValue(Golden golden) {
        var file = Goldens.file("canonical/golden/" + golden.name + ".hex");
        var bytes = Bytes.ofHex(Goldens.read(file).replace("\n", ""));

        assertEquals(new Valid<>(golden.value), Canonical.decode(golden.type, bytes));
    }

    @Test
    void everyFileHasItsValue() {
        assertEquals(
                goldens().map(golden -> golden.name + ".hex").sorted().toList(),
                Goldens.folder("canonical/golden").stream()
                        .map(file -> file.getFileName().toString())
                        .toList());
    }

    private static String lines(byte[] bytes) {
        return Stream.iterate(0, from -> from < bytes.length, from -> from + BYTES_IN_A_LINE)
                .map(from ->
                        Arrays.copyOfRange(
                                bytes, from, Math.min(bytes.length, from + BYTES_IN_A_LINE)))
                .map(HexFormat.of()::formatHex)
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
