/** Doing things at the same time, one after the other, and in time. */
@NullMarked
package dev.interop.testbed.concurrent;

import org.jspecify.annotations.NullMarked;
