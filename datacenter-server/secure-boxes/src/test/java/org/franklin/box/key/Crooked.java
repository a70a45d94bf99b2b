package org.franklin.box.key;

import java.io.Serial;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SignatureSpi;

/// A provider that reads keys, as BouncyCastle's does, and whose signatures are zeros, which it
/// does not take for signatures itself.
public final class Crooked extends Provider {

    @Serial private static final long serialVersionUID = 1;

    Crooked() {
        super("Crooked", "1", "signs zeros");
        put("KeyFactory.EC", "org.bouncycastle.jcajce.provider.asymmetric.ec.KeyFactorySpi$EC");
        put("Signature.SHA256withECDSAinP1363Format", Zeros.class.getName());
    }

    /// Made by its name.
    public static final class Zeros extends SignatureSpi {

        public Zeros() {}

        @Override
        protected void engineInitVerify(PublicKey key) {}

        @Override
        protected void engineInitSign(PrivateKey key) {}

        @Override
        protected void engineUpdate(byte data) {}

        @Override
        protected void engineUpdate(byte[] data, int from, int length) {}

        @Override
        protected byte[] engineSign() {
            return new byte[Signatures.LENGTH];
        }

        @Override
        protected boolean engineVerify(byte[] signature) {
            return false;
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            throw new UnsupportedOperationException(name);
        }
    }
}
