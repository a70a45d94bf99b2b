package org.franklin.box.statement;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.mailer.MailerId;

import java.time.Instant;

/// The authentication box's word that somebody tried to sign on. `deviceKey` is the hash of the
/// device's public key; `attempt` is drawn at random, 16 bytes, and tells attempts apart.
public record Login(
        Bytes cluster,
        MailerId mailer,
        Bytes attempt,
        Instant time,
        boolean accepted,
        Hash deviceKey) {}
