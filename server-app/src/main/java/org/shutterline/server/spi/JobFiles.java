package org.shutterline.server.spi;

import java.nio.file.Path;

/** The files that belong to a job, such as templates. */
@FunctionalInterface
public interface JobFiles {
    /**
     * @param name a plain file name, as a setting gives it
     * @param place where that setting stands, for the message
     * @return the path of an existing file in the job's folder
     * @throws org.shutterline.protocol.plugin.BadSetting if there is no such file, or the name leads out of the folder
     */
    Path find(String name, String place);
}
