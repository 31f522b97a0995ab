/** Concurrent and serial tasks, and time. */
@NullMarked
package dev.interop.testbed.concurrent;

import org.jspecify.annotations.NullMarked;
