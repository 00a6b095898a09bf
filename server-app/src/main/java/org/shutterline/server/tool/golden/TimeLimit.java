package org.shutterline.server.tool.golden;

import org.shutterline.server.spi.ToolException;

/** Asked between the steps of a comparison. */
interface TimeLimit {
    /** For teaching, which a person waits for. */
    TimeLimit NONE = () -> {};

    /** @throws ToolException if the time is over */
    void check() throws ToolException;
}
