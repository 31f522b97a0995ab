package dev.interop.recording;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The durations of a cell's phases in seconds.
 *
 * @param prepare certificates, files, creation of containers and copying in
 * @param start from the first start to the moment the client may begin
 * @param run until the cell's end
 * @param copy stopping and copying out
 */
@API(status = Status.EXPERIMENTAL)
public record Times(double prepare, double start, double run, double copy) {}
