package dev.interop.expectation;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * An entry that goes.
 *
 * @param kind the list that it is in
 * @param index its index there, from 0
 * @param place its lines
 */
@API(status = Status.INTERNAL)
public record RemovedEntry(ExpectationKind kind, int index, EntryPlace place) {}
