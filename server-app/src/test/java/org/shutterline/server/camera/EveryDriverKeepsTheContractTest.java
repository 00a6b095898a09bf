package org.shutterline.server.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shutterline.server.spi.CameraContract;
import org.shutterline.server.spi.CameraFactory;

/** Each driver on board has a test beside it that is one of the contract: {@code FolderCameraTest}, {@code HttpCameraIT}. */
class EveryDriverKeepsTheContractTest {
    static List<String> drivers() {
        return ServiceLoader.load(CameraFactory.class).stream()
                .map(driver -> driver.type().getName())
                .toList();
    }

    @Test
    void driversAreOnBoard() {
        assertThat(drivers())
                .anyMatch(name -> name.endsWith("FolderCameraFactory"))
                .anyMatch(name -> name.endsWith("VideoCameraFactory"));
    }

    @ParameterizedTest
    @MethodSource("drivers")
    void theContractRunsOverIt(String driver) {
        String camera = driver.substring(0, driver.length() - "Factory".length());
        assertThat(Stream.of("Test", "IT").flatMap(kind -> there(camera + kind).stream()))
                .as("%sTest or %sIT", camera, camera)
                .anyMatch(CameraContract.class::isAssignableFrom);
    }

    private static Optional<Class<?>> there(String name) {
        try {
            return Optional.of(Class.forName(name));
        } catch (ClassNotFoundException none) {
            return Optional.empty();
        }
    }
}
