/** Checks of the MoQT sessions that a capture shows. */
@NullMarked
package dev.interop.moqt.check;

import org.jspecify.annotations.NullMarked;
