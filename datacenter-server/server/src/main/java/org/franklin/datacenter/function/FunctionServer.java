package org.franklin.datacenter.function;

import org.franklin.datacenter.database.Database;
import org.franklin.datacenter.function.account.ShowAccount;
import org.franklin.datacenter.function.funds.ProcessorKey;
import org.franklin.datacenter.function.funds.RefillMeter;
import org.franklin.datacenter.function.keys.PublishedKeys;
import org.franklin.datacenter.function.postage.DispensePostage;
import org.franklin.datacenter.function.postage.Outcomes;
import org.franklin.datacenter.function.postage.Sweep;
import org.franklin.datacenter.function.postage.VerifyIndicium;
import org.franklin.datacenter.function.rates.QuotePostage;
import org.franklin.datacenter.function.signon.EnrolDevice;
import org.franklin.datacenter.function.signon.Sessions;
import org.franklin.datacenter.function.signon.SignOnDevice;
import org.franklin.datacenter.function.signon.SignUpMailer;
import org.franklin.model.canonical.Bytes;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

/// The function server (34): every service, wired over one database and the boxes.
public record FunctionServer(
        SignUpMailer signUp,
        SignOnDevice signOn,
        EnrolDevice enrolment,
        Sessions sessions,
        ShowAccount account,
        QuotePostage quotes,
        DispensePostage postage,
        Outcomes outcomes,
        VerifyIndicium verification,
        RefillMeter refills,
        PublishedKeys keys,
        Sweep sweep) {

    /// What the ceremony at `init` made, as far as functions need it: the Post's root and the
    /// boxes' certificates (DER), the number of the certificate that credentials are sealed to, and
    /// the sandbox processor's key.
    public record Installation(
            Bytes root,
            List<Bytes> boxCertificates,
            int authenticationBox,
            ProcessorKey processor) {
        public Installation {
            boxCertificates = List.copyOf(boxCertificates);
        }
    }

    public static FunctionServer over(
            Database database,
            Boxes boxes,
            Installation installation,
            Clock clock,
            SecureRandom random) {
        return new FunctionServer(
                new SignUpMailer(),
                new SignOnDevice(),
                new EnrolDevice(),
                new Sessions(),
                new ShowAccount(),
                new QuotePostage(),
                new DispensePostage(),
                new Outcomes(),
                new VerifyIndicium(),
                new RefillMeter(),
                new PublishedKeys(),
                new Sweep());
    }
}
