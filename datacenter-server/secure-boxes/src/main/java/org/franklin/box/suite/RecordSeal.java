package org.franklin.box.suite;

import org.franklin.box.key.MasterKey;
import org.franklin.model.canonical.Bytes;

/// The MAC of records, under a key derived for each subject and month.
@FunctionalInterface
public interface RecordSeal {

    /// `month` is YYYYMM.
    Bytes mac(String subject, int month, Bytes body);

    /// In constant time. A MAC of another length does not verify, nor anything of a month that
    /// there is not.
    default boolean verifies(String subject, int month, Bytes body, Bytes mac) {
        return MasterKey.isMonth(month) && mac(subject, month, body).equals(mac);
    }
}
