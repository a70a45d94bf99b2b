/// The device's own key, and passwords sealed to the authentication box (40).
@NullMarked
package org.franklin.client.datacenter.device;

import org.jspecify.annotations.NullMarked;
