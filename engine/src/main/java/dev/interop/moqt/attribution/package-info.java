/** Attributes connections to test cases when a client runs several test cases in one cell. */
@NullMarked
package dev.interop.moqt.attribution;

import org.jspecify.annotations.NullMarked;
