package dev.interop.recording;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A file that a container left and that was not copied out, such as a link or a device.
 *
 * @param by the role of the container
 * @param folder the folder of the container, such as {@code /logs}
 * @param why the file and the reason, for people
 */
@API(status = Status.EXPERIMENTAL)
public record RefusedFile(ContainerRole by, String folder, String why) {}
