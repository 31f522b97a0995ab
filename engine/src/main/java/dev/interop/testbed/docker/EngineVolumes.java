package dev.interop.testbed.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectVolumeResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The volumes of the engine. */
final class EngineVolumes {
    private final DockerClient client;
    private final Deadline within;

    EngineVolumes(DockerClient client, Deadline within) {
        this.client = client;
        this.within = within;
    }

    /** All volumes that carry a label of this name. */
    List<VolumeFacts> labelled(String label) {
        return within.call(Deadline.SHORT, "listing volumes", () -> {
            var found = client.listVolumesCmd()
                    .withFilter("label", List.of(label))
                    .exec()
                    .getVolumes();
            return (found == null ? List.<InspectVolumeResponse>of() : found)
                    .stream()
                            .map(it ->
                                    new VolumeFacts(it.getName(), Objects.requireNonNullElse(it.getLabels(), Map.of())))
                            .toList();
        });
    }

    /** Removes a volume that no container uses. A missing volume is no error. */
    void remove(String name) {
        within.call(Deadline.SHORT, "removing a volume", () -> {
            try {
                client.removeVolumeCmd(name).exec();
            } catch (NotFoundException e) {
                return false;
            }
            return true;
        });
    }
}
