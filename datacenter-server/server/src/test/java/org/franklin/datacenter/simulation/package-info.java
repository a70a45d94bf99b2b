/// A whole data center in one thread and one stream of random numbers: production boxes and
/// handlers, with a lying disk, network and database around them.
@NullMarked
package org.franklin.datacenter.simulation;

import org.jspecify.annotations.NullMarked;
