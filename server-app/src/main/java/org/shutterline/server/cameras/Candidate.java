package org.shutterline.server.cameras;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.guard.LatencyMeasure;
import org.shutterline.server.settings.CameraEntry;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.spi.CameraIdentity;

/**
 * A camera that a station could have: found, or typed.
 *
 * @param byHand whether somebody typed it
 * @param identity as far as it is told
 */
record Candidate(
        String key, boolean byHand, CameraFactory driver, CameraIdentity identity, Map<String, Object> settings) {
    Candidate {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    Candidate with(String setting, Optional<Object> value) {
        Map<String, Object> changed = new LinkedHashMap<>(settings);
        value.ifPresentOrElse(raw -> changed.put(setting, raw), () -> changed.remove(setting));
        return new Candidate(key, byHand, driver, identity, changed);
    }

    Candidate being(CameraIdentity told) {
        return new Candidate(key, byHand, driver, told.equals(CameraIdentity.UNTOLD) ? identity : told, settings);
    }

    /** @throws BadSetting if one of its settings cannot be used */
    Options options() {
        return Options.checked("settings", settings, driver.settings());
    }

    /** What is wrong with its settings. */
    Optional<String> trouble() {
        try {
            driver.describe(options());
            return Optional.empty();
        } catch (BadSetting bad) {
            return Optional.of(String.valueOf(bad.getMessage()));
        }
    }

    /** Whether its driver has a setting for how long its pictures take. */
    boolean hasDelay() {
        return driver.settings().stream().anyMatch(setting -> setting.key().equals(LatencyMeasure.SETTING));
    }

    String name() {
        String told = (identity.maker() + " " + identity.model()).strip();
        return told.isEmpty() ? trouble().map(why -> driver.title()).orElseGet(() -> driver.describe(options())) : told;
    }

    /** Only a real camera has a number that stays whatever is set. */
    CameraEntry entry() {
        return new CameraEntry(driver.id(), driver.isLive() ? identity.serial() : "", settings);
    }
}
