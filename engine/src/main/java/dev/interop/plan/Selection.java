package dev.interop.plan;

import dev.interop.protocol.RouteFilter;

/**
 * Which part of the matrix is wanted.
 *
 * @param clients the rows
 * @param servers the columns
 * @param tests the test cases
 * @param routes the ways from clients to servers
 */
public record Selection(Names clients, Names servers, Names tests, RouteFilter routes) {}
