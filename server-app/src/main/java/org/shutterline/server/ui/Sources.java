package org.shutterline.server.ui;

import java.util.Optional;
import org.shutterline.server.cameras.CamerasSource;
import org.shutterline.server.editor.Workshop;
import org.shutterline.server.listeners.ListenersSource;
import org.shutterline.server.monitor.LogRing;
import org.shutterline.server.monitor.Plant;
import org.shutterline.server.monitor.TrafficRing;
import org.shutterline.server.simulator.SimulatorSource;
import org.shutterline.server.statistics.StatisticsSource;
import org.shutterline.server.storage.StorageSource;

/**
 * What the window shows and where it asks, for each page.
 *
 * @param traffic the same that the listeners tell their traffic to
 * @param settingsTrouble what is wrong with the settings file, if the last good one is used in its place
 */
public record Sources(
        Plant plant,
        Workshop workshop,
        StatisticsSource figures,
        CamerasSource cameras,
        ListenersSource listeners,
        SimulatorSource simulator,
        StorageSource storage,
        TrafficRing traffic,
        LogRing log,
        Optional<String> settingsTrouble) {}
