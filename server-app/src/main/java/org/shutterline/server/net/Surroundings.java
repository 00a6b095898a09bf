package org.shutterline.server.net;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * What all listeners of one server share.
 *
 * @param peerIds gives a number that it never gave before
 */
public record Surroundings(
        Engine engine, TrafficListener traffic, Stillness stillness, Bounds bounds, LongSupplier peerIds) {
    /** Peers are numbered from 1. */
    public Surroundings(Engine engine, TrafficListener traffic, Stillness stillness, Bounds bounds) {
        this(engine, traffic, stillness, bounds, new AtomicLong()::incrementAndGet);
    }
}
