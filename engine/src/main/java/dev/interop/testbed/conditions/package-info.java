/** What the machine and the container engine do to cells while they run. */
@NullMarked
package dev.interop.testbed.conditions;

import org.jspecify.annotations.NullMarked;
