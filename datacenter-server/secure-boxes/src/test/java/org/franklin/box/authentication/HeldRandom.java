package org.franklin.box.authentication;

import java.security.SecureRandom;
import java.util.concurrent.CountDownLatch;

/// Holds whoever asks for random bytes until it is let go, and tells when it was asked.
final class HeldRandom extends SecureRandom {

    final transient CountDownLatch asked = new CountDownLatch(1);
    final transient CountDownLatch letGo = new CountDownLatch(1);

    @Override
    public void nextBytes(byte[] bytes) {
        asked.countDown();
        try {
            letGo.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
