/** Reads the TAP 14 reports of MoQT clients and evaluates them together with the exit code. */
@NullMarked
package dev.interop.moqt.tap;

import org.jspecify.annotations.NullMarked;
