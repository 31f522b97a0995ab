/** Which connections belong to which test case, of a client that runs many in one go. */
@NullMarked
package dev.interop.moqt.attribution;

import org.jspecify.annotations.NullMarked;
