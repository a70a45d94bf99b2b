package org.franklin.datacenter.function.postage;

import org.franklin.box.BoxPort;
import org.franklin.box.meter.MeterStep;
import org.franklin.box.steel.SteelBoxAnswer;
import org.franklin.box.steel.SteelBoxRequest;
import org.franklin.datacenter.function.records.Meters;
import org.franklin.datacenter.function.records.OtherAnswer;
import org.franklin.datacenter.function.records.Stepped;
import org.franklin.datacenter.function.records.Stores;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.indicium.CertifiedKey;
import org.franklin.model.meter.SerialNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has a meter's key certified anew, when a mailing date lies behind its certificate.
public final class RenewCertificate {

    private static final Logger LOG = LoggerFactory.getLogger(RenewCertificate.class);

    private final BoxPort<SteelBoxRequest, SteelBoxAnswer> steel;
    private final Stores stores;
    private final Meters meters;

    public RenewCertificate(
            BoxPort<SteelBoxRequest, SteelBoxAnswer> steel, Stores stores, Meters meters) {
        this.steel = steel;
        this.stores = stores;
        this.meters = meters;
    }

    /// What became of the step, or `Pending` where the steel box does not serve.
    Stepped renew(SerialNumber serial) {
        return switch (steel.call(new SteelBoxRequest.Certify(serial))) {
            case SteelBoxAnswer.Certified(var certificate) -> take(serial, certificate);
            case SteelBoxAnswer.OutOfService _ -> new Stepped.Pending();
            case SteelBoxAnswer.Made _, SteelBoxAnswer.Attested _ ->
                    throw new OtherAnswer("steel box");
        };
    }

    /// Published before it is used: a certificate out of use does no harm, an indicium without its
    /// certificate cannot be verified.
    private Stepped take(SerialNumber serial, Bytes certificate) {
        int number = CertifiedKey.numberOf(certificate);
        stores.database()
                .write(in -> {
                    stores.meters().certify(in, serial, number, certificate);
                    return number;
                });
        LOG.atInfo()
                .addKeyValue("serial", serial.number())
                .addKeyValue("certificate", Integer.toUnsignedString(number))
                .log("certified anew");
        return meters.steps().take(serial, new MeterStep.Recertify(certificate));
    }
}
