/** The events of a run and the interface of their listeners. */
@NullMarked
package dev.interop.listener;

import org.jspecify.annotations.NullMarked;
