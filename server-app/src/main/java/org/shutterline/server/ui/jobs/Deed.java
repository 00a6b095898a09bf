package org.shutterline.server.ui.jobs;

import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;

/** A thing to do, for menus and keys. */
final class Deed extends AbstractAction {
    private final transient Runnable deed;

    private Deed(String words, Runnable deed) {
        super(words);
        this.deed = deed;
    }

    static Deed of(Runnable deed) {
        return new Deed("", deed);
    }

    static Deed of(String words, Runnable deed) {
        return new Deed(words, deed);
    }

    @Override
    public void actionPerformed(ActionEvent event) {
        deed.run();
    }
}
