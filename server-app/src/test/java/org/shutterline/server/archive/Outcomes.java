package org.shutterline.server.archive;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.server.station.Keeper;

/** Waits for the end of one keep. */
final class Outcomes implements Keeper.Outcome {
    private final CompletableFuture<InspectionResult> end = new CompletableFuture<>();

    @Override
    public void durable(InspectionResult result) {
        end.complete(result);
    }

    @Override
    public void unsafe(String why) {
        end.completeExceptionally(new IllegalStateException(why));
    }

    /** The stored result. */
    InspectionResult stored() throws Exception {
        return end.get(10, TimeUnit.SECONDS);
    }

    /** Why it was not stored; empty if it was. */
    String unsafeBecause() throws Exception {
        return end.handle((result, error) -> error == null ? "" : error.getMessage())
                .get(10, TimeUnit.SECONDS);
    }
}
