package org.shutterline.protocol.plugin;

import java.util.Collection;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** All plugins of one kind, by id. Immutable. */
public final class Catalog<P extends Plugin> {
    private final String kind;
    private final Map<String, P> byId = new TreeMap<>();

    /**
     * @param kind for messages: {@code camera}
     * @throws IllegalStateException if two have the same id
     */
    public Catalog(String kind, Iterable<P> plugins) {
        this.kind = kind;
        for (P plugin : plugins) {
            P other = byId.putIfAbsent(plugin.id(), plugin);
            if (other != null) {
                throw new IllegalStateException("two " + kind + "s with the id " + plugin.id() + ": "
                        + other.getClass().getName() + " and "
                        + plugin.getClass().getName());
            }
        }
    }

    /** Those that {@code META-INF/services} names. */
    public static <P extends Plugin> Catalog<P> installed(String kind, Class<P> type) {
        return new Catalog<>(kind, ServiceLoader.load(type));
    }

    /**
     * @param place where the id stands, for the message
     * @throws BadSetting if there is none with this id
     */
    public P find(String id, String place) {
        P plugin = byId.get(id);
        if (plugin == null) {
            throw new BadSetting(
                    place,
                    "no " + kind + " with the id '" + id + "', expected one of " + String.join(", ", byId.keySet()));
        }
        return plugin;
    }

    /** All of them, by id. */
    public Collection<P> all() {
        return byId.values();
    }
}
