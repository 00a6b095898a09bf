package org.shutterline.server.camera.gige;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The fake cameras of one test, ended after it. */
final class Fakes implements AfterEachCallback {
    private final List<FakeCamera> started = new ArrayList<>();

    /** Starts the one at 127.0.0.n, once more if it has ended. */
    int start(int n) {
        return start(n, 0);
    }

    /** Starts one that loses so many of a thousand packets. */
    int start(int n, int lostPerThousand) {
        try {
            started.add(FakeCamera.at(n, "GV0" + n, lostPerThousand));
            return n;
        } catch (IOException notThere) {
            throw new UncheckedIOException(notThere);
        }
    }

    int count() {
        return started.size();
    }

    /** @param nth in the order in which they were started, from 1 */
    FakeCamera get(int nth) {
        return started.get(nth - 1);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        started.forEach(FakeCamera::close);
    }
}
