/** The types of a protocol: its test cases, contract, routes and reports. Third parties implement them. */
@NullMarked
package dev.interop.protocol;

import org.jspecify.annotations.NullMarked;
