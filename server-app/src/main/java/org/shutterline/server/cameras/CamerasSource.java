package org.shutterline.server.cameras;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.guard.CameraPost;
import org.shutterline.server.guard.FaultPlan;
import org.shutterline.server.settings.CameraEntry;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.spi.CameraIdentity;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.Shot;

/** All that the page of cameras needs of the rest of the server. Safe for all threads. */
public interface CamerasSource {
    /**
     * The camera of a station as it stands now.
     *
     * @param why the station is not ready; empty if it is
     * @param seen the camera that was opened last
     */
    record StationCamera(
            int number,
            StationState state,
            String why,
            CameraPost.Setup setup,
            CameraIdentity seen,
            FaultPlan faults) {}

    /** All kinds of cameras, by id. */
    Collection<CameraFactory> drivers();

    /** Ascending by number. */
    List<StationCamera> stations();

    /** Names of all jobs. Blocks on the disk. */
    List<String> jobs();

    /** Memory for pictures that no station has taken. */
    FrameSource frames();

    /**
     * A picture of a station's camera beside all triggers. Blocks for as long as a trigger may take.
     *
     * @return whoever gets it owns its frame
     * @throws CameraException if there is none, or if the station is online
     */
    Shot look(int station) throws CameraException, InterruptedException;

    /**
     * Gives the camera of a station changed settings between two pictures.
     *
     * @return completed when they hold; with a {@link CameraException} if the camera refuses them
     */
    CompletableFuture<Boolean> adjust(int station, Options options);

    void online(int station, boolean yes);

    /** From the next picture on. */
    void faults(int station, FaultPlan plan);

    /**
     * Writes the settings of a station's camera, which hold already. Blocks on the disk.
     *
     * @throws org.shutterline.protocol.plugin.BadSetting if the settings file cannot be changed so
     */
    void keep(int station, CameraEntry camera) throws IOException;

    /**
     * Gives a station another camera, after it was written into the settings. Blocks on the disk.
     *
     * @throws org.shutterline.protocol.plugin.BadSetting if the settings file cannot be changed so
     */
    void bind(int station, CameraEntry camera) throws IOException;

    /**
     * Starts another station, after it was written into the settings. Blocks on the disk.
     *
     * @return its number
     * @throws org.shutterline.protocol.plugin.BadSetting if the settings file cannot be changed so
     */
    int addStation(String job, CameraEntry camera) throws IOException;
}
