/** Lanes, containers, certificates, files, limits and clean-up. Only these packages know a container engine. */
@NullMarked
package dev.interop.testbed;

import org.jspecify.annotations.NullMarked;
