/// PKCS#11 tokens: devices that use a key for whoever knows their PIN and never give it away.
@NullMarked
package org.franklin.box.token;

import org.jspecify.annotations.NullMarked;
