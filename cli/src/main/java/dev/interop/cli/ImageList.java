package dev.interop.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.interop.registry.Implementation;
import java.util.Collection;
import java.util.HashSet;
import java.util.TreeMap;

/** Lists images for the jobs of a CI system: each once, with a unique name that can be part of an artifact's name. */
final class ImageList {
    private ImageList() {}

    /** {@code [{"name": …, "image": …, "build": NAME}]}; without {@code build} where the image is to be pulled. */
    static String of(Collection<Implementation> implementations) {
        var names = new TreeMap<String, String>();
        var builds = new TreeMap<String, String>();
        for (var implementation : implementations) {
            for (var endpoint : EntryBuilds.endpoints(implementation).toList()) {
                endpoint.image().ifPresent(image -> {
                    names.putIfAbsent(image, implementation.name());
                    endpoint.build().ifPresent(build -> builds.putIfAbsent(image, build));
                });
            }
        }
        var list = JsonNodeFactory.instance.arrayNode();
        var given = new HashSet<String>();
        names.forEach((image, name) -> {
            var entry = list.addObject().put("name", unique(name, given)).put("image", image);
            if (builds.containsKey(image)) {
                entry.put("build", builds.get(image));
            }
        });
        return list.toString();
    }

    private static String unique(String name, HashSet<String> given) {
        var unique = name;
        for (var number = 2; !given.add(unique); number++) {
            unique = name + "-" + number;
        }
        return unique;
    }
}
