package endpoint;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.Optional;

/** What is sent of a file. */
final class Bodies {
    private Bodies() {}

    /** The file as it lies on the disk; nothing where there is none. */
    static ByteBuf of(Optional<Path> file) throws IOException {
        if (file.isEmpty()) {
            return Unpooled.EMPTY_BUFFER;
        }
        try (FileChannel channel = FileChannel.open(file.get())) {
            return Unpooled.wrappedBuffer(channel.map(MapMode.READ_ONLY, 0, channel.size()));
        }
    }
}
