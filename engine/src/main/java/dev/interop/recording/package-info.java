/**
 * The recording of a finished cell: plain data on disk, from which every later step can be repeated without endpoints.
 */
@NullMarked
package dev.interop.recording;

import org.jspecify.annotations.NullMarked;
