package org.shutterline.protocol.plugin;

import java.util.List;

/** Something that is added without changing what uses it: found by {@code META-INF/services}, named by its id in files. */
public interface Plugin {
    /** Stable, unique among its kind, of a-z 0-9 and hyphen: what settings and jobs name it by. Never a class name. */
    String id();

    /** A few words for people. */
    String title();

    /** Every setting it knows; a key that is not among them is an error. */
    List<Setting<?>> settings();
}
