package org.shutterline.server.station;

import java.util.ArrayList;
import java.util.List;

/** A job with an inspector for each lane, so that pictures can be judged side by side. */
final class PreparedJob implements AutoCloseable {
    private final Job job;
    private final List<Inspector> lanes = new ArrayList<>();

    /** @throws org.shutterline.protocol.plugin.BadSetting if a tool cannot be made */
    PreparedJob(Job job, int lanes) {
        this.job = job;
        for (int i = 0; i < lanes; i++) {
            this.lanes.add(new Inspector(job));
        }
    }

    Job job() {
        return job;
    }

    String name() {
        return job.name();
    }

    String version() {
        return job.version();
    }

    Inspector lane(int index) {
        return lanes.get(index);
    }

    @Override
    public void close() {
        lanes.forEach(Inspector::close);
    }
}
