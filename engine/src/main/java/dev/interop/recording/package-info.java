/** What a finished cell left on disk: plain data, from which everything later can be repeated without an endpoint. */
@NullMarked
package dev.interop.recording;

import org.jspecify.annotations.NullMarked;
