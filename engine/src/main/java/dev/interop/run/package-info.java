/** The conductor: executes a plan in lanes, judges cells while others run, and calls the listeners. */
@NullMarked
package dev.interop.run;

import org.jspecify.annotations.NullMarked;
