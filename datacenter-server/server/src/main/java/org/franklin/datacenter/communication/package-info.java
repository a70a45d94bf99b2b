/// The communication server (32): what can be asked over HTTP, and how each answer reads.
@NullMarked
package org.franklin.datacenter.communication;

import org.jspecify.annotations.NullMarked;
