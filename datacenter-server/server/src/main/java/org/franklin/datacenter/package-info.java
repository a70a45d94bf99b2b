/// The data center (30): the command line, the configuration, and the one class that wires it all.
@NullMarked
package org.franklin.datacenter;

import org.jspecify.annotations.NullMarked;
