/// A laid-out page, in printer dots and type, from which every renderer draws; knows no toolkit.
@NullMarked
package org.franklin.client.print.page;

import org.jspecify.annotations.NullMarked;
