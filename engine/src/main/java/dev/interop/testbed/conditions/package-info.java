/** The effects of the machine and the container engine on cells while they run. */
@NullMarked
package dev.interop.testbed.conditions;

import org.jspecify.annotations.NullMarked;
