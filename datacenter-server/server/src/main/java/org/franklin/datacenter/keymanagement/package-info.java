/// Key management (38): the installation, its ceremony and the data center's own certificates.
@NullMarked
package org.franklin.datacenter.keymanagement;

import org.jspecify.annotations.NullMarked;
