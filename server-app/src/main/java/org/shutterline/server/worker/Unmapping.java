package org.shutterline.server.worker;

import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the memory of a mapped file back at once. Of itself Java 17 does so when it collects the buffer, which for a server that
 * makes little waste may be hours later, and has no public call for it: this is the one of the module jdk.unsupported.
 */
final class Unmapping {
    private static final Logger LOG = LoggerFactory.getLogger(Unmapping.class);

    private Unmapping() {}

    /** Neither the buffer nor a duplicate of it may be touched afterwards: that would end the process. */
    static void unmap(MappedByteBuffer buffer) {
        try {
            Class<?> unsafe = Class.forName("sun.misc.Unsafe");
            Field instance = unsafe.getDeclaredField("theUnsafe");
            instance.setAccessible(true);
            unsafe.getMethod("invokeCleaner", ByteBuffer.class).invoke(instance.get(null), buffer);
        } catch (ReflectiveOperationException | RuntimeException notThere) {
            LOG.debug("the memory of a picture is given back later", notThere);
        }
    }
}
