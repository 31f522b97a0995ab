/** Checks of the MoQT sessions in a capture. */
@NullMarked
package dev.interop.moqt.check;

import org.jspecify.annotations.NullMarked;
