/** Lanes, containers, certificates, files, limits and clean-up. The only place that knows a container engine. */
@NullMarked
package dev.interop.testbed;

import org.jspecify.annotations.NullMarked;
