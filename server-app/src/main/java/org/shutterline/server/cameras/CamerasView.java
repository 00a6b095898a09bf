package org.shutterline.server.cameras;

/** Where states of the cameras are shown; takes them on any thread. */
@FunctionalInterface
public interface CamerasView {
    void show(CamerasState state);
}
