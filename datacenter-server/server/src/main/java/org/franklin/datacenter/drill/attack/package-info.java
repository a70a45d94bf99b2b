/// What insiders try (`protocol` 5), each as a drill that is run on real files.
@NullMarked
package org.franklin.datacenter.drill.attack;

import org.jspecify.annotations.NullMarked;
