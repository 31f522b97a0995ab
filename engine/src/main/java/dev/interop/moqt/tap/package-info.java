/** What MoQT clients report in TAP 14, and what follows from it and their exit code. */
@NullMarked
package dev.interop.moqt.tap;

import org.jspecify.annotations.NullMarked;
