package org.shutterline.protocol.dialect.plain;

import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.shutterline.protocol.line.LineEnd;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.spi.ServerStep;

/**
 * Collects the steps of one call, and holds those that write back while it is not known what a line ends in. Used by the
 * conversation's thread.
 */
final class Outlet {
    private final Charset charset;
    private final Optional<LineEnd> fixedEnd;
    private final Deque<Supplier<ServerStep>> held = new ArrayDeque<>();
    private List<ServerStep> steps = new ArrayList<>(4);
    private boolean holding;

    Outlet(Charset charset, Optional<LineEnd> fixedEnd) {
        this.charset = charset;
        this.fixedEnd = fixedEnd;
    }

    /** Something that nothing holds back. */
    void step(ServerStep step) {
        steps.add(step);
    }

    /** Something that must have been done before whatever this call asks for is answered. */
    void stepFirst(ServerStep step) {
        steps.add(0, step);
    }

    /** A step that keeps its place among what is written. */
    void inOrder(Supplier<ServerStep> step) {
        if (holding) {
            held.add(step);
        } else {
            steps.add(step.get());
        }
    }

    void send(List<String> lines, List<Blob> blobs, ReplyEnd end) {
        inOrder(() -> new ServerStep.Send(bytes(lines, end), blobs));
    }

    void sendNewest(int slot, String line, Blob blob, ReplyEnd end) {
        inOrder(() -> new ServerStep.SendNewest(slot, new ServerStep.Send(bytes(List.of(line), end), List.of(blob))));
    }

    /** Writes nothing back until {@link #release()}. */
    void hold() {
        holding = true;
    }

    void release() {
        holding = false;
        held.forEach(step -> steps.add(step.get()));
        held.clear();
    }

    /** Gives back what was held and will never be written. */
    void drop() {
        holding = false;
        held.forEach(step -> giveBack(step.get()));
        held.clear();
    }

    boolean isHolding() {
        return holding;
    }

    /** All steps since the last call. */
    List<ServerStep> take() {
        if (steps.isEmpty()) {
            return List.of();
        }
        List<ServerStep> taken = steps;
        steps = new ArrayList<>(4);
        return taken;
    }

    private static void giveBack(ServerStep step) {
        if (step instanceof ServerStep.Send send) {
            send.blobs().forEach(Blob::close);
        } else if (step instanceof ServerStep.SendNewest newest) {
            newest.send().blobs().forEach(Blob::close);
        }
    }

    private byte[] bytes(List<String> lines, ReplyEnd end) {
        String endText = fixedEnd.orElseGet(end::forReply).text();
        if (lines.size() == 1) {
            return lines.get(0).concat(endText).getBytes(charset);
        }
        StringBuilder text = new StringBuilder(128 * lines.size());
        lines.forEach(line -> text.append(line).append(endText));
        return text.toString().getBytes(charset);
    }
}
