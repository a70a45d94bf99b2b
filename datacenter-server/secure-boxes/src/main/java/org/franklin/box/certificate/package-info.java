/// The Post's root and the certificates that it signs (X.509, DER), for meters and for boxes.
@NullMarked
package org.franklin.box.certificate;

import org.jspecify.annotations.NullMarked;
