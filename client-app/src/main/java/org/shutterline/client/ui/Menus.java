package org.shutterline.client.ui;

import javax.swing.JComponent;

/** The menus that the bars open. */
interface Menus {
    /** CSV or picture. */
    void export(JComponent below);

    /** As whom this window works. */
    void logIn(JComponent below);

    /** What has no room in a small window. */
    void more(JComponent below);
}
