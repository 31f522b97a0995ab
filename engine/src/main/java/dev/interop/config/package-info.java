/** Parameters of a run: what they are called, where their values come from, and the settings that they make. */
@NullMarked
package dev.interop.config;

import org.jspecify.annotations.NullMarked;
