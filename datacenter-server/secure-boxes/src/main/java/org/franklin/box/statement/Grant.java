package org.franklin.box.statement;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.meter.SerialNumber;

/// The authentication box's word that the owner of a meter, by password, wants a device enrolled,
/// or wants it to be the only one.
///
/// `number` must be the meter's next grant, so that the meter box accepts it once. `deviceKey` is
/// an X.509 SubjectPublicKeyInfo, P-256. `cluster` names the installation, 16 bytes. `owner` is who
/// the authentication box says the owner is: a meter belongs to that of its first grant, and takes
/// no other's.
public record Grant(
        Bytes cluster, SerialNumber serial, Hash owner, long number, Bytes deviceKey, Kind kind) {

    public enum Kind {
        /// The device joins those that are there.
        ENROLMENT,
        /// The device takes the place of all that are there, after a computer was lost or stolen.
        RECOVERY
    }
}
